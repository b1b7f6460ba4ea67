import { routes } from '@/lib/routes';
import { LETTORI, type Lettore } from './mondoHttp';

/** Un indirizzo da provare, e che cosa deve rispondere a ciascuno: uno stato, o `→ dove` per chi viene mandato altrove. */
export type Visita = { quale: string; percorso: string; attese: Record<Lettore, string> };

export const INESISTENTE = '00000000-0000-4000-8000-000000000000';

export const perTutti = (attesa: string) => Object.fromEntries(LETTORI.map((lettore) => [lettore, attesa])) as Record<Lettore, string>;
export const pubblica = (percorso: string): Visita[] => [{ quale: 'unica', percorso, attese: perTutti('200') }];
/** Ciò che non esiste per nessuno, neppure per chi è entrato. */
export const perNessuno = (quale: string, percorso: string): Visita => ({ quale, percorso, attese: perTutti('404') });
export const soloPost = (percorso: string): Visita[] => [{ quale: 'con GET', percorso, attese: perTutti('405') }];

/** Una pagina di lavoro: per chi non è entrato porta all'accesso, per chi non è nell'elenco non esiste. */
export const privata = (
  quale: string,
  percorso: string,
  apre: readonly Lettore[],
  altrove: Partial<Record<Lettore, string>> = {},
): Visita => ({
  quale,
  percorso,
  attese: {
    ...perTutti('404'),
    ...Object.fromEntries(apre.map((lettore) => [lettore, '200'])),
    nessuno: `→ ${routes.accesso({ torna: percorso })}`,
    ...Object.fromEntries(Object.entries(altrove).map(([lettore, dove]) => [lettore, `→ ${dove}`])),
  },
});

export const ENTI = ['capofila', 'partner', 'altroEnte'] as const;
export const REGIONI = ['regione', 'altraRegione'] as const;
export const TUTTI = [...ENTI, ...REGIONI, 'ricerca'] as const;
export const DI_A = ['capofila', 'partner', 'regione', 'ricerca'] as const;
export const DI_B = ['altroEnte', 'regione', 'ricerca'] as const;

export const storti = (indirizzo: (id: string) => string): Visita[] =>
  ['non-un-uuid', `${INESISTENTE}0`].map((id) => privata(`malformato: ${id}`, indirizzo(id), []));
