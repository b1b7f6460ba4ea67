import { expect, test } from 'vitest';
import { moduloPulito, textValues } from './textValues';

test('restano i testi, puliti; dei nomi ripetuti l’ultimo; i file e i campi di React no', () => {
  const modulo = new FormData();
  modulo.append('nota', 'prima riga\r\nseconda\u0000 \ud800');
  modulo.append('causa', 'A');
  modulo.append('causa', 'B');
  modulo.append('allegato', new File(['x'], 'x.txt'));
  modulo.append('$ACTION_REF_1', '');
  const pulito = moduloPulito(modulo);
  expect(textValues(pulito)).toEqual({ nota: 'prima riga\nseconda \ufffd', causa: 'B' });
  expect(pulito.getAll('causa')).toEqual(['A', 'B']);
  expect(pulito.get('allegato')).toBeInstanceOf(File);
});
