import { expect, test } from 'vitest';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { StatoProgetto } from './schema';
import { type AttoProgetto, attiProgetto, compiProgetto, faseDi, rifiutoProgetto, TRANSIZIONI_PROGETTO } from './stati';

/**
 * La tabella di product.md §2, ricopiata a mano: da, a, chi (C referente del capofila, R istruttore, D dirigente), con che atto.
 * `chiudiIntegrazioni` non c’è nella tabella: se l’ente tace oltre il termine, l’istruttoria prosegue (docs/decisioni, «Quando qualcuno tace»).
 */
const TABELLA = `
IDEA_BOZZA IDEA_PRESENTATA C presenta
IDEA_PRESENTATA IDEA_BOZZA C ritiraPresentazione
IDEA_PRESENTATA IDEA_DA_INTEGRARE R chiediIntegrazioni
IDEA_DA_INTEGRARE IDEA_PRESENTATA C integra
IDEA_DA_INTEGRARE IDEA_PRESENTATA R chiudiIntegrazioni
IDEA_PRESENTATA IDEA_AMMISSIBILE R dichiaraAmmissibile
IDEA_PRESENTATA IDEA_INAMMISSIBILE R dichiaraInammissibile
IDEA_AMMISSIBILE IDEA_APPROVATA D approva
IDEA_AMMISSIBILE IDEA_NON_APPROVATA D nonApprova
IDEA_APPROVATA PARTNERSHIP_APERTA C pubblicaAvviso
PARTNERSHIP_APERTA PROGETTO_BOZZA C apriProgetto
PROGETTO_BOZZA PROGETTO_PRESENTATO C presenta
PROGETTO_PRESENTATO PROGETTO_BOZZA C ritiraPresentazione
PROGETTO_PRESENTATO PROGETTO_DA_INTEGRARE R chiediIntegrazioni
PROGETTO_DA_INTEGRARE PROGETTO_PRESENTATO C integra
PROGETTO_DA_INTEGRARE PROGETTO_PRESENTATO R chiudiIntegrazioni
PROGETTO_PRESENTATO AMMISSIBILE R dichiaraAmmissibile
PROGETTO_PRESENTATO INAMMISSIBILE R dichiaraInammissibile
AMMISSIBILE APPROVATO D approva
AMMISSIBILE APPROVATO_CON_PRESCRIZIONI D approvaConPrescrizioni
AMMISSIBILE NON_APPROVATO D nonApprova
APPROVATO_CON_PRESCRIZIONI PRESCRIZIONI_PRESENTATE C presentaPrescrizioni
PRESCRIZIONI_PRESENTATE APPROVATO_CON_PRESCRIZIONI D rinviaPrescrizioni
PRESCRIZIONI_PRESENTATE APPROVATO D approva
PRESCRIZIONI_PRESENTATE NON_APPROVATO D nonApprova
APPROVATO RIMODULAZIONE_INIZIALE C apriRimodulazione
RIMODULAZIONE_INIZIALE APPROVATO D approva
APPROVATO AVVIATO R avvia
AVVIATO SOSPESO D sospendi
SOSPESO AVVIATO D riprendi
AVVIATO CONCLUSO D concludi
CONCLUSO AVVIATO D riapri
AVVIATO REVOCATO D revoca
SOSPESO REVOCATO D revoca
AVVIATO RITIRATO D confermaRinuncia
SOSPESO RITIRATO D confermaRinuncia
IDEA_AMMISSIBILE IDEA_PRESENTATA D annullaDecisione
IDEA_INAMMISSIBILE IDEA_PRESENTATA D annullaDecisione
IDEA_APPROVATA IDEA_AMMISSIBILE D annullaDecisione
IDEA_NON_APPROVATA IDEA_AMMISSIBILE D annullaDecisione
AMMISSIBILE PROGETTO_PRESENTATO D annullaDecisione
INAMMISSIBILE PROGETTO_PRESENTATO D annullaDecisione
APPROVATO AMMISSIBILE D annullaDecisione
APPROVATO_CON_PRESCRIZIONI AMMISSIBILE D annullaDecisione
NON_APPROVATO AMMISSIBILE D annullaDecisione
IDEA_BOZZA RITIRATO C ritira
IDEA_PRESENTATA RITIRATO C ritira
IDEA_DA_INTEGRARE RITIRATO C ritira
IDEA_AMMISSIBILE RITIRATO C ritira
IDEA_APPROVATA RITIRATO C ritira
PARTNERSHIP_APERTA RITIRATO C ritira
PROGETTO_BOZZA RITIRATO C ritira
PROGETTO_PRESENTATO RITIRATO C ritira
PROGETTO_DA_INTEGRARE RITIRATO C ritira
AMMISSIBILE RITIRATO C ritira
APPROVATO RITIRATO C ritira
APPROVATO_CON_PRESCRIZIONI RITIRATO C ritira
PRESCRIZIONI_PRESENTATE RITIRATO C ritira
RIMODULAZIONE_INIZIALE RITIRATO C ritira`;

type Rigo = { da: string; a: string; chi: string; atto: string };
const RIGHE: Rigo[] = TABELLA.trim()
  .split('\n')
  .map((riga) => riga.split(' '))
  .map(([da = '', a = '', chi = '', atto = '']) => ({ da, a, chi, atto }));

