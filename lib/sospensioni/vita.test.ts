import { expect, test } from 'vitest';
import { avvisi, fineInParole, type Vita } from './vita';

const OGGI = '2020-07-09';
const vita = (altro: Partial<Vita> = {}): Vita => ({
  ...{ fine: '2021-03-31', fineOriginaria: null, fineEffettiva: null, sospensione: null, rinunciaInAttesa: false },
  ...altro,
});

test('la fine: quella in vigore, e se prorogata anche quella di prima; se concluso, quando davvero', () => {
  expect(fineInParole(vita())).toEqual({ data: '31/03/2021', nota: null });
  expect(fineInParole(vita({ fineOriginaria: '2020-12-31' }))).toEqual({ data: '31/03/2021', nota: 'prorogata: era il 31/12/2020' });
  expect(fineInParole(vita({ fineOriginaria: '2021-03-31' }))?.nota).toBeNull();
  expect(fineInParole(vita({ fineEffettiva: '2021-01-31' }))).toEqual({ data: '31/01/2021', nota: 'concluso, era previsto il 31/03/2021' });
  expect(fineInParole(vita({ fine: null }))).toBeNull();
});

test('gli avvisi: sospensione in corso o prossima, rinuncia in attesa, conclusione; di solito nessuno', () => {
  expect(avvisi(vita(), OGGI)).toEqual([]);
  expect(avvisi(vita({ sospensione: { dal: '2020-07-01', al: null }, rinunciaInAttesa: true }), OGGI)).toEqual([
    expect.stringMatching(/^Il progetto è sospeso/),
    expect.stringMatching(/rinunciare/),
  ]);
  expect(avvisi(vita({ fineEffettiva: '2020-06-30' }), OGGI)).toEqual(['Il progetto si è concluso il 30 giugno 2020.']);
});
