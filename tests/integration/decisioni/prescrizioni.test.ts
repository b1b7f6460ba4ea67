import { expect, test } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import { adempiPrescrizione } from '@/lib/decisioni/commands/adempiPrescrizione';
import { annullaDecisione } from '@/lib/decisioni/commands/annullaDecisione';
import { approvaDomanda } from '@/lib/decisioni/commands/approvaDomanda';
import { approvaPrescrizioni } from '@/lib/decisioni/commands/approvaPrescrizioni';
import { nonApprovaDomanda } from '@/lib/decisioni/commands/nonApprovaDomanda';
import { presentaPrescrizioni } from '@/lib/decisioni/commands/presentaPrescrizioni';
import { rinviaPrescrizioni } from '@/lib/decisioni/commands/rinviaPrescrizioni';
import { verificaPrescrizione } from '@/lib/decisioni/commands/verificaPrescrizione';
import { giornoDi } from '@/lib/format/data';
import { type Esame, eventi, nonTrovata, progetto, rifiutato, righe, unEsame, valutata } from '@/tests/support/esame';
import { inGara } from '@/tests/support/inGara';
import { superutente } from '@/tests/support/superutente';

const EVIDENZA = 'Abbiamo allegato il protocollo di intesa firmato.';
const oggi = ({ chi }: Esame) => giornoDi(chi.dirigente.adesso);
const atto = (esame: Esame) => ({ progettoId: esame.id, atto: 'D.D. 20', dataAtto: oggi(esame), motivazione: null });
const prescritta = (esame: Esame, chi: 'capofila' | 'partner', giorni = 30) => ({
  testo: 'Allegare il protocollo di intesa con i medici.',
  organizzazioneId: chi === 'capofila' ? esame.domanda.capofila.id : (esame.domanda.partner[0]?.id ?? ''),
  entro: piuGiorni(oggi(esame), giorni),
});

/** Approvato con una prescrizione al capofila e una al partner: gli id, in quest'ordine. */
async function conPrescrizioni(): Promise<{ esame: Esame; mia: string; sua: string }> {
  const esame = await unEsame({ stato: 'AMMISSIBILE' });
  await valutata(esame);
  const prescrizioni = [prescritta(esame, 'capofila'), prescritta(esame, 'partner')];
  await approvaDomanda(esame.chi.dirigente, { ...atto(esame), concesso: { personale: 1_000_000n }, prescrizioni });
  const lette = await righe('prescrizione', esame);
  const di = (ente: string | undefined) => String(lette.find(({ organizzazione_id }) => organizzazione_id === ente)?.id);
  return { esame, mia: di(esame.domanda.capofila.id), sua: di(esame.domanda.partner[0]?.id) };
}

async function presentate() {
  const tutto = await conPrescrizioni();
  const { esame, mia, sua } = tutto;
  await adempiPrescrizione(esame.chi.referente, { progettoId: esame.id, prescrizioneId: mia, evidenza: EVIDENZA });
  await adempiPrescrizione(esame.chi.partner, { progettoId: esame.id, prescrizioneId: sua, evidenza: EVIDENZA });
  await presentaPrescrizioni(esame.chi.referente, { progettoId: esame.id });
  return tutto;
}
const verifica = (esame: Esame, prescrizioneId: string, esito: 'VERIFICATA' | 'RESPINTA' = 'VERIFICATA') =>
  verificaPrescrizione(esame.chi.istruttore, {
    progettoId: esame.id,
    prescrizioneId,
    esito,
    nota: esito === 'RESPINTA' ? 'Manca la firma.' : null,
  });

