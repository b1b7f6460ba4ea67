import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { testoDaHtml } from './incolla';

const VOCE = (segno: string, testo: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='font-family:Symbol;mso-list:Ignore'>${segno}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><!--[endif]-->${testo}<o:p></o:p></p>`;

test('da Word restano paragrafi ed elenchi, con i loro segni e numeri', () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style><xml><w:WordDocument>View</w:WordDocument></xml></head>
    <body lang=IT><!--StartFragment--><p class=MsoNormal>Il bisogno è <b>grande</b>:\n tre valli,&nbsp;due fiumi.<o:p></o:p></p>
    ${VOCE('·', 'Anziani soli')}${VOCE('·', 'Famiglie &amp; minori')}
    ${VOCE('1.', 'Primo passo')}<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Fine.</p><!--EndFragment--></body></html>`;
  expect(testoDaHtml(html).replace(/\n+/g, '\n')).toBe(
    'Il bisogno è grande: tre valli, due fiumi.\n- Anziani soli\n- Famiglie & minori\n1. Primo passo\nFine.',
  );
});

test('gli elenchi di una pagina: puntati, numerati, uno dentro l’altro', () => {
  expect(testoDaHtml('<p>Prima</p><ul><li>Uno</li><li>Due<ol><li>a</li><li>b</li></ol></li></ul><p>Dopo</p>').replace(/\n+/g, '\n')).toBe(
    'Prima\n- Uno\n- Due\n1. a\n2. b\nDopo',
  );
});

test.for([
  ['<p>a</p><script>alert("x")</script><p>b</p>', 'a b'],
  ['<script>senza fine <p>mai</p>', ''],
  ['<p onclick="alert(1)">a<img src=x onerror="alert(2)"></p>', 'a'],
  ['<p title="a > b">testo</p>', 'testo'],
  ['1 &lt; 2 &amp;&amp; 3 &gt; 2 &#8364; &#x20AC; &#xD800; &ignota;', '1 < 2 && 3 > 2 € € &ignota;'],
  ['a < b', 'a < b'],
  ['riga<br>due<br/>tre', 'riga due tre'],
  ['', ''],
])('nulla si esegue e nulla si inventa: %s', ([html = '', atteso]) => {
  expect(testoDaHtml(html).replace(/\s+/g, ' ')).toBe(atteso);
});

test('cinque megabyte di paragrafi si leggono in fretta', () => {
  const html = `<p class="MsoNormal" style="margin:0">Testo lungo con parole</p>`.repeat(80_000);
  expect(testoDaHtml(html).length).toBeGreaterThan(1_500_000);
});

test('gli appunti veri di Word 365: paragrafi staccati, voci di elenco una sotto l’altra, nulla del resto', () => {
  const html = readFileSync(path.resolve(import.meta.dirname, '../../tests/fixtures/incolla-word.html'), 'utf8');
  expect(testoDaHtml(html)).toBe(readFileSync(path.resolve(import.meta.dirname, '../../tests/fixtures/incolla-word.txt'), 'utf8').trim());
});
