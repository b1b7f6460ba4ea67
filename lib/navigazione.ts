import type { Lettore } from '@/lib/auth/attore';
import { routes } from './routes';

export type Voce = {
  href: string;
  etichetta: string;
  /** Le pagine della voce, se non stanno tutte sotto `href`. */
  sotto?: string;
  /** Le altre pagine che stanno sotto la stessa voce, nelle sue schede. */
  insieme?: readonly Voce[];
};

const TABELLE: Voce = { href: routes.tabelle(), etichetta: 'Tabelle' };
const ANALISI: Voce = { href: routes.analisi(), etichetta: 'Analisi' };
const ATTUAZIONE: Voce = { href: routes.attuazione(), etichetta: 'Attuazione' };
const RISORSE: Voce = { href: routes.risorse(), etichetta: 'Risorse e partecipanti' };
const INDICATORI: Voce = { href: routes.indicatori(), etichetta: 'Indicatori' };
const PERSONE: Voce = { href: routes.ricercaPersone(), etichetta: 'Persone' };
const SOVRAPPOSIZIONI: Voce = { href: routes.sovrapposizioni(), etichetta: 'Sovrapposizioni' };
const CLASSIFICAZIONE: Voce = { href: routes.classificazione(), etichetta: 'Classificazione' };
const RETE: Voce = { href: routes.rete(), etichetta: 'Rete' };
const INTERVISTE: Voce = { href: routes.interviste(), etichetta: 'Interviste' };
const DATI: Voce = { href: routes.esportazioni(), etichetta: 'Dati' };
const PROGETTI: Voce = { href: routes.progetti(), etichetta: 'Progetti' };

/** Le pagine che per chi fa ricerca stanno sotto una voce sola. */
export const INCROCI: readonly Voce[] = [TABELLE, ANALISI];
export const MISURE: readonly Voce[] = [ATTUAZIONE, RISORSE];
export const STUDI: readonly Voce[] = [CLASSIFICAZIONE, RETE, INTERVISTE];
export const SEGUITI: readonly Voce[] = [PERSONE, SOVRAPPOSIZIONI];

/** La navigazione di ogni lettore: solo pagine che esistono, al massimo sette. */
const VOCI: Record<Lettore, readonly Voce[]> = {
  app_ente: [
    { href: routes.compiti(), etichetta: 'Cosa devo fare' },
    { href: routes.progetti(), etichetta: 'I miei progetti' },
    { href: routes.persone(), etichetta: 'Persone' },
    { href: routes.domande(), etichetta: 'Domande e bandi' },
  ],
  app_regione: [
    { href: routes.cruscotto(), etichetta: 'Cruscotto' },
    { href: routes.coda(), etichetta: 'Coda di lavoro' },
    { href: routes.istruttorie(), etichetta: 'Domande' },
    { href: routes.valutazioni(), etichetta: 'Valutazioni' },
    { href: routes.bandi(), etichetta: 'Bandi' },
    PROGETTI,
    { href: routes.tabelle(), etichetta: 'Ricerca', sotto: '/ricerca' },
  ],
  app_ricerca: [
    { ...TABELLE, insieme: INCROCI },
    { ...ATTUAZIONE, insieme: MISURE },
    { ...CLASSIFICAZIONE, insieme: STUDI },
    INDICATORI,
    { ...PERSONE, insieme: SEGUITI },
    PROGETTI,
    { ...DATI, insieme: [{ ...DATI, href: routes.istantanee() }] },
  ],
};

/** Le pagine della voce «Ricerca», per chi le raggiunge da lì. */
export const PAGINE_RICERCA: readonly Voce[] = [
  TABELLE,
  ATTUAZIONE,
  RISORSE,
  CLASSIFICAZIONE,
  RETE,
  INTERVISTE,
  INDICATORI,
  SOVRAPPOSIZIONI,
];

/** Le voci di un lettore. Quale contiene la pagina aperta lo dice `contiene`, perché la pagina cambia anche senza un nuovo giro dal server. */
export const vociDi = (lettore: Lettore): readonly Voce[] => VOCI[lettore];

/** Vero se la pagina (`percorso`, anche con una domanda `?…`) è quella della voce o sta sotto di lei. */
export function contiene({ href, sotto = href, insieme = [] }: Voce, percorso: string): boolean {
  const pagina = percorso.split('?', 1)[0] ?? '';
  return pagina === sotto || pagina.startsWith(`${sotto}/`) || insieme.some((altra) => contiene(altra, percorso));
}