test('il giro intero: due prescrizioni, una respinta e rinviata, poi tutte verificate e il progetto approvato', async () => {
  const { esame, mia, sua } = await presentate();
  const { referente, dirigente } = esame.chi;
  expect(await progetto(esame)).toMatchObject({ stato: 'PRESCRIZIONI_PRESENTATE', importo_assegnato_cents: '1000000' });
  await rifiutato(esame, () => approvaPrescrizioni(dirigente, atto(esame)), 'prescrizioni.daVerificare', /Prima verifica tutte/);
  await verifica(esame, mia);
  await verifica(esame, sua, 'RESPINTA');
  await rifiutato(esame, () => approvaPrescrizioni(dirigente, atto(esame)), 'prescrizioni.respinte', /Una prescrizione è respinta/);
  await rinviaPrescrizioni(dirigente, { progettoId: esame.id });
  const presenta = () => presentaPrescrizioni(referente, { progettoId: esame.id });
  await rifiutato(esame, presenta, 'prescrizioni.incomplete', /Di una prescrizione/);
  const riscrivi = (prescrizioneId: string) => () =>
    adempiPrescrizione(referente, { progettoId: esame.id, prescrizioneId, evidenza: 'Ora è firmato.' });
  await rifiutato(esame, riscrivi(mia), 'prescrizione.chiusa', /già verificata/);
  await riscrivi(sua)();
  await presenta();
  await rifiutato(esame, () => rinviaPrescrizioni(dirigente, { progettoId: esame.id }), 'prescrizioni.daVerificare', /Prima verifica/);
  await verifica(esame, sua);
  await rifiutato(
    esame,
    () => rinviaPrescrizioni(dirigente, { progettoId: esame.id }),
    'prescrizioni.nessunaRespinta',
    /nulla da rinviare/,
  );
  await approvaPrescrizioni(dirigente, atto(esame));
  expect(await progetto(esame)).toMatchObject({ stato: 'APPROVATO', importo_assegnato_cents: '1000000', atto_approvazione: 'D.D. 20' });
  expect((await righe('prescrizione', esame)).map(({ stato }) => stato)).toEqual(['VERIFICATA', 'VERIFICATA']);
  expect((await righe('decisione', esame)).map(({ esito, concesso_cents }) => `${esito} ${concesso_cents}`).sort()).toEqual([
    'APPROVATO 1000000',
    'APPROVATO_CON_PRESCRIZIONI 1000000',
  ]);
  expect((await eventi(esame)).map(({ atto: nome }) => nome)).toEqual([
    ...['progetto.approvatoConPrescrizioni', 'prescrizione.adempiuta', 'prescrizione.adempiuta', 'prescrizioni.presentate'],
    ...['prescrizione.verificata', 'prescrizione.verificata', 'prescrizioni.rinviate', 'prescrizione.adempiuta'],
    ...['prescrizioni.presentate', 'prescrizione.verificata', 'progetto.approvato'],
  ]);
  expect(JSON.stringify(await eventi(esame))).not.toMatch(/protocollo|firma/);
});

test('una prescrizione ha un ente del progetto e un termine dopo l’atto', async () => {
  const esame = await unEsame({ stato: 'AMMISSIBILE' });
  await valutata(esame);
  const con = (cambio: object) => () =>
    approvaDomanda(esame.chi.dirigente, {
      ...{ ...atto(esame), concesso: { personale: 1n }, prescrizioni: [{ ...prescritta(esame, 'capofila'), ...cambio }] },
    });
  const { organizzazioneId } = esame.chi.estraneo;
  await rifiutato(esame, con({ organizzazioneId }), 'prescrizione.enteEstraneo', /deve far parte del progetto/);
  await rifiutato(esame, con({ entro: oggi(esame) }), 'prescrizione.termine', /dopo l’atto e dopo oggi/);
});

test('scrive chi risponde della prescrizione, o il capofila; presenta solo il referente del capofila', async () => {
  const { esame, mia, sua } = await conPrescrizioni();
  const { partner, referente, operatore, istruttore } = esame.chi;
  const scrivi = (prescrizioneId: string) => ({ progettoId: esame.id, prescrizioneId, evidenza: EVIDENZA });
  await rifiutato(
    esame,
    () => adempiPrescrizione(partner, scrivi(mia)),
    'prescrizione.ruoloMancante',
    /l’ente che ne risponde, o il capofila/,
  );
  await rifiutato(esame, () => adempiPrescrizione(istruttore, scrivi(mia)), 'prescrizione.ruoloMancante', /l’ente che ne risponde/);
  await nonTrovata(esame, (attore) => adempiPrescrizione(attore, scrivi(mia)));
  const altro = await conPrescrizioni();
  await rifiutato(esame, () => adempiPrescrizione(referente, scrivi(altro.mia)), 'prescrizione.nonTrovata', /non esiste/);
  await adempiPrescrizione(operatore, scrivi(mia));
  await adempiPrescrizione(referente, scrivi(sua));
  for (const persona of [operatore, partner])
    await rifiutato(
      esame,
      () => presentaPrescrizioni(persona, { progettoId: esame.id }),
      'progetto.ruoloMancante',
      /referente dell’ente capofila/,
    );
  await nonTrovata(esame, (attore) => presentaPrescrizioni(attore, { progettoId: esame.id }));
  const corsa = () => presentaPrescrizioni(referente, { progettoId: esame.id });
  expect(await inGara({ tabella: 'progetto', id: esame.id }, corsa, corsa)).toEqual(['fulfilled', 'progetto.attoNonAmmesso']);
  await rifiutato(esame, () => adempiPrescrizione(referente, scrivi(mia)), 'prescrizione.chiusa', /non si possono più scrivere/);
});

