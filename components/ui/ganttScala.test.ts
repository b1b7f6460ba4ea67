import { expect, test } from 'vitest';
import { etichetteAsse, inParole, posizione, tacche } from './ganttScala';

const giorno = (iso: string) => new Date(`${iso}T00:00:00Z`);
const scala = { inizio: giorno('2019-04-01'), fine: giorno('2021-01-01'), oggi: giorno('2020-07-09') };

test('la posizione va da 0 a 100 e non esce dagli estremi', () => {
  expect(posizione(scala.inizio, scala)).toBe(0);
  expect(posizione(scala.fine, scala)).toBe(100);
  expect(posizione(giorno('2018-01-01'), scala)).toBe(0);
  expect(posizione(giorno('2030-01-01'), scala)).toBe(100);
  expect(posizione(scala.oggi, { inizio: scala.oggi, fine: scala.oggi })).toBe(0);
});

test('ventuno mesi: una tacca ogni tre, con l’anno sulla prima e a gennaio', () => {
  expect(tacche(scala).map(({ etichetta }) => etichetta)).toEqual(['apr 2019', 'lug', 'ott', 'gen 2020', 'apr', 'lug', 'ott']);
});

test('cinque anni: una tacca all’anno', () => {
  expect(tacche({ ...scala, inizio: giorno('2019-04-15'), fine: giorno('2024-04-15') }).map(({ etichetta }) => etichetta)).toEqual([
    'gen 2020',
    'gen 2021',
    'gen 2022',
    'gen 2023',
    'gen 2024',
  ]);
});

test('le etichette non si coprono: dopo un anno scritto per intero la tacca vicina tace; oggi conta solo se è sull’asse', () => {
  const etichette = (oggi: string) =>
    etichetteAsse({ inizio: giorno('2030-01-01'), fine: giorno('2031-12-31'), oggi: giorno(oggi) }).map(({ etichetta }) => etichetta);
  expect(etichette('2020-07-09')).toEqual(['gen 2030', 'lug', 'ott', 'gen 2031', 'lug', 'ott']);
  expect(etichette('2030-02-01')).toEqual(['lug', 'ott', 'gen 2031', 'lug', 'ott']);
});

test('senza date la riga lo dice, e non è la stessa cosa di «non iniziata»', () => {
  expect(inParole({})).toBe('Date non rilevate.');
  expect(inParole({ previsto: { da: giorno('2019-05-01'), a: giorno('2020-12-31') } })).toBe(
    'Previsto mag 2019 – dic 2020. Non ancora iniziata.',
  );
});
