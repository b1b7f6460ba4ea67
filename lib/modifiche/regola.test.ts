import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Attuazione } from '@/lib/bandi/configurazione';
import type { ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { unAzione, unaVoce, unPianoQualunque } from '@/tests/support/piano';
import { quotaSpostata } from './quota';
import { regolaDi, rifiutoDecisione } from './regola';

const con = (voci: VoceBudget[]): ContenutoVersione => ({
  titolo: 'P',
  fase: 'PROGETTO',
  bando: { titolo: 'B', versione: 1 },
  partner: [],
  ambiti: [],
  sezioni: {},
  documenti: [],
  piano: { azioni: [unAzione(1)], voci },
});
const voci = (personale: number, beni: number): VoceBudget[] => [unaVoce(1, 1, personale), unaVoce(2, 1, beni, { categoria: 'beni' })];
const base = con(voci(80_000, 20_000));
const regola = (dopo: VoceBudget[], congelato = true, attuazione = Attuazione.parse({})) =>
  regolaDi({ attuazione, dominio: 'budget', base, nuovo: con(dopo), congelato });

describe('regolaDi, quadro economico', () => {
  test.each([
    [voci(80_000, 20_000), 0, 'COMUNICAZIONE'],
    [voci(60_000, 40_000), 20, 'COMUNICAZIONE'],
    [voci(59_999, 40_001), 21, 'APPROVAZIONE'],
    // si conta la maggiore tra ciò che cresce e ciò che cala
    [voci(80_000, 0), 20, 'COMUNICAZIONE'],
    [voci(79_999, 0), 21, 'APPROVAZIONE'],
    [voci(120_000, 0), 40, 'APPROVAZIONE'],
  ])('sposta quanto deve (%#)', (dopo, quota, regime) => {
    expect(regola(dopo)).toMatchObject({ regime, numeri: { quotaPercento: quota, sogliaPercento: 20 } });
  });

  test('la frase dice quanto e perché', () => {
    expect(regola(voci(68_000, 32_000)).frase).toBe('Sposta il 12% del contributo tra categorie di costo: sotto il 20% basta comunicarla.');
    expect(regola(voci(50_000, 50_000)).frase).toBe(
      'Sposta il 30% del contributo tra categorie di costo: oltre il 20% serve l’approvazione della Regione: decide il dirigente.',
    );
  });

  test('la prima modifica di un piano mai congelato va approvata anche se è piccola', () => {
    expect(regola(voci(80_000, 20_000), false)).toMatchObject({ regime: 'APPROVAZIONE', competente: 'DIRIGENTE' });
  });

  test('la soglia e il competente sono quelli del bando', () => {
    const bando = Attuazione.parse({ sogliaBudgetPercento: 10, competenti: { budget: 'ISTRUTTORE' } });
    expect(regola(voci(68_000, 32_000), true, bando)).toMatchObject({ regime: 'APPROVAZIONE', competente: 'ISTRUTTORE' });
  });
});

test('la quota non è mai negativa, è zero tra piani uguali e cresce con ciò che si sposta', () => {
  fc.assert(
    fc.property(unPianoQualunque, unPianoQualunque, (a, b) => {
      expect(quotaSpostata(a.voci, a.voci)).toBe(0);
      expect(quotaSpostata(a.voci, b.voci)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  ['referente', true, 'COMUNICAZIONE'],
  ['sede', true, 'COMUNICAZIONE'],
  ['referente', false, 'APPROVAZIONE'],
  ['dati_bancari', true, 'APPROVAZIONE'],
  ['azioni', true, 'APPROVAZIONE'],
  ['altro', true, 'APPROVAZIONE'],
] as const)('%s (congelato: %s): %s', (dominio, congelato, regime) => {
  expect(regolaDi({ attuazione: Attuazione.parse({}), dominio, base, nuovo: base, congelato })).toMatchObject({ regime });
});

test.each([
  ['DIRIGENTE', 'DIRIGENTE', ''],
  ['DIRIGENTE', 'ISTRUTTORE', ''],
  ['ISTRUTTORE', 'ISTRUTTORE', ''],
  ['ISTRUTTORE', 'DIRIGENTE', 'Non puoi decidere questa richiesta. Serve il ruolo di dirigente della Regione.'],
  ['ISTRUTTORE', null, 'Non puoi decidere questa richiesta. Serve il ruolo di dirigente della Regione.'],
  ['VALUTATORE', 'ISTRUTTORE', 'Non puoi decidere questa richiesta. Serve il ruolo di istruttore o di dirigente della Regione.'],
] as const)('%s davanti a una richiesta di competenza di %s', (ruolo, competente, frase) => {
  expect(rifiutoDecisione(ruolo, competente)).toBe(frase);
});
