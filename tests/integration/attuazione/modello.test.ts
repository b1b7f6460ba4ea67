import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDomainError } from '@/lib/errors/domainError';
import { contiSbagliati } from '@/tests/support/contiDelCruscotto';
import { ATTI, inizio, type Modello } from '@/tests/support/modelloAttuazione';
import { eventi, PERSONE, type Persona, type Pratica, una, unaPratica, versioniDi } from '@/tests/support/pratica';
import { superutente } from '@/tests/support/superutente';

type Mossa = { atto: string; chi: Persona };
const MOSSE: Mossa[] = Object.keys(ATTI).flatMap((atto) => PERSONE.map((chi) => ({ atto, chi })));

const ammessa = (m: Modello, { atto, chi }: Mossa): boolean => ATTI[atto]?.chi.includes(chi) === true && ATTI[atto].se(m, chi);

/**
 * Quattro volte su sei una mossa che il modello ammette, così le sequenze arrivano lontano; altrimenti una fuori tempo di chi potrebbe, o una
 * qualsiasi. Prima si sceglie l'atto e poi la persona: gli atti di pochi capitano quanto quelli di molti.
 */
function scegli(m: Modello, seme: number): Mossa {
  const ammesse = MOSSE.filter((mossa) => ammessa(m, mossa));
  const fuoriTempo = MOSSE.filter(({ atto, chi }) => ATTI[atto]?.chi.includes(chi) && !ammessa(m, { atto, chi }));
  const tipo = seme % 6;
  const elenco = tipo < 4 && ammesse.length > 0 ? ammesse : tipo === 4 ? fuoriTempo : MOSSE;
  const atti = [...new Set(elenco.map(({ atto }) => atto))];
  const mosse = elenco.filter(({ atto }) => atto === atti[Math.floor(seme / 6) % atti.length]);
  return mosse[Math.floor(seme / 6 / atti.length) % mosse.length] ?? { atto: 'salva', chi: 'partner' };
}

async function esegui(pratica: Pratica, m: Modello, { atto, chi }: Mossa): Promise<boolean> {
  const { fai, poi } = ATTI[atto] ?? {};
  if (!fai || !poi) throw new Error(`Atto sconosciuto: ${atto}`);
  try {
    poi(m, await fai(pratica, chi, m));
    return true;
  } catch (errore) {
    if (!isDomainError(errore)) throw errore;
    return false;
  }
}

/** Il database ridotto alle stesse voci del modello; `perIntero` non è una colonna. */
async function nelDatabase(pratica: Pratica, { perIntero }: Modello): Promise<Modello> {
  const { rapportoId, enteDelPartner, azioneDelPartner } = pratica;
  const { rows: chiarimenti } = await superutente.query('select id, stato from chiarimento where rapporto_id = $1', [rapportoId]);
  return {
    perIntero,
    stato: String((await una('select stato from rapporto_progetto where id = $1', [rapportoId])).stato),
    parteDelPartner: String(
      (await una('select stato from rapporto_ente where rapporto_id = $1 and organizzazione_id = $2', [rapportoId, enteDelPartner.id]))
        .stato,
    ),
    chiarimenti: perId(chiarimenti),
    ...((await una('select riaperto as riaperta, rev from avanzamento where rapporto_id = $1 and azione_id = $2', [
      rapportoId,
      azioneDelPartner.id,
    ])) as Pick<Modello, 'riaperta' | 'rev'>),
    versioni: Number(await versioniDi(pratica)),
    eventi: (await eventi(pratica)).map(({ atto }) => String(atto)),
  };
}
const perId = (chiarimenti: Modello['chiarimenti']) => chiarimenti.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Lo stato ricostruito dal solo registro: ogni passaggio parte da dove finiva quello prima. */
async function statoDalRegistro(pratica: Pratica): Promise<string> {
  let stato = 'BOZZA';
  for (const { oggetto, prima, dopo } of await eventi(pratica)) {
    if (oggetto !== 'rapporto_progetto') continue;
    expect((prima as { stato: string }).stato).toBe(stato);
    stato = (dopo as { stato: string }).stato;
  }
  return stato;
}

test('sequenze qualsiasi di atti di chiunque: passa solo ciò che il modello ammette, e ogni cambio lascia il suo evento', {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.noBias(fc.nat()), { minLength: 8, maxLength: 30, size: 'max' }), async (semi) => {
      const pratica = await unaPratica();
      const m = inizio();
      for (const seme of semi) {
        const mossa = scegli(m, seme);
        const attesa = ammessa(m, mossa);
        const racconto = `${mossa.chi} ${mossa.atto} dopo ${m.eventi.join(', ') || 'nulla'}`;
        expect(await esegui(pratica, m, mossa), racconto).toBe(attesa);
        expect(await nelDatabase(pratica, m), racconto).toEqual({ ...m, chiarimenti: perId(m.chiarimenti) });
      }
      expect(await statoDalRegistro(pratica)).toBe(m.stato);
      expect(await contiSbagliati()).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