test('verifica la Regione, conclude il dirigente', async () => {
  const { esame, mia } = await presentate();
  for (const persona of ['valutatore', 'referente', 'partner'] as const) {
    const dati = { progettoId: esame.id, prescrizioneId: mia, esito: 'VERIFICATA' as const, nota: null };
    await rifiutato(esame, () => verificaPrescrizione(esame.chi[persona], dati), 'prescrizione.ruoloMancante', /istruttore o dirigente/);
  }
  await nonTrovata(esame, (attore) =>
    verificaPrescrizione(attore, { progettoId: esame.id, prescrizioneId: mia, esito: 'VERIFICATA', nota: null }),
  );
  const altro = await presentate();
  await rifiutato(esame, () => verifica(esame, altro.mia), 'prescrizione.nonTrovata', /non esiste/);
  const { istruttore } = esame.chi;
  await rifiutato(esame, () => approvaPrescrizioni(istruttore, atto(esame)), 'progetto.ruoloMancante', /ruolo di dirigente/);
  await rifiutato(esame, () => rinviaPrescrizioni(istruttore, { progettoId: esame.id }), 'progetto.ruoloMancante', /ruolo di dirigente/);
  await nonTrovata(esame, (attore) => approvaPrescrizioni(attore, atto(esame)));
  await nonTrovata(esame, (attore) => rinviaPrescrizioni(attore, { progettoId: esame.id }));
});

test('se non sono adempiute il dirigente non approva, e il contributo torna al bando', async () => {
  const { esame, mia } = await presentate();
  await verifica(esame, mia, 'RESPINTA');
  const diniego = { ...atto(esame), motivi: ['PRESCRIZIONI_NON_ADEMPIUTE' as const], motivazione: 'Il protocollo non è firmato.' };
  await nonApprovaDomanda(esame.chi.dirigente, diniego);
  expect(await progetto(esame)).toMatchObject({ stato: 'NON_APPROVATO', importo_assegnato_cents: null });
});

test('il dirigente annulla la decisione: un passo indietro, il contributo torna al bando, le prescrizioni cadono, la storia resta', async () => {
  const { esame } = await conPrescrizioni();
  const { dirigente } = esame.chi;
  const annulla = () => annullaDecisione(dirigente, { progettoId: esame.id, motivazione: 'Errore nell’atto.' });
  await annulla();
  expect(await progetto(esame)).toMatchObject({
    stato: 'AMMISSIBILE',
    importo_assegnato_cents: null,
    atto_approvazione: null,
    data_approvazione: null,
  });
  expect((await righe('prescrizione', esame)).map(({ stato }) => stato)).toEqual(['ANNULLATA', 'ANNULLATA']);
  // si può decidere di nuovo, e le prescrizioni cadute non contano
  await approvaDomanda(dirigente, { ...atto(esame), concesso: { personale: 500_000n }, prescrizioni: [] });
  expect(await progetto(esame)).toMatchObject({ stato: 'APPROVATO', importo_assegnato_cents: '500000' });
  await annulla();
  await annulla();
  expect(await progetto(esame)).toMatchObject({ stato: 'PROGETTO_PRESENTATO' });
  await rifiutato(esame, annulla, 'progetto.attoNonAmmesso', /Non si può annullare la decisione nello stato attuale/);
  expect((await righe('decisione', esame)).map(({ esito }) => esito).sort()).toEqual([
    ...['ANNULLATA', 'ANNULLATA', 'ANNULLATA', 'APPROVATO', 'APPROVATO_CON_PRESCRIZIONI'],
  ]);
  expect((await eventi(esame)).filter(({ atto: nome }) => nome === 'decisione.annullata')).toHaveLength(3);
});

