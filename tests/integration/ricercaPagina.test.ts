import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { chiudiClient } from '@/lib/db/client';
import { causeDiRitardo } from '@/lib/ricerca/cause';
import { dimensioneAggregazioni } from '@/lib/ricerca/dimensione';
import type { PaginaTabelle } from '@/lib/ricerca/lettureTabelle';
import { avvioDelleAzioni, quantitaRaggiunte } from '@/lib/ricerca/misure';
import { PER_PAGINA, paginaDi } from '@/lib/ricerca/pagina';
import { statiPerCategoria } from '@/lib/ricerca/pannello';
import { leggiAttuazione, leggiTabelle } from '@/lib/ricerca/queries';
import type { DatiAttuazione } from '@/lib/ricerca/righe';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { figura31, interventiDi, righeAggregazioni, tabellaAggregazioni, tabelleInterventi } from '@/lib/ricerca/tabelle';
import { unaRegione } from '../support/builders';
import { attuazioneIntera, regioneDelProgramma, tabelleIntere, unRicercatore } from '../support/ricercatore';
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

describe('il pannello legge le sole ultime rilevazioni, i file tutte: i numeri sono gli stessi', () => {
  const numeri = (dati: DatiAttuazione | null) => {
    if (!dati) throw new Error('Il bando non c’è.');
    return {
      stati: statiPerCategoria(dati),
      cause: causeDiRitardo(dati),
      quantita: quantitaRaggiunte(dati),
      avvio: avvioDelleAzioni(dati),
    };
  };

  // due rilevazioni in più, con ogni stato prima e dopo: chi è sospeso tiene il peso che aveva, chi è annullato no
  beforeAll(() =>
    superutente.query(`begin; set local session_replication_role = replica;
      with nuovi as (
        insert into periodo (regione_id, progetto_id, numero, tipo, dal, al, scadenza)
        select p.regione_id, p.id, 90 + n, 'ORDINARIO', ('2020-03-31'::date + 30 * n) - 20, '2020-03-31'::date + 30 * n, '2020-07-01'
        from progetto p, generate_series(1, 2) n where exists (select from rapporto_progetto r where r.progetto_id = p.id) returning id, progetto_id, regione_id, numero
      ), relazioni as (
        insert into rapporto_progetto (regione_id, progetto_id, periodo_id, stato, presentato_il, deciso_il)
        select regione_id, progetto_id, id, 'APPROVATO', '2020-06-01', '2020-06-02' from nuovi returning id, progetto_id, regione_id, periodo_id
      )
      insert into avanzamento (regione_id, progetto_id, rapporto_id, azione_id, organizzazione_id, diffusione, stato, rev)
      select r.regione_id, r.progetto_id, r.id, a.id, a.organizzazione_id, 'APPROVATO', case n.numero
        when 91 then ((array['IN_CORSO', 'ANNULLATA', 'COMPLETATA', null, 'SOSPESA'])[1 + abs(hashtext(a.id::text)) % 5])::stato_azione
        else ((array['SOSPESA', 'ANNULLATA', null, 'IN_CORSO'])[1 + abs(hashtext(a.id::text)) / 5 % 4])::stato_azione end, 1
      from relazioni r join nuovi n on n.id = r.periodo_id join azione a on a.progetto_id = r.progetto_id;
      commit`),
  );
  // il programma reale lo leggono anche gli altri file dello stesso operaio
  afterAll(() =>
    superutente.query(`begin; set local session_replication_role = replica;
      delete from avanzamento where rapporto_id in (select r.id from rapporto_progetto r join periodo w on w.id = r.periodo_id where w.numero > 90);
      delete from rapporto_progetto where periodo_id in (select id from periodo where numero > 90);
      delete from periodo where numero > 90;
      commit`),
  );

  test.each(['2020-07-09', '2020-06-30', '2020-05-01', '2020-01-31', '2019-01-01'])('al %s', async (data) => {
    const ricercatrice = await unRicercatore(await regioneDelProgramma());
    const [pagina, intera] = [await leggiAttuazione(ricercatrice, alla(data)), await attuazioneIntera(ricercatrice, alla(data))];
    expect(numeri(pagina)).toEqual(numeri(intera));
    if (data < '2020-06-30') return;
    expect(pagina?.onde.length).toBeLessThan(intera.onde.length);
    expect(statiPerCategoria(intera).indice.sospese).toBeGreaterThan(0);
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
