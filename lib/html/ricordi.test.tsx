import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { disegnato, ricordi } from './ricordi';

const UNO = { quanti: 0, dentro: [{ nome: 'a', altri: ['b'] }] };
const copia = (..._: string[]) => structuredClone(UNO);

test('per qualunque sequenza di testi ciò che si ricorda è ciò che se ne farebbe adesso, e non si tiene più del massimo', () => {
  const testo = fc.constantFrom('', 'a', 'b', 'ab', 'aab', 'perché – 👩🏽‍🔧');
  fc.assert(
    fc.property(fc.array(fc.tuple(testo, testo), { maxLength: 60 }), fc.nat(40), (sequenza, massimo) => {
      const fa = vi.fn((...testi: [string, string]) => ({ di: testi }));
      const ricorda = ricordi(massimo, fa);
      // il modello: i testi tenuti, dal più vecchio
      let tenuti: string[] = [];
      for (const testi of sequenza) {
        const chiave = testi.join(' ');
        fa.mockClear();
        expect(ricorda(...testi)).toEqual({ di: testi });
        expect(fa).toHaveBeenCalledTimes(tenuti.includes(chiave) ? 0 : 1);
        if (!tenuti.includes(chiave) && chiave.length <= massimo) tenuti.push(chiave);
        while (tenuti.join('').length > massimo) tenuti = tenuti.slice(1);
      }
    }),
  );
});

test('gli stessi testi danno lo stesso oggetto, uno diverso di un carattere o di posto un altro; due memorie non si scambiano nulla', () => {
  const [una, altra] = [ricordi(1000, copia), ricordi(1000, copia)];
  const primo = una('testo', 'b');
  expect(una(['te', 'sto'].join(''), 'b')).toBe(primo);
  for (const altro of [una('testo ', 'b'), una('b', 'testo'), una('testob', ''), una('testo'), altra('testo', 'b')])
    expect(altro).not.toBe(primo);
});

test('ciò che si ricorda nessuno lo cambia, nemmeno in fondo; neanche ciò che era troppo per ricordarlo', () => {
  for (const massimo of [1000, 0]) {
    const letto = ricordi(massimo, copia)('testo');
    for (const guasta of [
      () => Object.assign(letto, { quanti: 1 }),
      () => letto.dentro.reverse().push({ nome: 'c', altri: [] }),
      () => Object.assign(letto.dentro[0] ?? {}, { nome: 'z' }),
      () => letto.dentro[0]?.altri.sort().push('z'),
    ])
      expect(guasta).toThrow(TypeError);
    expect(letto).toEqual(UNO);
  }
});

test('se ciò che si fa di un testo non riesce non si ricorda nulla', () => {
  const fa = vi.fn(copia).mockImplementationOnce(() => {
    throw new Error('caduto');
  });
  const ricorda = ricordi(1000, fa);
  expect(() => ricorda('testo')).toThrow('caduto');
  expect(ricorda('testo')).toEqual(UNO);
});

const Nome = ({ nome }: { nome: string }) => <b>{nome}</b>;
const Saluto = ({ nome }: { nome: string }) => (
  <p>
    Ciao {nome}, perché «{'<&>'}»?
  </p>
);

test('un disegno si scrive una volta per oggetto; due disegni dello stesso oggetto, o due oggetti uguali, non si confondono', () => {
  const disegno = vi.fn(Nome);
  const [ada, eva] = [Object.freeze({ nome: 'Ada' }), Object.freeze({ nome: 'Eva' })];
  const visti = [ada, eva, ada, eva].map((cosa) => String(disegnato(disegno, cosa)));
  expect(visti).toEqual(['<b>Ada</b>', '<b>Eva</b>', '<b>Ada</b>', '<b>Eva</b>']);
  expect(disegno).toHaveBeenCalledTimes(2);
  expect(String(disegnato(Saluto, ada))).toBe('<p>Ciao Ada, perché «&lt;&amp;&gt;»?</p>');
  disegnato(disegno, Object.freeze({ nome: 'Ada' }));
  expect(disegno).toHaveBeenCalledTimes(3);
});

test('non si tiene il disegno di ciò che può ancora cambiare, né quello che non riesce', () => {
  expect(() => disegnato(Nome, { nome: 'Ada' })).toThrow('non può più cambiare');
  const ada = Object.freeze({ nome: 'Ada' });
  const incerto = vi.fn(Nome).mockImplementationOnce(() => {
    throw new Error('caduto');
  });
  expect(() => disegnato(incerto, ada)).toThrow('caduto');
  expect(String(disegnato(incerto, ada))).toBe('<b>Ada</b>');
});
