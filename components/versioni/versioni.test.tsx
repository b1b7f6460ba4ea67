import { expect, test } from 'vitest';
import { inHtml } from '@/lib/html/inHtml';
import { CheCosaManca } from '../deposito/CheCosaManca';
import { ScegliConfronto } from './ScegliConfronto';
import { SezioneConfrontata } from './SezioneConfrontata';
import { SezioneVersione } from './SezioneVersione';
import { TabellaVersioni } from './TabellaVersioni';

const ID = '00000000-0000-4000-8000-000000000001';
const versione = (numero: number) =>
  ({
    numero,
    fase: 'IDEA',
    genere: 'PRESENTATA',
    sha256: 'a',
    protocollo: `${numero}/2020`,
    creataIl: '2020-07-09T08:42:00Z',
    ente: 'Consorzio',
    richiesta: null,
    inCorso: false,
  }) as const;

test('l’elenco delle versioni porta alla versione, alla ricevuta e al PDF, con l’ora di Roma', () => {
  const html = inHtml(<TabellaVersioni progettoId={ID} versioni={[versione(2), versione(1)]} />);
  for (const pezzo of ['09/07/2020, 10:42', `/progetti/${ID}/versioni/2/ricevuta`, `/progetti/${ID}/versioni/1/pdf`, 'Idea progettuale'])
    expect(html).toContain(pezzo);
});

test('il confronto si sceglie anche senza JavaScript', () => {
  const html = inHtml(<ScegliConfronto progettoId={ID} versioni={[versione(2), versione(1)]} da={1} a={2} />);
  expect(html).toContain(`action="/progetti/${ID}/versioni/confronto"`);
  expect(html.match(/<option value="\d" selected="">/g)).toEqual(['<option value="1" selected="">', '<option value="2" selected="">']);
});

test('una sezione mostra testi, tabelle e vuoti; ciò che è scritto non diventa mai pagina', () => {
  const html = inHtml(
    <SezioneVersione
      sezione={{
        chiave: 's',
        titolo: 'Sezione',
        campi: [
          { chiave: 'a', etichetta: 'Testo', tipo: 'testo', testo: '<script>alert(1)</script>' },
          { chiave: 'b', etichetta: 'Vuoto', tipo: 'testo', testo: '' },
          {
            chiave: 'c',
            etichetta: 'Tabella',
            tipo: 'tabella',
            colonne: [{ etichetta: 'Quanto', numerica: true }],
            righe: [['1,00 €']],
            piede: ['Totale'],
          },
        ],
      }}
    />,
  );
  for (const pezzo of ['&lt;script&gt;', 'Non compilato.', '1,00 €', 'Totale']) expect(html).toContain(pezzo);
  expect(html).not.toContain('<script>');
});

test('una differenza si vede con le parole, con la cifra e la percentuale, e si sente', () => {
  const differenze = [
    { genere: 'testo', voce: '', prima: 'Molti anziani', ora: 'Molti anziani soli' },
    { genere: 'importo', voce: 'A1', prima: 1000n, ora: 1250n },
    { genere: 'numero', voce: 'Persone', prima: 100, ora: 60 },
    { genere: 'tolto', voce: 'Riga' },
  ] as const;
  const html = inHtml(
    <SezioneConfrontata sezione={{ chiave: 's', titolo: 'S', campi: [{ chiave: 'c', etichetta: 'C', differenze: [...differenze] }] }} />,
  );
  for (const pezzo of [
    '<ins><span class="sr">Aggiunto: </span>soli',
    '+2,50\u00a0€ (+25%)',
    '−40 (−40%)',
    '<del><span class="sr">Tolto: </span>Riga',
  ])
    expect(html).toContain(pezzo);
});

test('ogni mancanza porta al suo campo; se non manca nulla lo dice', () => {
  const gruppo = {
    chiave: 'a',
    titolo: 'Bisogni',
    href: '/x',
    mancanze: [{ href: '/x#campo-analisi', messaggio: 'Analisi: scrivi una risposta.' }],
  };
  expect(inHtml(<CheCosaManca gruppi={[gruppo, { ...gruppo, chiave: 'b', titolo: 'Rete', mancanze: [] }]} />)).toMatch(
    /Manca ancora 1 cosa.*href="\/x#campo-analisi".*Già complete: Rete/s,
  );
  expect(inHtml(<CheCosaManca gruppi={[{ ...gruppo, mancanze: [] }]} />)).toContain('Non manca nulla');
});
