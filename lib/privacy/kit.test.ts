import { describe, expect, test } from 'vitest';
import { documentoDocx } from '@/lib/docx/documento';
import { testoIntero, vociZip } from '@/lib/importaPersone/zip';
import { documentoPdf } from '@/lib/pdf/documento';
import { perPdf } from '@/lib/pdf/testo';
import { leggiPdf } from '@/tests/support/leggiPdf';
import { CLASSI } from './conservazione';
import { CODICI_MODELLO, documentoKit, MODELLI, nomeKit } from './kit';
import { type DatiKit, daCompletare } from './kitDati';

const KIT: DatiKit = {
  progetto: {
    id: 'x',
    codice: 'WC-07',
    titolo: 'Cantieri dell’abitare',
    cup: 'C11G06000000001',
    stato: 'AVVIATO',
    avvio: '2019-10-01',
    fine: '2021-03-31',
  },
  bando: { titolo: 'Sperimentazione di innovazione sociale', atto: 'D.D. 998/2017', programma: 'We.Ca.Re.', fondo: 'POR FSE 2014-2020' },
  regione: { nome: 'Piemonte', direzione: 'Direzione Coesione sociale', indirizzo: 'via Bertola 34, Torino' },
  ente: { nome: 'CISSABO', sede: 'Cossato', capofila: false },
  capofila: 'IRIS Biella',
  partner: ['CISSABO', 'Cooperativa <Anteo> & altri'],
  azioni: ['Sportello'],
  periodoConvenzione: { atto: 'rep. 12', data: '2019-09-20' },
};
const ISTANTE = new Date('2020-07-09T08:42:00Z');
const testoDocx = (byte: Uint8Array): string => {
  const voce = vociZip(byte).get('word/document.xml');
  const xml = voce ? testoIntero(voce, 5_000_000) : '';
  return xml
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
};

describe.each(CODICI_MODELLO)('%s', (modello) => {
  const documento = documentoKit(modello, KIT, ISTANTE);
  test('in PDF e in DOCX ci sono i dati del progetto, che cosa manca e chi deve verificarlo', async () => {
    const pdf = (await leggiPdf(await documentoPdf(documento))).join(' ').replace(/\s+/g, ' ');
    const docx = testoDocx(await documentoDocx(documento));
    for (const visto of [MODELLI[modello].titolo, 'Cantieri dell’abitare', 'WC-07', 'C11G06000000001', 'IRIS Biella', 'un legale', '____'])
      for (const testo of [pdf, docx]) expect(testo).toContain(visto);
  });
  test('ogni carattere si può stampare, e il nome del file dice che cos’è', () => {
    expect(perPdf(JSON.stringify(documento.blocchi)).perduti).toBe(false);
    expect(nomeKit(modello, KIT, 'docx')).toBe(`${MODELLI[modello].titolo} WC-07.docx`);
  });
});

test('l’informativa porta ciò che chiede l’art. 13', async () => {
  const testo = JSON.stringify(documentoKit('informativa', KIT, ISTANTE).blocchi);
  for (const voce of [
    'Titolare',
    'DPO',
    'art. 6 par. 1 lett. e',
    'art. 6 par. 1 lett. c',
    'art. 9 par. 2 lett. g',
    '2-sexies',
    'Unione europea',
    'Garante',
    'entro un mese',
    'Non serve il tuo consenso',
  ])
    expect(testo).toContain(voce);
  for (const { termine } of CLASSI) expect(testo).toContain(termine);
});

test('la liberatoria non lega il servizio; i ruoli nominano ogni ente, con i segni come sono', async () => {
  expect(JSON.stringify(documentoKit('liberatoria', KIT, ISTANTE).blocchi)).toContain('partecipi lo stesso');
  expect(testoDocx(await documentoDocx(documentoKit('ruoli', KIT, ISTANTE)))).toContain('Cooperativa <Anteo> & altri');
});

test('si dice che cosa completare, di più se il progetto non ha i dati', () => {
  expect(daCompletare(KIT)).toHaveLength(3);
  const povero = { ...KIT, progetto: { ...KIT.progetto, cup: null }, ente: { ...KIT.ente, sede: null } };
  expect(daCompletare(povero)).toEqual(expect.arrayContaining(['il CUP del progetto', 'l’indirizzo dell’ente']));
});
