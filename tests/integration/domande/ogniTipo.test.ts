import { expect, test } from 'vitest';
import { Sezione, TIPI_CAMPO } from '@/lib/bandi/configurazione';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { caricaDocumento } from '@/lib/documenti/commands/caricaDocumento';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { valoriDaModulo } from '@/lib/domande/modulo';
import { leggiDomanda } from '@/lib/domande/queries';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { documentoPdf } from '@/lib/pdf/documento';
import { domandaPdf } from '@/lib/versioni/pdf';
import { leggiContorno } from '@/lib/versioni/queries';
import { CONFIGURAZIONE } from '@/tests/support/configurazioneDiProva';
import { rifiutato, righe, unEsame } from '@/tests/support/esame';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Un campo di ogni tipo che un amministratore può mettere in un modulo: scritto come lo manda il browser, salvato, preteso, presentato, stampato. */

const OPZIONI = [
  { codice: 'ats', etichetta: 'Associazione di scopo' },
  { codice: 'patto', etichetta: 'Patto di comunità' },
];
const COLONNE = [
  { chiave: 'giorno', etichetta: 'Giorno', tipo: 'data' },
  { chiave: 'costo', etichetta: 'Costo', tipo: 'importo' },
];
const RESTO: Record<string, object> = {
  scelta: { opzioni: OPZIONI },
  scelta_multipla: { opzioni: OPZIONI },
  tabella: { colonne: COLONNE },
};
const DEL_MODULO = TIPI_CAMPO.filter((tipo) => tipo !== 'azioni' && tipo !== 'budget'); // quei due hanno le loro prove (lib/piano)
const TUTTI = Sezione.parse({
  ...{ chiave: 'tutti', titolo: 'Un campo per tipo', visibilita: 'IDEA' },
  campi: [
    ...DEL_MODULO.map((tipo) => ({ chiave: tipo, etichetta: `Campo ${tipo}`, tipo, obbligatorio: true, ...RESTO[tipo] })),
    { chiave: 'quale', etichetta: 'Quale patto', tipo: 'testo', obbligatorio: true, quando: { campo: 'scelta', valore: 'patto' } },
  ],
});
const CONFIGURATO = {
  sezioni: [TUTTI, ...CONFIGURAZIONE.sezioni],
  principi: [
    { codice: 'P1', nome: 'Universalità', significato: '' },
    { codice: 'P2', nome: 'Prossimità', significato: '' },
  ],
};

async function scena() {
  const esame = await unEsame({ stato: 'IDEA_BOZZA', configurazione: CONFIGURATO });
  const regioneId = esame.domanda.bando.regione.id;
  const ambito = await inserisci(superutente, 'ambito', { regione_id: regioneId, numero: 4, nome_descrittivo: 'Biella e Cossato' });
  const ente = esame.domanda.capofila.id;
  const grezzi: Record<string, string> = {
    ...{ testo: 'Una riga', testo_lungo: 'Primo paragrafo\n\n- voce', elenco: 'uno\n\n due ', numero: '1.250,5', importo: '1.250,50' },
    ...{ data: '9/7/2020', scelta: 'ats', 'scelta_multipla.': '', 'scelta_multipla.ats': 'si', 'scelta_multipla.patto': 'si' },
    ...{ 'tabella.': '', 'tabella.r1.giorno': '01/02/2020', 'tabella.r1.costo': '10', 'principi.': '', 'principi.P1': 'Più persone' },
    ...{
      'principi.P2': 'Vicino a casa',
      'organizzazioni.': '',
      [`organizzazioni.${ente}`]: 'si',
      'ambiti.': '',
      [`ambiti.${ambito.id}`]: 'si',
    },
    ...{ comuni: 'biella\nCossato', telefono: '+39 015 123456', email: 'ufficio@ente.example', quale: '' },
  };
  return { esame, ambito, ente, grezzi };
}

