import { expect, test } from 'vitest';
import { Configurazione } from '@/lib/bandi/configurazione';
import { canonico, improntaDi } from './canonico';
import { contenutoDi, documentiVigenti } from './contenuto';
import { sezioniCorrenti } from './ereditati';

const campo = (chiave: string, visibilita?: string) => ({ chiave, etichetta: chiave, tipo: 'testo', visibilita });
const configurazione = Configurazione.parse({
  tipo: 'SPORTELLO',
  titolo: 'Bando',
  dotazioneCents: '1',
  passi: [],
  sezioni: [
    {
      chiave: 'contesto',
      titolo: 'Contesto',
      visibilita: 'ENTRAMBI',
      campi: [campo('comune'), campo('sola_idea', 'IDEA'), campo('solo_progetto', 'PROGETTO')],
    },
    { chiave: 'idea', titolo: 'Idea', visibilita: 'IDEA', campi: [campo('sogno')] },
    { chiave: 'azioni', titolo: 'Azioni', visibilita: 'PROGETTO', campi: [{ chiave: 'azioni', etichetta: 'Azioni', tipo: 'azioni' }] },
  ],
});

const IDEA = { contesto: { comune: 'a', sola_idea: 'b' }, idea: { sogno: 'c' } };

test('al progetto passano solo i campi comuni, e solo finché nessuno ha aperto la sezione', () => {
  expect(sezioniCorrenti(configurazione, 'PROGETTO', { IDEA })).toEqual({ contesto: { comune: 'a' } });
  const riscritta = { contesto: { comune: 'z', solo_progetto: 'y' } };
  expect(sezioniCorrenti(configurazione, 'PROGETTO', { IDEA, PROGETTO: riscritta })).toEqual(riscritta);
});

test('la rimodulazione riscrive sopra il progetto e tiene il resto', () => {
  const PROGETTO = { contesto: { comune: 'z' }, azioni: { azioni: [] } };
  const RIMODULAZIONE = { azioni: { azioni: null } };
  expect(sezioniCorrenti(configurazione, 'RIMODULAZIONE', { IDEA, PROGETTO, RIMODULAZIONE })).toEqual({
    contesto: { comune: 'z' },
    azioni: { azioni: null },
  });
});

test('l’impronta non dipende dall’ordine delle chiavi, ma da ogni lettera sì', () => {
  expect(canonico({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  expect(improntaDi({ a: 1, b: 'è' })).toBe(improntaDi({ b: 'è', a: 1 }));
  expect(improntaDi({ a: 1, b: 'è' })).not.toBe(improntaDi({ a: 1, b: 'e' }));
});

test('di due documenti con lo stesso nome nella stessa voce vale l’ultimo; in un’altra voce no', () => {
  const d = (id: string, chiave: string, nome: string, caricatoIl: string) => ({ id, chiave, nome, caricatoIl });
  const tutti = [
    d('1', 'lettera', 'a.pdf', '2020-01-01'),
    d('2', 'lettera', 'b.pdf', '2020-01-01'),
    d('3', 'altro', 'a.pdf', '2020-01-01'),
    d('4', 'lettera', 'a.pdf', '2020-01-02'),
  ];
  expect(documentiVigenti(tutti).map(({ id }) => id)).toEqual(['2', '3', '4']);
});

test('un piano che non ha la sua forma non si congela, e la frase dice dove guardare', () => {
  const domanda = { titolo: 'T', bando: { titolo: 'B', versione: 1 }, ambiti: [], partner: [], documenti: [], configurazione };
  const rotta = { ...domanda, sezioni: { PROGETTO: { azioni: { azioni: 'non un elenco' } } } };
  expect(() => contenutoDi(rotta, 'PROGETTO')).toThrow(/Le azioni o il quadro economico/);
  expect(contenutoDi({ ...domanda, sezioni: { IDEA } }, 'IDEA')).not.toHaveProperty('piano');
});
