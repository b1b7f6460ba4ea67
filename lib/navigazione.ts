import type { Lettore } from '@/lib/auth/attore';
import { routes } from './routes';

type Voce = { href: string; etichetta: string };

const TABELLE: Voce = { href: routes.tabelle(), etichetta: 'Tabelle' };
const ATTUAZIONE: Voce = { href: routes.attuazione(), etichetta: 'Attuazione' };
const PROGETTI: Voce = { href: routes.progetti(), etichetta: 'Progetti' };

/** La navigazione di ogni lettore: solo pagine che esistono, al massimo sette. */
const VOCI: Record<Lettore, readonly Voce[]> = {
  app_ente: [
    { href: routes.compiti(), etichetta: 'Cosa devo fare' },
    { href: routes.progetti(), etichetta: 'I miei progetti' },
    { href: routes.domande(), etichetta: 'Domande e bandi' },
  ],
  app_regione: [
    { href: routes.coda(), etichetta: 'Coda di lavoro' },
    { href: routes.istruttorie(), etichetta: 'Domande' },
    { href: routes.valutazioni(), etichetta: 'Valutazioni' },
    { href: routes.bandi(), etichetta: 'Bandi' },
    PROGETTI,
    TABELLE,
    ATTUAZIONE,
  ],
  app_ricerca: [TABELLE, ATTUAZIONE, PROGETTI],
};

const dentro = (href: string, percorso: string): boolean => percorso === href || percorso.startsWith(`${href}/`);

/** Le voci di un lettore, con segnata quella che contiene la pagina aperta. `percorso` puo portare una domanda (`?…`). */
export function vociDi(lettore: Lettore, percorso: string): (Voce & { attiva: boolean })[] {
  const pagina = percorso.split('?', 1)[0] ?? '';
  return VOCI[lettore].map((voce) => ({ ...voce, attiva: dentro(voce.href, pagina) }));
}