const STATI = StatoProgetto.options;
const ATTI = [...new Set(RIGHE.map(({ atto }) => atto))] as AttoProgetto[];
const RUOLI = ['REFERENTE', 'OPERATORE', 'ISTRUTTORE', 'DIRIGENTE', 'CONTROLLORE', 'VALUTATORE', 'AMMINISTRATORE', 'RICERCATORE'] as const;
const SPETTA: Record<string, (typeof RUOLI)[number]> = { C: 'REFERENTE', R: 'ISTRUTTORE', D: 'DIRIGENTE' };
const VESTI = RUOLI.flatMap((ruolo) => [true, false].map((capofila) => ({ ruolo, capofila })));

test('le transizioni sono quelle della tabella del prodotto, né più né meno', () => {
  const scritte = Object.entries(TRANSIZIONI_PROGETTO).flatMap(([da, passaggi]) =>
    Object.entries(passaggi).map(([atto, { a, ruolo, capofila }]) => `${da} ${a} ${ruolo}${capofila ? ' capofila' : ''} ${atto}`),
  );
  const attese = RIGHE.map(({ da, a, chi, atto }) => `${da} ${a} ${SPETTA[chi]}${chi === 'C' ? ' capofila' : ''} ${atto}`);
  expect(scritte.sort()).toEqual(attese.sort());
  expect(Object.keys(TRANSIZIONI_PROGETTO).sort()).toEqual([...STATI].sort());
  expect([STATI.length, ATTI.length]).toEqual([23, 24]);
});

test('ogni stato × atto × ruolo × capofila: compiuto, o rifiutato con il suo motivo', () => {
  const sbagliati: string[] = [];
  for (const stato of STATI)
    for (const atto of ATTI)
      for (const chi of VESTI) {
        const rigo = RIGHE.find((r) => r.da === stato && r.atto === atto);
        const ammesso = rigo && SPETTA[rigo.chi] === chi.ruolo && (rigo.chi !== 'C' || chi.capofila);
        const atteso = ammesso ? rigo.a : rigo ? 'progetto.ruoloMancante' : 'progetto.attoNonAmmesso';
        const avuto = esito(() => compiProgetto(atto, stato, chi));
        if (avuto !== atteso) sbagliati.push(`${stato} ${atto} ${chi.ruolo} ${chi.capofila}: ${avuto} invece di ${atteso}`);
      }
  expect(sbagliati).toEqual([]);
});

function esito(atto: () => string): string {
  try {
    return atto();
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('si offrono esattamente gli atti che si possono compiere, e gli altri hanno una frase che dice che cosa serve', () => {
  for (const stato of STATI)
    for (const chi of VESTI) {
      const offerti = attiProgetto(stato, chi);
      expect(offerti.sort(), `${stato} ${chi.ruolo}`).toEqual(ATTI.filter((atto) => rifiutoProgetto(atto, stato, chi) === '').sort());
      for (const atto of ATTI.filter((a) => !offerti.includes(a))) {
        const rigo = RIGHE.find((r) => r.da === stato && r.atto === atto);
        const frase = rifiutoProgetto(atto, stato, chi);
        expect(frase).toMatch(/^Non (si può|puoi) \S.+\.$/);
        if (rigo) expect(frase).toContain(nomeRuolo(SPETTA[rigo.chi] ?? 'REFERENTE'));
      }
    }
});

test('per ogni coppia di stati e chi agisce c’è al più un atto: il passaggio dice da solo che cosa è successo', () => {
  const coppie = RIGHE.map(({ da, a, chi }) => `${da} ${a} ${chi}`);
  expect(new Set(coppie).size).toBe(coppie.length);
});

test('prima dell’avvio ci si può ritirare da ogni stato che non è già una fine; dopo, mai', () => {
  const fini = ['IDEA_INAMMISSIBILE', 'IDEA_NON_APPROVATA', 'INAMMISSIBILE', 'NON_APPROVATO', 'RITIRATO', 'REVOCATO'];
  const daAvviati = ['AVVIATO', 'SOSPESO', 'CONCLUSO'];
  for (const stato of STATI) {
    const puo = attiProgetto(stato, { ruolo: 'REFERENTE', capofila: true }).includes('ritira');
    expect(puo, stato).toBe(![...fini, ...daAvviati].includes(stato));
  }
});

test('una decisione annullata riporta indietro di un passo, fino all’avvio', () => {
  for (const { da, a } of RIGHE.filter(({ atto }) => atto === 'annullaDecisione')) {
    expect(
      RIGHE.some((r) => r.da === a && r.a === da && r.atto !== 'annullaDecisione'),
      `${a} → ${da}`,
    ).toBe(true);
    expect(['AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO']).not.toContain(da);
  }
});

test.each([
  ['IDEA_BOZZA', 'IDEA'],
  ['IDEA_NON_APPROVATA', 'IDEA'],
  ['PARTNERSHIP_APERTA', null],
  ['PROGETTO_DA_INTEGRARE', 'PROGETTO'],
  ['AMMISSIBILE', 'PROGETTO'],
  ['APPROVATO_CON_PRESCRIZIONI', null],
  ['RIMODULAZIONE_INIZIALE', 'RIMODULAZIONE'],
  ['AVVIATO', null],
] as const)('%s si scrive o si esamina nella fase %s', (stato, fase) => {
  expect(faseDi(stato)).toBe(fase);
});
