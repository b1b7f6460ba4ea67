import fc from 'fast-check';
import { expect, test } from 'vitest';
import { esitoSospensione, fraseSospensione } from './labels';
import { avviati, type Contesto, esigiRipresa, ostacolo, PER_GIRO, primoGiro, prossimi, sospesi } from './rules';
import { SospensioneInBlocco, SospensioneNuova } from './schema';

const OGGI = '2020-07-09';
const contesto: Contesto = { stato: 'AVVIATO', avvio: '2019-10-01', fine: '2021-03-31', sospensioni: [] };
const sospende = (dal: string, al: string | null, altro: Partial<Contesto> = {}) => ostacolo({ dal, al }, { ...contesto, ...altro }, OGGI);

test.each([
  ['da oggi, aperta', OGGI, null],
  ['passata e già conclusa', '2020-03-09', '2020-06-18'],
  ['tra trenta giorni', '2020-08-08', null],
  ['di un giorno solo', OGGI, OGGI],
])('si può: %s', (_, dal, al) => {
  expect(sospende(dal, al)).toBe('');
});

test.each([
  ['finisce prima di cominciare', '2020-06-18', '2020-03-09', /ultimo giorno/],
  ['troppo avanti', '2020-08-09', null, /entro il 08\/08\/2020/],
  ['prima dell’avvio', '2019-09-30', '2019-10-15', /cominciato il 01\/10\/2019/],
  ['dopo la fine', '2021-04-01', null, /massimo 30 giorni|finisce/],
])('non si può, e si dice perché: %s', (_, dal, al, frase) => {
  expect(sospende(dal, al)).toMatch(frase);
});

test('due sospensioni non si sovrappongono, neppure per un giorno; attaccate sì', () => {
  const sospensioni = [{ dal: '2020-03-09', al: '2020-06-18' }];
  expect(sospende('2020-06-18', '2020-06-30', { sospensioni })).toMatch(/dal 09\/03\/2020 al 18\/06\/2020/);
  expect(sospende('2020-02-01', '2020-03-09', { sospensioni })).toMatch(/si sovrappongono/);
  expect(sospende('2020-02-01', null, { sospensioni })).toMatch(/si sovrappongono/);
  expect(sospende('2020-06-19', '2020-06-30', { sospensioni })).toBe('');
  expect(sospende(OGGI, null, { sospensioni: [{ dal: '2020-07-01', al: null }] })).toMatch(/dal 01\/07\/2020/);
});

test('si sospende solo ciò che è avviato', () => {
  for (const stato of ['APPROVATO', 'CONCLUSO', 'REVOCATO', 'RITIRATO'] as const)
    expect(sospende(OGGI, null, { stato })).toMatch(/solo un progetto avviato/);
});

test('la ripresa: non prima dell’inizio, non oltre trenta giorni, non su una sospensione già finita', () => {
  const aperta = { dal: '2020-06-01', al: null };
  expect(() => esigiRipresa(aperta, '2020-05-31', [], OGGI)).toThrow(/01\/06\/2020/);
  expect(() => esigiRipresa(aperta, '2020-08-09', [], OGGI)).toThrow(/entro il 08\/08\/2020/);
  expect(() => esigiRipresa({ dal: '2020-03-09', al: '2020-06-18' }, OGGI, [], OGGI)).toThrow(/finita il 18\/06\/2020/);
  expect(() => esigiRipresa(aperta, '2020-07-20', [{ dal: '2020-07-20', al: '2020-07-25' }], OGGI)).toThrow(/si sovrappongono/);
  expect(() => esigiRipresa({ dal: '2020-06-01', al: '2020-07-31' }, '2020-07-10', [], OGGI)).not.toThrow();
});

test('i moduli: date italiane, azione facoltativa, caselle dei progetti', () => {
  const [progettoId, uno] = ['0190a5f0-0000-7000-8000-000000000001', '0190a5f0-0000-7000-8000-000000000002'];
  const campi = { motivo: 'EMERGENZA_SANITARIA', nota: '', dal: '9/3/2020', al: '18/06/2020', atto: 'D.D. 1', dataAtto: '01/07/2020' };
  expect(SospensioneNuova.parse({ ...campi, progettoId, azioneId: '' })).toMatchObject({ azioneId: null, dal: '2020-03-09', nota: null });
  expect(SospensioneNuova.safeParse({ ...campi, progettoId, al: '31/02/2020' }).error?.issues[0]?.message).toMatch(/31 febbraio 2020/);
  expect(SospensioneInBlocco.parse({ ...campi, bandoId: progettoId, [`progetti.${uno}`]: 'si' }).progetti).toEqual([uno]);
  expect(SospensioneInBlocco.safeParse({ ...campi, bandoId: progettoId }).success).toBe(false);
});

test('la frase dice se è in corso o verrà, e fino a quando', () => {
  expect(fraseSospensione({ dal: '2020-07-01', al: null }, OGGI)).toMatch(/^Il progetto è sospeso dal 1 luglio 2020, fino alla ripresa/);
  expect(fraseSospensione({ dal: '2020-08-01', al: '2020-08-31' }, OGGI)).toMatch(/^Il progetto sarà sospeso.*31 agosto 2020 compreso\.$/);
  expect(esitoSospensione('sospeso')).toBeDefined();
  expect(esitoSospensione('toString')).toBeUndefined();
});

test('un blocco si tratta a giri: ciascun progetto scelto una volta, chi è lasciato fuori mai', () => {
  const nome = (n: number) => `p${String(n).padStart(4, '0')}`;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 180 }), fc.array(fc.integer({ min: 0, max: 179 }), { maxLength: 20 }), (quanti, esclusi) => {
      const progetti = Array.from({ length: quanti }, (_, n) => nome(n));
      const scelti = progetti.filter((id) => !esclusi.map(nome).includes(id));
      let { giro, segue } = primoGiro(progetti, scelti);
      const trattati = [...giro];
      while (segue) {
        const dopo = prossimi(progetti, segue);
        expect(dopo.giro.length).toBeLessThanOrEqual(PER_GIRO);
        trattati.push(...dopo.giro);
        giro = dopo.giro;
        segue = dopo.restano > 0 ? { ...segue, dopo: giro.at(-1) ?? '' } : null;
      }
      expect(trattati).toEqual(scelti);
    }),
  );
});

test('con troppi lasciati fuori si fa in più volte', () => {
  const progetti = Array.from({ length: 200 }, (_, n) => `p${String(n).padStart(4, '0')}`);
  const scelti = progetti.slice(0, 60);
  expect(() => primoGiro(progetti, scelti)).toThrow(/50 per volta/);
});

test('si sospende chi è avviato, riprende chi ha una sospensione senza fine', () => {
  const sospensione = (al: string | null) => ({ id: 's', dal: '2020-03-01', al });
  const progetti = [
    { id: 'a', stato: 'AVVIATO' as const, sospensioni: [sospensione('2020-04-01')] },
    { id: 'b', stato: 'SOSPESO' as const, sospensioni: [sospensione(null)] },
    { id: 'c', stato: 'CONCLUSO' as const, sospensioni: [] },
  ];
  expect([avviati(progetti), sospesi(progetti)]).toEqual([['a'], ['b']]);
});
