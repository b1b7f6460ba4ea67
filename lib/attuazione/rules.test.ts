import { expect, test } from 'vitest';
import type { Ruolo } from '@/lib/auth/attore';
import { attiPossibili, compi, compiParte, puoScrivere, TRANSIZIONI_PARTE, TRANSIZIONI_RAPPORTO, toccaA } from './rules';
import { AttoRapporto, StatoParte, StatoRapporto } from './schema';

const RUOLI: readonly Ruolo[] = [
  'REFERENTE',
  'OPERATORE',
  'ISTRUTTORE',
  'DIRIGENTE',
  'CONTROLLORE',
  'VALUTATORE',
  'AMMINISTRATORE',
  'RICERCATORE',
];
const ATTI_PARTE = ['consegna', 'rinvia', 'includi'] as const;

/** La tabella degli atti ridetta a mano, senza guardare le regole: stato, atto, chi (solo il capofila, se *), dove porta. */
const AMMESSI = `
  BOZZA presenta REFERENTE* PRESENTATO
  PRESENTATO prendiInCarico ISTRUTTORE,DIRIGENTE IN_VERIFICA
  IN_VERIFICA chiediChiarimento ISTRUTTORE,DIRIGENTE CHIARIMENTI
  IN_VERIFICA approva ISTRUTTORE,DIRIGENTE APPROVATO
  IN_VERIFICA approvaConRilievi ISTRUTTORE,DIRIGENTE APPROVATO_CON_RILIEVI
  IN_VERIFICA respingi ISTRUTTORE,DIRIGENTE RESPINTO
  CHIARIMENTI chiediChiarimento ISTRUTTORE,DIRIGENTE CHIARIMENTI
  CHIARIMENTI ripresenta REFERENTE* IN_VERIFICA
  CHIARIMENTI ritira ISTRUTTORE,DIRIGENTE IN_VERIFICA
  APPROVATO riapriInParte ISTRUTTORE,DIRIGENTE CHIARIMENTI
  APPROVATO_CON_RILIEVI riapriInParte ISTRUTTORE,DIRIGENTE CHIARIMENTI
  RESPINTO riapri DIRIGENTE CHIARIMENTI`
  .trim()
  .split('\n')
  .map((riga) => {
    const [stato = '', atto = '', chi = '', a = ''] = riga.trim().split(' ');
    return { stato, atto, ruoli: chi.replace('*', '').split(','), soloCapofila: chi.endsWith('*'), a };
  });

const casi = StatoRapporto.options.flatMap((stato) =>
  AttoRapporto.options.flatMap((atto) =>
    RUOLI.flatMap((ruolo) =>
      [true, false].map((capofila) => ({
        stato,
        atto,
        ruolo,
        capofila,
        previsto: AMMESSI.find((r) => r.stato === stato && r.atto === atto),
      })),
    ),
  ),
);

test('ogni stato, atto, ruolo e veste: passa solo ciò che la tabella dice, e i pulsanti sono gli stessi', () => {
  expect(casi).toHaveLength(7 * 10 * 8 * 2);
  for (const { stato, atto, ruolo, capofila, previsto } of casi) {
    const caso = `${stato} ${atto} ${ruolo}${capofila ? ' capofila' : ''}`;
    const ammesso = previsto?.ruoli.includes(ruolo) === true && (capofila || !previsto.soloCapofila);
    expect(attiPossibili(stato, { ruolo, capofila }).includes(atto), caso).toBe(ammesso);
    if (ammesso) expect(compi(atto, stato, { ruolo, capofila }), caso).toBe(previsto.a);
    else
      expect(() => compi(atto, stato, { ruolo, capofila }), caso).toThrow(
        expect.objectContaining({ code: previsto ? 'rapporto.ruoloMancante' : 'rapporto.attoNonAmmesso' }),
      );
  }
});