test('ogni tipo di campo passa dal modulo alla sezione, dalla sezione alla versione e al PDF senza perdere nulla', async () => {
  const { esame, ambito, ente, grezzi } = await scena();
  const { referente } = esame.chi;
  const tutti = async () => (await leggiDomanda(referente, esame.id))?.sezioni.find(({ chiave }) => chiave === 'tutti');
  // prima: ogni campo obbligatorio manca con la sua frase; quello nascosto dalla condizione no
  expect((await tutti())?.manca.map(({ campo }) => campo)).toEqual([...DEL_MODULO]);
  const { valori, errori } = valoriDaModulo(TUTTI.campi, grezzi);
  expect(errori).toEqual({});
  const salvata = await salvaSezione(referente, { progettoId: esame.id, fase: 'IDEA', chiave: 'tutti', rev: 0, valori });
  expect(salvata.esito).toBe('salvata');
  const scritti = (await tutti())?.valori;
  expect(scritti).toMatchObject({
    ...{ testo: 'Una riga', testo_lungo: 'Primo paragrafo\n\n- voce', elenco: ['uno', 'due'], numero: 1250.5, importo: '125050' },
    ...{
      data: '2020-07-09',
      scelta: 'ats',
      scelta_multipla: ['ats', 'patto'],
      tabella: [{ id: 'r1', giorno: '2020-02-01', costo: '1000' }],
    },
    ...{ principi: { P1: 'Più persone', P2: 'Vicino a casa' }, organizzazioni: [ente], ambiti: [ambito.id] },
    ...{ comuni: ['Biella (BI)', 'Cossato (BI)'], telefono: '+39 015 123456', email: 'ufficio@ente.example' },
  });
  await rifiutato(
    esame,
    () => presentaDomanda(referente, { progettoId: esame.id }),
    'deposito.incompleta',
    /Campo file: carica il documento/,
  );
  const contenuto = Buffer.from('%PDF-1.4\n%%EOF\n');
  await caricaDocumento(referente, { progettoId: esame.id, chiave: 'file', nome: 'delibera.pdf', contenuto });
  await presentaDomanda(referente, { progettoId: esame.id });
  const [versione] = await righe('versione_progetto', esame);
  const congelata = versione?.contenuto as ContenutoVersione;
  expect([congelata.sezioni.tutti, congelata.documenti.map(({ nome }) => nome), congelata.ambiti]).toEqual([
    scritti,
    ['delibera.pdf'],
    [{ numero: 4, nome: 'Biella e Cossato' }],
  ]);
  const contorno = await leggiContorno(referente, esame.id);
  if (!contorno) throw new Error('La domanda non si legge.');
  const dati = { contenuto: congelata, configurazione: esame.domanda.bando.configurazione, istante: new Date('2020-07-09T08:00:00Z') };
  const pdf = domandaPdf({ ...contorno, codice: 'D' }, { ...dati, versione: null }, contorno.nomi);
  const testo = (await leggiPdf(await documentoPdf(pdf))).join('\n').replaceAll('\u00a0', ' ');
  for (const frase of [
    ...[
      'Una riga',
      'Primo paragrafo',
      '- voce',
      'uno',
      '1.250,5',
      '1.250,50 €',
      '09/07/2020',
      'Associazione di scopo',
      'Patto di comunità',
    ],
    ...['01/02/2020', '10,00', 'Più persone', 'Vicino a casa', esame.domanda.capofila.denominazione, 'Biella e Cossato', 'Cossato (BI)'],
    ...['+39 015 123456', 'ufficio@ente.example', 'delibera.pdf'],
  ])
    expect(testo).toContain(frase);
});

test('la condizione si accende con la scelta: il campo diventa dovuto, e spento non cancella ciò che c’era scritto', async () => {
  const { esame, grezzi } = await scena();
  let rev = 0;
  const salva = async (cambio: Record<string, string>) => {
    const { valori } = valoriDaModulo(TUTTI.campi, { ...grezzi, ...cambio });
    await salvaSezione(esame.chi.referente, { progettoId: esame.id, fase: 'IDEA', chiave: 'tutti', rev: rev++, valori });
    const sezione = (await leggiDomanda(esame.chi.referente, esame.id))?.sezioni.find(({ chiave }) => chiave === 'tutti');
    return [sezione?.valori.quale, sezione?.manca.map(({ messaggio }) => messaggio).filter((m) => m.startsWith('Quale patto'))];
  };
  expect(await salva({ scelta: 'patto' })).toEqual(['', ['Quale patto: scrivi una risposta.']]);
  expect(await salva({ scelta: 'patto', quale: 'Patto di valle' })).toEqual(['Patto di valle', []]);
  expect(await salva({ scelta: 'ats', quale: 'Patto di valle' })).toEqual(['Patto di valle', []]);
});
