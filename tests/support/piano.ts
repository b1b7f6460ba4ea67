import fc from 'fast-check';
import type { AzionePiano, VoceBudget } from '@/lib/domande/valori';
import type { Piano } from '@/lib/piano/contesto';

/** Piani di prova: uno scritto a mano, leggibile, e i generatori di piani qualunque. */

export const CATEGORIE = ['personale', 'beni', 'servizi'];
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const ENTI = [
  { organizzazioneId: uuid(901), denominazione: 'Consorzio IRIS' },
  { organizzazioneId: uuid(902), denominazione: 'Consorzio CISSABO' },
];

export const unAzione = (n: number, cambio: Partial<AzionePiano> = {}): AzionePiano => ({
  id: uuid(n),
  codice: `A${n}`,
  titolo: `Azione ${n}`,
  descrizione: '',
  tipo: 'SERVIZIO',
  categoria: 'CATEGORIA',
  organizzazioneId: uuid(901),
  inizio: '2019-05-01',
  fine: '2020-10-31',
  priorita: 2,
  destinatari: [{ id: 'd1', gruppo: 'GRUPPO', quantita: 100, unita: 'persone' }],
  indicatori: [{ id: 'i1', nome: 'Sportelli aperti', atteso: '4' }],
  ...cambio,
});

export const unaVoce = (n: number, azione: number, contributo: number, cambio: Partial<VoceBudget> = {}): VoceBudget => ({
  id: `v${n}`,
  azioneId: uuid(azione),
  categoria: 'personale',
  organizzazioneId: uuid(901),
  contributoCents: String(contributo),
  cofinanziamentoCents: '0',
  naturaCents: '0',
  ...cambio,
});

const cents = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.integer({ min: 1, max: 90_000_000 }) });
const destinatari = fc.array(
  fc.record({
    id: fc.constant('d'),
    gruppo: fc.constantFrom('MINORI', 'FAMIGLIE'),
    quantita: fc.integer({ min: 0, max: 5000 }),
    unita: fc.constantFrom('persone', 'nuclei'),
  }),
  { maxLength: 3 },
);

/** Un piano in equilibrio: le voci sono di azioni che ci sono, una per cella. */
export const unPianoQualunque: fc.Arbitrary<Piano> = fc
  .array(fc.record({ priorita: fc.constantFrom(1, 2, 3), destinatari }), { minLength: 1, maxLength: 6 })
  .chain((semi) => {
    const azioni = semi.map((seme, i) => unAzione(i + 1, seme));
    const celle = azioni.flatMap((a) => CATEGORIE.flatMap((categoria) => ENTI.map((e) => ({ azioneId: a.id, categoria, ...e }))));
    const voce = fc.tuple(cents, cents, cents);
    return fc.tuple(fc.subarray(celle), fc.array(voce, { minLength: celle.length, maxLength: celle.length })).map(([scelte, importi]) => ({
      azioni,
      voci: scelte.map(({ azioneId, categoria, organizzazioneId }, i) => {
        const [contributo = 0, cofinanziamento = 0, natura = 0] = importi[i] ?? [];
        return {
          id: `v${i}`,
          azioneId,
          categoria,
          organizzazioneId,
          contributoCents: String(contributo),
          cofinanziamentoCents: String(cofinanziamento),
          naturaCents: String(natura),
        };
      }),
    }));
  });
