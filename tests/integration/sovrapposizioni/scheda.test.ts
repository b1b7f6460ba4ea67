import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SovrapposizionePersona } from '@/app/(portale)/sovrapposizioni/SovrapposizionePersona';
import type { Attore } from '@/lib/auth/attore';
import { verificaSovrapposizione } from '@/lib/sovrapposizioni/commands/verificaSovrapposizione';
import { codiceNumero, unaSeguita } from '@/tests/support/personaSeguita';
import { unaPratica } from '@/tests/support/pratica';

const disegna = async (attore: Attore, personaId: string): Promise<string> =>
  renderToStaticMarkup(await SovrapposizionePersona({ attore, personaId })).replaceAll('&#x27;', '’');

test('nella scheda: si chiede per il tipo di azione che frequenta, la risposta resta con la data, senza codice non si chiede', async () => {
  const p = await unaPratica();
  const { personaId } = await unaSeguita(p, p.capofila, codiceNumero(0));
  await unaSeguita(p, p.enteDelPartner, codiceNumero(0));
  expect(await disegna(p.chi.referente, personaId)).toContain('Verifica per «Categoria»');
  await verificaSovrapposizione(p.chi.referente, { personaId, progettoId: p.progetto.id, categoria: 'CATEGORIA' });
  const dopo = await disegna(p.chi.operatore, personaId);
  expect(dopo).toMatch(/Categoria: <b>sì, già seguita altrove nel programma<\/b> \(\d+ \w+ \d{4} alle/);
  expect(dopo).not.toContain(p.enteDelPartner.denominazione);
  const senza = await unaSeguita(p, p.capofila, null);
  const muta = await disegna(p.chi.referente, senza.personaId);
  expect(muta).toContain('Senza codice fiscale');
  expect(muta).not.toContain('<form');
  expect(await disegna(p.chi.partner, personaId)).toBe('');
});
