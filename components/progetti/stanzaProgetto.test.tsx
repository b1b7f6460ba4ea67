import { expect, test } from 'vitest';
import { inHtml } from '@/lib/html/inHtml';
import { StanzaProgetto } from './StanzaProgetto';

const GRUPPI = [
  { etichetta: 'Progetto', voci: [{ href: '/p', etichetta: 'Progetto' }] as const },
  {
    etichetta: 'Persone',
    voci: [
      { href: '/p/presenze', etichetta: 'Presenze' },
      { href: '/p/indicatori', etichetta: 'Indicatori' },
    ] as const,
  },
];
const collegamenti = (attiva: string) => inHtml(<StanzaProgetto gruppi={GRUPPI} attiva={attiva} />).match(/<a [^>]*>[^<]*/g);

test('di un gruppo chiuso si vede il nome, che porta alla sua prima pagina', () => {
  expect(collegamenti('/p')).toEqual(['<a href="/p" aria-current="page">Progetto', '<a href="/p/presenze">Persone']);
});

test('di quello aperto si vedono le pagine, con segnata quella in cui si è', () => {
  expect(collegamenti('/p/indicatori')).toEqual([
    '<a href="/p">Progetto',
    '<a href="/p/presenze" aria-current="true">Persone',
    '<a href="/p/presenze">Presenze',
    '<a href="/p/indicatori" aria-current="page">Indicatori',
  ]);
});

test('una pagina che non sta in nessun gruppo non ne apre, e senza gruppi la stanza non occupa posto', () => {
  expect(collegamenti('/p/prescrizioni')).toEqual(['<a href="/p">Progetto', '<a href="/p/presenze">Persone']);
  expect(inHtml(<StanzaProgetto gruppi={[]} attiva="/p" />)).toBe('');
});
