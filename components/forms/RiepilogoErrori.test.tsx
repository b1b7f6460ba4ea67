import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { FormState } from '@/lib/forms/formState';
import { CONFERMA_DATI } from '@/lib/privacy/testoLibero';
import { RiepilogoErrori } from './RiepilogoErrori';

const disegna = (stato: FormState) => renderToStaticMarkup(<RiepilogoErrori stato={stato} idDi={(nome) => `mio-${nome}`} />);

test('un testo che sembra contenere dati di una persona: la casella per confermare è nel modulo, e la riga dell’errore ci porta', () => {
  const html = disegna({ status: 'invalid', errors: { [CONFERMA_DATI]: ['Sembra esserci un telefono.'], nota: ['Corta.'] }, values: {} });
  const [, casella] = /<input[^>]*type="checkbox"[^>]*id="([^"]+)"[^>]*name="confermaDati"/.exec(html) ?? [];
  expect(casella).toBeTruthy();
  expect(html).toContain(`href="#${casella}">Sembra esserci un telefono.`);
  expect(html).toContain('href="#mio-nota">Corta.');
  expect(html).toContain(`for="${casella}"`);
  expect(html).not.toContain('checked');
});

test('gli altri errori non chiedono di confermare nulla', () => {
  expect(disegna({ status: 'invalid', errors: { nota: ['Corta.'] }, values: {} })).not.toContain('confermaDati');
  expect(disegna({ status: 'refused', message: 'Non spetta a te.', values: {} })).not.toContain('confermaDati');
  expect(disegna({ status: 'idle' })).toBe('');
});
