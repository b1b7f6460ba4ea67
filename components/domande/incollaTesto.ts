import type { ClipboardEvent } from 'react';
import { testoDaHtml } from '@/lib/domande/incolla';

const MASSIMO_HTML = 4_000_000;

/** Incollando da Word in un testo lungo restano paragrafi ed elenchi. Dove non si riesce, il browser incolla come sa. */
export function incollaTesto(evento: ClipboardEvent): void {
  const campo = evento.target;
  if (!(campo instanceof HTMLTextAreaElement)) return;
  const html = evento.clipboardData.getData('text/html');
  if (!html || html.length > MASSIMO_HTML) return;
  const testo = testoDaHtml(html);
  if (!testo) return;
  evento.preventDefault();
  // execCommand tiene l'annulla del browser; dove non c'è più si scrive nel campo
  if (document.execCommand('insertText', false, testo)) return;
  campo.setRangeText(testo, campo.selectionStart, campo.selectionEnd, 'end');
  campo.dispatchEvent(new Event('input', { bubbles: true }));
}