test.for([
  ['IDEA_AMMISSIBILE', 'IDEA_PRESENTATA'],
  ['IDEA_INAMMISSIBILE', 'IDEA_PRESENTATA'],
  ['IDEA_APPROVATA', 'IDEA_AMMISSIBILE'],
  ['IDEA_NON_APPROVATA', 'IDEA_AMMISSIBILE'],
  ['INAMMISSIBILE', 'PROGETTO_PRESENTATO'],
  ['NON_APPROVATO', 'AMMISSIBILE'],
])('annullare da %s riporta a %s; lo fa solo un dirigente', async ([stato, poi]) => {
  const esame = await unEsame({ stato });
  const dati = { progettoId: esame.id, motivazione: 'Errore nell’atto.' };
  for (const persona of ['istruttore', 'referente'] as const)
    await rifiutato(esame, () => annullaDecisione(esame.chi[persona], dati), 'progetto.ruoloMancante', /ruolo di dirigente della Regione/);
  await nonTrovata(esame, (attore) => annullaDecisione(attore, dati));
  await annullaDecisione(esame.chi.dirigente, dati);
  expect(await progetto(esame)).toMatchObject({ stato: poi });
});

test('dopo l’avvio non si annulla più', async () => {
  const esame = await unEsame({ stato: 'AVVIATO' });
  const dati = { progettoId: esame.id, motivazione: 'Errore nell’atto.' };
  await rifiutato(esame, () => annullaDecisione(esame.chi.dirigente, dati), 'progetto.attoNonAmmesso', /nello stato attuale/);
});

test('le prescrizioni poste sull’idea non fermano la ricerca dei partner: si scrivono col progetto e si verificano prima di approvarlo', async () => {
  const esame = await unEsame({ stato: 'AMMISSIBILE' });
  const { referente, partner, dirigente } = esame.chi;
  const portaA = (stato: string) => superutente.query('update progetto set stato = $2 where id = $1', [esame.id, stato]);
  await portaA('IDEA_AMMISSIBILE');
  await valutata(esame, 'IDEA');
  const prescrizioni = [prescritta(esame, 'capofila'), prescritta(esame, 'partner')];
  await approvaDomanda(dirigente, { ...atto(esame), concesso: {}, prescrizioni });
  expect(await progetto(esame)).toMatchObject({ stato: 'IDEA_APPROVATA' });
  expect((await righe('decisione', esame)).map(({ esito }) => esito)).toEqual(['APPROVATO_CON_PRESCRIZIONI']);
  const lette = await righe('prescrizione', esame);
  const di = (ente: string | undefined) => String(lette.find(({ organizzazione_id }) => organizzazione_id === ente)?.id);
  const [mia, sua] = [di(esame.domanda.capofila.id), di(esame.domanda.partner[0]?.id)];
  const scrivi = (chi: typeof referente, prescrizioneId: string) =>
    adempiPrescrizione(chi, { progettoId: esame.id, prescrizioneId, evidenza: EVIDENZA });
  await scrivi(referente, mia);
  await rifiutato(esame, () => verifica(esame, mia), 'prescrizione.nonPresentata', /quando l’ente le ha presentate/);
  await portaA('PROGETTO_BOZZA');
  await scrivi(partner, sua);
  await portaA('AMMISSIBILE');
  await rifiutato(esame, () => scrivi(referente, mia), 'prescrizione.chiusa', /non si possono più scrivere/);
  await valutata(esame);
  const approva = () => approvaDomanda(dirigente, { ...atto(esame), concesso: { personale: 1_000_000n }, prescrizioni: [] });
  await rifiutato(esame, approva, 'prescrizioni.daVerificare', /poste sull’idea/);
  await verifica(esame, mia);
  await verifica(esame, sua);
  await approva();
  expect(await progetto(esame)).toMatchObject({ stato: 'APPROVATO' });
  // annullare l'approvazione del progetto non tocca le prescrizioni dell'idea, già verificate
  await annullaDecisione(dirigente, { progettoId: esame.id, motivazione: 'Un errore nell’atto.' });
  expect((await righe('prescrizione', esame)).map(({ stato }) => stato)).toEqual(['VERIFICATA', 'VERIFICATA']);
});
