import { expect, test } from 'vitest';
import { leggiMessaggi } from './contaIstruzioni';

const messaggio = (tipo: string, corpo: string): Buffer => {
  const testa = Buffer.alloc(tipo.length + 4);
  testa.write(tipo);
  testa.writeInt32BE(4 + corpo.length, tipo.length);
  return Buffer.concat([testa, Buffer.from(corpo)]);
};

test('conta i messaggi anche spezzati a metà, e non l’avvio', () => {
  const flusso = Buffer.concat([messaggio('', 'avvio-lungo'), messaggio('P', 'select 1'), messaggio('E', 'x'), messaggio('Q', 'commit')]);
  for (const taglia of [1, 3, 7, 1000]) {
    const tipi: string[] = [];
    const leggi = leggiMessaggi((tipo) => tipi.push(String.fromCharCode(tipo)));
    for (let i = 0; i < flusso.length; i += taglia) leggi(flusso.subarray(i, i + taglia));
    expect(tipi).toEqual(['P', 'E', 'Q']);
  }
});

test('la richiesta di TLS è seguita da un altro avvio', () => {
  const tipi: number[] = [];
  const leggi = leggiMessaggi((tipo) => tipi.push(tipo));
  leggi(Buffer.concat([messaggio('', 'tls!'), messaggio('', 'avvio-lungo'), messaggio('Q', 'begin')]));
  expect(tipi).toHaveLength(1);
});
