import { expect, test } from 'vitest';
import type { Ruolo } from '@/lib/auth/attore';
import { rifiutoDi } from '@/lib/errors/rifiutoDi';
import { esigiChiAutorizza, esigiChiChiede, statoAccesso } from './regole';
import { Autorizzazione, RichiestaAccesso } from './schema';

const RUOLI: Ruolo[] = ['REFERENTE', 'OPERATORE', 'ISTRUTTORE', 'DIRIGENTE', 'CONTROLLORE', 'VALUTATORE', 'AMMINISTRATORE', 'RICERCATORE'];
const UNO = '00000000-0000-4000-8000-000000000001';
const DUE = '00000000-0000-4000-8000-000000000002';

test('chiedono solo istruttori e controllori', () => {
  expect(RUOLI.filter((ruolo) => rifiutoDi(() => esigiChiChiede({ ruolo })) === '')).toEqual(['ISTRUTTORE', 'CONTROLLORE']);
});

test('autorizza solo un dirigente, che è un’altra persona, una volta', () => {
  const puo = (ruolo: Ruolo, utenteId: string, autorizzatoDa: string | null) =>
    rifiutoDi(() => esigiChiAutorizza({ ruolo, utenteId }, { chiestoDa: UNO, autorizzatoDa })) === '';
  expect(RUOLI.filter((ruolo) => puo(ruolo, DUE, null))).toEqual(['DIRIGENTE']);
  expect(puo('DIRIGENTE', UNO, null)).toBe(false);
  expect(puo('DIRIGENTE', DUE, DUE)).toBe(false);
});

test('un’autorizzazione vale fino alla sua scadenza, esclusa', () => {
  const scadeIl = '2020-07-09T10:00:00.000Z';
  expect(statoAccesso({ scadeIl: null }, new Date(scadeIl))).toBe('IN_ATTESA');
  expect(statoAccesso({ scadeIl }, new Date('2020-07-09T09:59:59.999Z'))).toBe('ATTIVO');
  expect(statoAccesso({ scadeIl }, new Date(scadeIl))).toBe('SCADUTO');
});

test('il modulo: un progetto e un ente, un motivo vero, da uno a sette giorni', () => {
  const letta = RichiestaAccesso.parse({ dove: `${UNO}/${DUE}`, motivo: '  Campione estratto.  ' });
  expect(letta).toEqual({ dove: { progettoId: UNO, organizzazioneId: DUE }, motivo: 'Campione estratto.' });
  for (const storta of [{}, { dove: UNO, motivo: 'Campione estratto.' }, { dove: `${UNO}/${DUE}`, motivo: '   breve   ' }])
    expect(RichiestaAccesso.safeParse(storta).success).toBe(false);
  for (const [giorni, buono] of [
    ['1', true],
    ['7', true],
    ['0', false],
    ['8', false],
    ['2.5', false],
    ['', false],
  ] as const)
    expect(Autorizzazione.safeParse({ accessoId: UNO, giorni }).success).toBe(buono);
});