test('chi non ha il ruolo legge quale serve; chi arriva tardi legge di ricaricare', () => {
  for (const { stato, atto, ruolo, previsto } of casi) {
    if (!previsto || previsto.ruoli.includes(ruolo)) continue;
    const serve = previsto.ruoli.map((r) => r.toLowerCase()).join(' o ');
    expect(() => compi(atto, stato, { ruolo, capofila: true }), `${stato} ${atto} ${ruolo}`).toThrow(`Serve il ruolo di ${serve}`);
  }
  expect(() => compi('presenta', 'BOZZA', { ruolo: 'OPERATORE', capofila: true })).toThrow(
    'Non puoi inviare la relazione. Serve il ruolo di referente dell’ente capofila.',
  );
  expect(() => compi('presenta', 'BOZZA', { ruolo: 'REFERENTE', capofila: false })).toThrow(/dell’ente capofila/);
  expect(() => compi('riapri', 'RESPINTO', { ruolo: 'ISTRUTTORE', capofila: false })).toThrow(
    'Non puoi riaprire la relazione. Serve il ruolo di dirigente.',
  );
  expect(() => compi('approva', 'APPROVATO', { ruolo: 'DIRIGENTE', capofila: false })).toThrow(/nello stato attuale\. Ricarica la pagina/);
});

test('da ogni stato esce almeno un atto; un’approvata si può solo riaprire in parte', () => {
  const uscite = StatoRapporto.options.map((stato) => [stato, Object.keys(TRANSIZIONI_RAPPORTO[stato])] as const);
  expect(uscite.filter(([, atti]) => atti.length === 0)).toEqual([]);
  for (const [stato, atti] of uscite.filter(([stato]) => stato.startsWith('APPROVATO')))
    expect([stato, atti]).toEqual([stato, ['riapriInParte']]);
});

test('la parte di un ente: APERTO → CONSEGNATO ↔ RINVIATO → INCLUSO, e nient’altro', () => {
  const passaggi = StatoParte.options.flatMap((stato) =>
    ATTI_PARTE.flatMap((atto) => (TRANSIZIONI_PARTE[stato][atto] ? [`${stato} ${atto} ${compiParte(atto, stato)}`] : [])),
  );
  expect(passaggi).toEqual([
    'APERTO consegna CONSEGNATO',
    'CONSEGNATO rinvia RINVIATO',
    'CONSEGNATO includi INCLUSO',
    'RINVIATO consegna CONSEGNATO',
  ]);
  for (const stato of StatoParte.options)
    for (const atto of ATTI_PARTE.filter((a) => !TRANSIZIONI_PARTE[stato][a]))
      expect(() => compiParte(atto, stato), `${stato} ${atto}`).toThrow(expect.objectContaining({ code: 'parte.attoNonAmmesso' }));
});

test('chi scrive su un’azione: ogni stato, parte, veste e riapertura', () => {
  for (const statoRapporto of StatoRapporto.options)
    for (const statoParte of [...StatoParte.options, null])
      for (const [mia, capofila, riaperto] of tutteLeTerne()) {
        const inBozza = statoRapporto === 'BOZZA' && (capofila || (mia && (statoParte === 'APERTO' || statoParte === 'RINVIATO')));
        const inChiarimento = statoRapporto === 'CHIARIMENTI' && riaperto && (mia || capofila);
        const caso = { statoRapporto, statoParte, mia, capofila, riaperto };
        expect(puoScrivere(caso), JSON.stringify(caso)).toBe(inBozza || inChiarimento);
      }
});

const tutteLeTerne = (): [boolean, boolean, boolean][] => [0, 1, 2, 3, 4, 5, 6, 7].map((n) => [(n & 1) > 0, (n & 2) > 0, (n & 4) > 0]);

test('la pratica è di chi deve muoverla', () => {
  expect(StatoRapporto.options.map((stato) => `${stato} ${toccaA(stato)}`)).toEqual([
    'BOZZA ENTE',
    'PRESENTATO REGIONE',
    'IN_VERIFICA REGIONE',
    'CHIARIMENTI ENTE',
    'APPROVATO NESSUNO',
    'APPROVATO_CON_RILIEVI NESSUNO',
    'RESPINTO NESSUNO',
  ]);
});
