import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Gantt, GanttAsse } from './Gantt';

const giorno = (iso: string) => new Date(`${iso}T00:00:00Z`);
const scala = {
  inizio: giorno('2019-04-01'),
  fine: giorno('2021-01-01'),
  oggi: giorno('2020-07-09'),
  sospensioni: [{ da: giorno('2020-03-09'), a: giorno('2020-06-18') }],
  traguardi: [{ giorno: giorno('2020-12-30'), etichetta: 'Fine del progetto: 30/12/2020' }],
};
const riga = {
  previsto: { da: giorno('2019-05-01'), a: giorno('2020-12-31') },
  stima: { da: giorno('2020-07-09'), a: giorno('2020-12-01') },
  ferma: [{ da: giorno('2020-01-01'), a: giorno('2020-02-01') }],
};
const disegna = (quale = scala) => ({
  asse: renderToStaticMarkup(<GanttAsse scala={quale} />),
  della: renderToStaticMarkup(<Gantt scala={quale} riga={riga} />),
});
const trovati = (testo: string, cosa: RegExp): string[] => [...testo.matchAll(cosa)].map(([, id = '']) => id);

test('ciò che una riga usa lo definisce l’asse, una volta', () => {
  const { asse, della } = disegna();
  const definiti = trovati(asse, / id="([^"]+)"/g);
  expect(new Set(definiti).size).toBe(definiti.length);
  expect([...new Set(trovati(della, /#([\w-]+)/g))].sort()).toEqual([...definiti].sort());
});

test('mesi, sospensioni e oggi stanno nell’asse; il giorno che conta resta nella riga, con il suo nome', () => {
  const { asse, della } = disegna();
  for (const classe of ['gantt__grid', 'gantt__now']) {
    expect(asse).toContain(classe);
    expect(della).not.toContain(classe);
  }
  expect(della).toContain('<title>Fine del progetto: 30/12/2020</title>');
});

test('oggi fuori dall’asse non si disegna e non si usa', () => {
  const { asse, della } = disegna({ ...scala, oggi: giorno('2030-01-01') });
  expect(asse + della).not.toContain('oggi');
});

test('le percentuali hanno al più due decimali', () => {
  const { asse, della } = disegna();
  const scritte = trovati(asse + della, /"([\d.]+)%"/g);
  expect(scritte.length).toBeGreaterThan(10);
  for (const percentuale of scritte) expect(percentuale).toMatch(/^\d{1,3}(\.\d{1,2})?$/);
});
