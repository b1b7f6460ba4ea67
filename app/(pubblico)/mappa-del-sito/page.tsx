import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { PAGINE_LEGALI, PAGINE_PUBBLICHE } from '@/components/shell/vociPubbliche';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Mappa del sito' };

const AREA_DI_LAVORO = [
  {
    href: routes.accesso(),
    etichetta: 'Accedi all’area di lavoro',
    descrizione: 'Dopo l’accesso vedi solo le pagine del tuo profilo: ente, Regione o ricerca',
  },
];

const GRUPPI = [
  { titolo: 'Per tutti', pagine: PAGINE_PUBBLICHE },
  { titolo: 'Per chi lavora ai progetti', pagine: AREA_DI_LAVORO },
  { titolo: 'Informazioni sul portale', pagine: PAGINE_LEGALI.filter(({ href }) => href !== '/glossario') },
];

export default function MappaDelSitoPage() {
  return (
    <PaginaTesto titolo="Mappa del sito">
      {GRUPPI.map(({ titolo, pagine }) => (
        <section key={titolo}>
          <h2 className="pt-0">{titolo}</h2>
          <ul className="notices mt-2 list-none gap-0 pl-0">
            {pagine.map(({ href, etichetta, descrizione }) => (
              <li key={href}>
                <a href={href}>{etichetta}</a>
                <p>{descrizione}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PaginaTesto>
  );
}
