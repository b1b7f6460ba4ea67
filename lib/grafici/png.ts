import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

/** I caratteri del portale, gli stessi byte dei .woff2 senza compressione: chi disegna legge solo questi (ADR 0021). */
const CARATTERI = ['400', '700'].map((peso) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), 'public', 'fonts', `titillium-web-latin-${peso}-normal.ttf`),
);
/** Un pixel ogni mezza unità del disegno: nitido anche stampato. */
const INGRANDIMENTO = 2;

/**
 * L'immagine PNG di un disegno SVG del portale, larga e alta il doppio delle sue unità. Disegna fuori dal filo che risponde alle pagine.
 * Nessun carattere del sistema: la stessa figura è uguale su ogni macchina.
 */
export async function pngDi(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const immagine = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: INGRANDIMENTO },
    font: { fontFiles: CARATTERI, loadSystemFonts: false, defaultFontFamily: 'Titillium Web' },
  });
  return Uint8Array.from(immagine.asPng());
}
