import { expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { aggiornaBozzaDomanda } from '@/lib/bandi/commands/aggiornaBozzaDomanda';
import { pubblicaBando } from '@/lib/bandi/commands/pubblicaBando';
import type { Configurazione } from '@/lib/bandi/configurazione';
import { differenze } from '@/lib/bandi/diff';
import { leggiNuovaVersione } from '@/lib/bandi/queriesDomanda';
import { leggiDomanda } from '@/lib/domande/queries';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unProgetto } from '@/tests/support/buildersProgetto';
import { inGara } from '@/tests/support/inGara';
import { inserisci, superutente } from '@/tests/support/superutente';
import { attiSu, configurazioneWecare, pubblicaVersione, SEMPRE_APERTI, unBandoInBozza } from './bandiDiProva';

/** La versione 2: tolta la sezione 8, tolto il campo «linee», accorciato «descrizione». */
const versioneDue = (): Configurazione => {
  const c = structuredClone(configurazioneWecare({ passi: SEMPRE_APERTI }));
  c.sezioni = c.sezioni.filter((s) => s.chiave !== 'sviluppi');
  for (const s of c.sezioni.filter((x) => x.chiave === 'idea'))
    s.campi = s.campi.filter((f) => f.chiave !== 'linee').map((f) => ({ ...f, massimo: 5 }));
  return c;
};

async function unaDomanda(stato = 'IDEA_BOZZA') {
  const regione = await unaRegione();
  const admin = await (await unUtente({ regione, ruolo: 'AMMINISTRATORE' })).attore();
  const { bandoId, rev } = await unBandoInBozza(admin);
  const { versioneId } = await pubblicaBando(admin, { bandoId, rev });
  const [capofila, partner] = [await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner], stato });
  await superutente.query('update progetto set bando_id = $1, bando_versione_id = $2 where id = $3', [bandoId, versioneId, progetto.id]);
  const scrivi = (chiave: string, valori: object) =>
    inserisci(superutente, 'sezione_progetto', {
      regione_id: regione.id,
      progetto_id: progetto.id,
      fase: 'IDEA',
      chiave,
      valori: JSON.stringify(valori),
    });
  await scrivi('idea', {
    descrizione: 'Un testo più lungo di cinque',
    linee: [{ id: 'r1', titolo: 'Governance locale', contenuto: '=1+1' }],
  });
  await scrivi('sviluppi', { sviluppi: 'Prevenzione che libera risorse' });
  const nuova = await pubblicaVersione(admin, bandoId, rev, versioneDue());
  return {
    progettoId: progetto.id,
    capofila: await capofila.attore(),
    partner: await partner.attore(),
    versioni: [versioneId, nuova.versioneId],
    scrivi,
  };
}
const sezioni = async (progettoId: string) =>
  Object.fromEntries(
    (await superutente.query('select chiave, valori, rev from sezione_progetto where progetto_id = $1', [progettoId])).rows.map((r) => [
      r.chiave,
      r,
    ]),
  );
const versioneDi = async (id: string) =>
  (await superutente.query('select bando_versione_id as v from progetto where id = $1', [id])).rows[0].v;

test('una bozza passa alla versione nuova: i testi restano, quelli senza campo si leggono tra gli orfani', async () => {
  const { progettoId, capofila, versioni } = await unaDomanda();
  expect(await aggiornaBozzaDomanda(capofila, { progettoId })).toEqual({ orfani: 2 });
  const { idea, sviluppi, distretti } = await sezioni(progettoId);
  expect(idea.valori.descrizione).toBe('Un testo più lungo di cinque');
  expect(idea.valori._orfani).toMatchObject([
    { campo: 'linee', etichetta: 'Linee di intervento', testo: 'titolo: Governance locale; contenuto: =1+1' },
  ]);
  expect(distretti.valori._orfani).toMatchObject([{ sezione: 'sviluppi', testo: 'Prevenzione che libera risorse' }]);
  expect([idea.rev, sviluppi.valori]).toEqual([2, {}]);
  expect(await versioneDi(progettoId)).toBe(versioni[1]);
  expect(await attiSu(progettoId)).toEqual(['domanda.aggiornata']);
});

test('una domanda già presentata tiene la sua versione, e si dice perché', async () => {
  const { progettoId, capofila, versioni } = await unaDomanda('IDEA_PRESENTATA');
  await expect(aggiornaBozzaDomanda(capofila, { progettoId })).rejects.toMatchObject({ code: 'bando.nonInBozza' });
  expect(await versioneDi(progettoId)).toBe(versioni[0]);
  expect((await sezioni(progettoId)).idea.rev).toBe(1);
});

test('solo il referente del capofila, e non un ente estraneo', async () => {
  const { progettoId, partner } = await unaDomanda();
  const estraneo: Attore = await (await unEnte()).attore();
  for (const chi of [partner, estraneo])
    await expect(aggiornaBozzaDomanda(chi, { progettoId })).rejects.toMatchObject({ code: 'bando.soloCapofila' });
});

test('due volte insieme: la seconda trova la domanda già aggiornata, e niente si scrive due volte', async () => {
  const { progettoId, capofila } = await unaDomanda();
  const aggiorna = () => aggiornaBozzaDomanda(capofila, { progettoId });
  expect(await inGara({ tabella: 'progetto', id: progettoId }, aggiorna, aggiorna)).toEqual(['fulfilled', 'bando.giaAggiornata']);
  expect((await sezioni(progettoId)).idea.valori._orfani).toHaveLength(1);
  expect(await attiSu(progettoId)).toHaveLength(1);
});

test('un guasto a metà non lascia una domanda per metà nella versione nuova', async () => {
  const { progettoId, capofila, versioni, scrivi } = await unaDomanda();
  await scrivi('bisogno', { analisi_bisogno: { annidato: { troppo: 1 } } }); // una forma che il portale non sa leggere
  await expect(aggiornaBozzaDomanda(capofila, { progettoId })).rejects.toThrow();
  expect(await versioneDi(progettoId)).toBe(versioni[0]);
  expect((await sezioni(progettoId)).idea.rev).toBe(1);
  expect(await attiSu(progettoId)).toEqual([]);
});

test('chi scrive la domanda vede che cosa cambia e chi la può aggiornare; un estraneo non la trova', async () => {
  const { progettoId, capofila, partner } = await unaDomanda();
  const versione = await leggiNuovaVersione(capofila, progettoId);
  expect([versione?.da.numero, versione?.a.numero, versione?.capofila]).toEqual([1, 2, true]);
  expect(versione && differenze(versione.da.configurazione, versione.a.configurazione)).toEqual([
    'Sezione B.8 «Sviluppi futuri»: tolta.',
    'Sezione B.2: campo «Linee di intervento»: tolto.',
    'Sezione B.2: campo «Descrizione sintetica» da 8.000 a 5 caratteri.',
  ]);
  expect((await leggiNuovaVersione(partner, progettoId))?.capofila).toBe(false);
  expect(await leggiNuovaVersione(await (await unEnte()).attore(), progettoId)).toBeNull();
  expect((await leggiDomanda(capofila, progettoId))?.bando).toMatchObject({ versione: 1, ultima: 2 });
  await aggiornaBozzaDomanda(capofila, { progettoId });
  expect((await leggiDomanda(capofila, progettoId))?.bando).toMatchObject({ versione: 2, ultima: 2 });
});
