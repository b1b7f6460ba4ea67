import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { dimensioneAggregazioni } from '@/lib/ricerca/dimensione';
import type { PaginaTabelle } from '@/lib/ricerca/lettureTabelle';
import { PER_PAGINA, paginaDi } from '@/lib/ricerca/pagina';
import { leggiTabelle } from '@/lib/ricerca/queries';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { figura31, interventiDi, righeAggregazioni, tabellaAggregazioni, tabelleInterventi } from '@/lib/ricerca/tabelle';
import { unaRegione } from '../support/builders';
import { regioneDelProgramma, tabelleIntere, unRicercatore } from '../support/ricercatore';
import { superutente } from '../support/superutente';

const alla = (data: string): FiltriRicerca => ({ data, bando: null, ambito: null, categoria: null });
const pagina = async (chi: Attore, data: string, dopo = ''): Promise<PaginaTabelle> => {
  const letta = await leggiTabelle(chi, alla(data), dopo);
  if (!letta) throw new Error('Il bando non c’è.');
  return letta;
};
/** Tutto ciò che la pagina mostra oltre alle righe. */
const conti = ({ contati, categorie, totali, azioni, rilevazioni, fonti, primaApprovazione, bando, bandi }: PaginaTabelle) => ({
  ...{ totali, azioni, rilevazioni, fonti, primaApprovazione, bando, bandi, dimensione: dimensioneAggregazioni(contati) },
  figura: figura31({ categorie, progetti: contati }),
  interventi: interventiDi({ categorie, progetti: contati }, []),
});
const contiInteri = async (chi: Attore, data: string) => {
  const intere = await tabelleIntere(chi, alla(data));
  const { azioni, rilevazioni, fonti, primaApprovazione, bando, bandi, progetti } = intere;
  return {
    ...{ totali: tabellaAggregazioni(intere).totali, azioni, rilevazioni, fonti, primaApprovazione, bando, bandi },
    ...{ dimensione: dimensioneAggregazioni(progetti), figura: figura31(intere) },
    interventi: tabelleInterventi(intere).map((tabella) => ({ ...tabella, righe: [] })),
  };
};
afterAll(chiudiClient);

describe('la pagina e i file leggono per due strade: i numeri sono gli stessi', () => {
  let ricercatrice: Attore;
  beforeAll(async () => {
    ricercatrice = await unRicercatore(await regioneDelProgramma());
  });

  test.each(['2020-07-09', '2020-06-30', '2020-01-31', '2019-01-01', '2010-01-01'])('al %s', async (data) => {
    const letta = await pagina(ricercatrice, data);
    expect(conti(letta)).toEqual(await contiInteri(ricercatrice, data));
    const { progetti } = await tabelleIntere(ricercatrice, alla(data));
    expect(letta.visti).toEqual(progetti);
    expect(righeAggregazioni(letta.visti)).toEqual(righeAggregazioni(progetti));
  });
});

describe('un programma grande', () => {
  const QUANTI = 2 * PER_PAGINA + 7;
  let chi: Attore;
  beforeAll(async () => {
    const regione = await unaRegione();
    await superutente.query(
      `with nuovi as (
         insert into progetto (regione_id, bando_id, codice, titolo, territorio, provincia, istat_comune, popolazione, stato, data_approvazione, iniziative_collegate)
         select $1, $2, 'T' || lpad(n::text, 3, '0'), 'Titolo ' || n, 'Comune ' || n, 'TO', '001272', case when n % 5 > 0 then n * 10000 end, 'AVVIATO', '2019-04-01', '{}'
         from generate_series(1, ${QUANTI}) n returning id, regione_id, codice
       )
       insert into classificazione_progetto (regione_id, progetto_id, categoria, presente, fonte, attribuita_il)
       select n.regione_id, n.id, $3, right(n.codice, 3)::int % 3 = 0, 'Prova', '2020-01-01' from nuovi n where right(n.codice, 3)::int % 7 > 0`,
      [regione.id, regione.bandoId, regione.categoria],
    );
    chi = await unRicercatore(regione);
  });

  test('di pagina in pagina si vedono tutti una volta, e i conti sono sempre di tutti', async () => {
    const attesi = await contiInteri(chi, '2020-07-09');
    const { progetti } = await tabelleIntere(chi, alla('2020-07-09'));
    expect(attesi.totali).toMatchObject({ progetti: QUANTI, ambiti: 0, enti: 0 });
    const visti: PaginaTabelle['visti'] = [];
    for (let dopo: string | null = ''; dopo !== null; ) {
      const letta: PaginaTabelle = await pagina(chi, '2020-07-09', dopo);
      const dove = paginaDi(letta.contati, dopo);
      expect(conti(letta)).toEqual(attesi);
      expect(letta.visti.length).toBe(dove.a - dove.da);
      visti.push(...letta.visti);
      dopo = dove.successiva;
    }
    expect(visti).toEqual(progetti);
  });

  test.each(['inesistente', 'T107', 'ZZZ'])('un codice da cui non comincia nulla (%s) riporta alla prima pagina', async (dopo) => {
    const letta = await pagina(chi, '2020-07-09', dopo);
    expect(paginaDi(letta.contati, dopo)).toMatchObject({ da: 0, a: PER_PAGINA });
    expect(letta.visti[0]?.codice).toBe('T001');
    expect(letta.visti).toHaveLength(PER_PAGINA);
  });
});
