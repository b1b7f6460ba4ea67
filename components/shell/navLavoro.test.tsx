import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { vociDi } from '@/lib/navigazione';
import { NavLavoro } from './NavLavoro';

const pagina = vi.hoisted(() => ({ percorso: '/' }));
vi.mock('next/navigation', () => ({ usePathname: () => pagina.percorso }));

const attiva = (percorso: string): string[] => {
  pagina.percorso = percorso;
  const html = renderToStaticMarkup(<NavLavoro id="nav" voci={vociDi('app_regione')} />);
  return [...html.matchAll(/<a href="[^"]*" aria-current="page">([^<]*)</g)].map(([, voce = '']) => voce);
};

test('la voce segnata segue l’indirizzo di adesso, anche se la cornice non si ridisegna', () => {
  expect(attiva('/coda')).toEqual(['Coda di lavoro']);
  expect(attiva('/cruscotto/elenco')).toEqual(['Cruscotto']);
  expect(attiva('/ricerca/attuazione')).toEqual(['Ricerca']);
  expect(attiva('/sessioni')).toEqual([]);
});
