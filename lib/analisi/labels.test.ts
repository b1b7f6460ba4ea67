import { expect, test } from 'vitest';
import { cellaScritta, metodoDi, titoloDi } from './labels';
import type { Domanda, Filtro } from './schema';

const domanda = (altro: Partial<Domanda> = {}): Domanda => ({
  ...{
    tabella: 'progetto',
    righe: ['stato'],
    colonne: 'provincia',
    misura: { tipo: 'conteggio' },
    quota: 'valori',
    filtri: [],
    data: '2020-07-09',
  },
  istantanea: null,
  ...altro,
});
const metodo = (altro: Partial<Domanda>) => metodoDi(domanda(altro), [], { quante: 22, mancanti: 3 });
const filtro = (colonna: string, operatore: Filtro['operatore'], ...valori: string[]): Filtro => ({ colonna, operatore, valori });

test('il titolo dice tabella, misura e voci', () => {
  expect(titoloDi(domanda())).toBe('Progetti: quante righe, per Stato del progetto e Sigla della provincia');
});

test('la nota dice fonte, data, filtri con le etichette, righe contate e senza valore', () => {
  expect(metodo({})).toEqual(expect.arrayContaining(['Nessun filtro.', 'Righe contate: 22.']));
  expect(metodo({})[0]).toMatch(/^Dati di oggi, alla data di riferimento del 9 luglio 2020\. Dizionario dei dati, versione \d+\.$/);
  expect(metodo({ istantanea: 4 })[0]).toMatch(/^Istantanea 4, dati al 9 luglio 2020\./);
  const filtri = [filtro('stato', 'uguale', 'avviato', 'concluso'), filtro('provincia', 'diverso', 'TO'), filtro('cup', 'manca')];
  expect(metodo({ filtri })).toContain(
    'Filtri: Stato del progetto è uno tra Avviato e Concluso; Sigla della provincia non è TO; Codice unico di progetto manca.',
  );
  expect(metodo({ misura: { tipo: 'media', colonna: 'popolazione' } })).toContain(
    'Di queste, 3 non hanno il valore e non entrano nella misura.',
  );
});

test('di voci che non si sommano non si dice quante persone sono in tutto', () => {
  const indicatore = { tabella: 'indicatore', righe: ['codice'], colonne: 'sesso' };
  expect(metodo(indicatore).some((frase) => frase.startsWith('Persone contate'))).toBe(false);
});

test('un importo ha due decimali, un conteggio nessuno; ciò che è nascosto non ha cifre', () => {
  const intera = { valore: 598_400, nascosta: false, parziale: false };
  expect(cellaScritta(intera, domanda())).toBe('598.400');
  expect(cellaScritta(intera, domanda({ misura: { tipo: 'media', colonna: 'importo_assegnato_eur' } }))).toBe('598.400,00');
  expect(cellaScritta({ ...intera, valore: 0.125 }, domanda({ quota: 'riga' }))).toBe('12,5%');
  expect(cellaScritta({ ...intera, parziale: true }, domanda())).toBe('almeno 598.400');
  expect(cellaScritta({ valore: null, nascosta: true, parziale: false }, domanda())).toBe('nascosto');
  expect(cellaScritta({ valore: null, nascosta: false, parziale: false }, domanda())).toBe('–');
});
