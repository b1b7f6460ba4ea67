import { describe, expect, it } from 'vitest';
import { incoerenze } from './coerenza';
import { Attuazione } from './configurazione';
import { AttuazioneBando, conAttuazione, moduloAttuazione } from './datiAttuazione';
import { differenze } from './diff';
import { configurazioneIniziale } from './modello';

const base = configurazioneIniziale('Prova', 'SPORTELLO');
const chi = { bandoId: '00000000-0000-4000-8000-000000000001', rev: '1' };
const leggi = (campi: Record<string, string>) => AttuazioneBando.safeParse({ ...chi, ...moduloAttuazione(base), ...campi });
const con = (campi: Record<string, string>) => conAttuazione(base, AttuazioneBando.parse({ ...chi, ...moduloAttuazione(base), ...campi }));

describe('l’attuazione di un bando', () => {
  it('il modulo riempito e salvato senza toccarlo non cambia le regole', () => {
    const dopo = con({});
    expect(dopo).toEqual(base);
    expect(differenze(base, dopo)).toEqual([]);
    expect(Attuazione.parse(dopo.attuazione)).toEqual(dopo.attuazione);
  });
  it('le date scelte si leggono una per riga, in ordine e una volta sola; servono solo se la regola è a date', () => {
    expect(con({ calendario: 'DATE', date: '30/06/2021\n31/12/2020, 30/06/2021' }).attuazione.date).toEqual(['2020-12-31', '2021-06-30']);
    expect(con({ calendario: 'MENSILE', date: '30/06/2021' }).attuazione.date).toEqual([]);
    expect(leggi({ calendario: 'DATE', date: '' }).error?.issues[0]?.path).toEqual(['date']);
    expect(leggi({ calendario: 'DATE', date: '31/02/2021' }).error?.issues[0]?.message).toMatch(/febbraio/);
  });
  it.each([
    ['durataMesi', '0'],
    ['durataMesi', '121'],
    ['giorniConsegna', '366'],
    ['sogliaBudgetPercento', '101'],
    ['prorogaMassimaMesi', 'x'],
    ['indicatori', 'ALTRI'],
    ['sovrapposizioni', 'FORSE'],
  ])('%s non può essere %s', (campo, valore) => expect(leggi({ [campo]: valore }).success).toBe(false));
  it('ogni cambiamento si legge tra le differenze', () => {
    expect(differenze(base, con({ calendario: 'TRIMESTRALE' }))).toContain('Dopo l’avvio: relazioni da ogni due mesi a ogni tre mesi.');
    expect(differenze(base, con({ indicatori: 'FSE_PLUS_L' }))).toEqual([
      'Dopo l’avvio: indicatori sui partecipanti da FSE 2014-2020 (CO e CR) a FSE+ 2021-2027, obiettivo specifico l: totale ed età.',
    ]);
    expect(differenze(base, con({ sovrapposizioni: 'NO' }))).toEqual([
      'Dopo l’avvio: verifica se una persona è già seguita altrove da permessa a non permessa.',
    ]);
    expect(differenze(base, con({ competente_budget: 'ISTRUTTORE' })).join()).toMatch(/quadro economico \(istruttore\)/);
  });
  it('un bando a date scelte senza date non si pubblica', () => {
    const rotta = { ...base, attuazione: { ...base.attuazione, calendario: 'DATE' as const } };
    expect(incoerenze(rotta).filter(({ parte }) => parte === 'attuazione')).toHaveLength(1);
    expect(
      incoerenze({ ...rotta, attuazione: { ...rotta.attuazione, date: ['2021-01-01', '2020-01-01'] } }).filter(
        ({ parte }) => parte === 'attuazione',
      ),
    ).toHaveLength(1);
  });
});
