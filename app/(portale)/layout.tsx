import type { ReactNode } from 'react';
import { MenuPersona } from '@/components/shell/MenuPersona';
import { ModuloUscita } from '@/components/shell/ModuloUscita';
import { Piede } from '@/components/shell/Piede';
import { SkipLink } from '@/components/shell/SkipLink';
import { SlimHeader } from '@/components/shell/SlimHeader';
import { TestataLavoro } from '@/components/shell/TestataLavoro';
import { Callout } from '@/components/ui/Callout';
import { Statico } from '@/components/ui/Statico';
import type { Attore } from '@/lib/auth/attore';
import { requirePersona } from '@/lib/auth/requireAttore';
import { env } from '@/lib/env';
import { dataLunga, giornoDi } from '@/lib/format/data';
import { rifiutoInPagina } from '@/lib/forms/rifiutoInPagina';
import { vociDi } from '@/lib/navigazione';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { inizioDi, routes } from '@/lib/routes';
import { dichiarazioneAccessibilita } from '../(pubblico)/configurazione';
import { regioneDi } from './regione';

const NOTA_DEMO =
  'Ambiente dimostrativo: importi, date, atti e persone sono inventati. Fatti dei progetti: IRES Piemonte, Contributo di ricerca 303/2020.';

/** Dice dove sei quando l'ambiente non è quello vero, e che giorno è se l'orologio è spostato. */
function ambienteDi(attore: Attore | null): string | undefined {
  if (attore?.orologioSpostato) return `Ambiente dimostrativo: oggi è il ${dataLunga(giornoDi(attore.adesso))}`;
  return env().CANTIERE_DEMO ? 'Ambiente dimostrativo' : undefined;
}

const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

/** La cornice dell'area di lavoro. Disegna e basta: chi può vedere che cosa lo controlla ogni pagina. */
export default async function PortaleLayout({ children }: { children: ReactNode }) {
  const { attore, nome, cognome, nIncarichi } = await requirePersona();
  const regione = attore ? await regioneDi(attore) : { nome: 'Cantiere', direzione: null, indirizzo: null };
  const profilo = attore ? `${maiuscola(nomeRuolo(attore.ruolo))}, ${attore.organizzazioneNome}` : 'Nessun profilo scelto';
  const ambiente = ambienteDi(attore);
  const rifiuto = await rifiutoInPagina();
  return (
    <>
      <SkipLink />
      <header>
        <Statico>
          <SlimHeader regione={regione.nome} ambiente={ambiente} assistenzaHref="/assistenza">
            <MenuPersona nome={`${nome} ${cognome}`} profilo={profilo}>
              {nIncarichi > 1 && <a href={routes.profili()}>Cambia profilo</a>}
              <a href={routes.sessioni()}>Le mie sessioni</a>
              <hr />
              <ModuloUscita>
                <button type="submit">Esci</button>
              </ModuloUscita>
            </MenuPersona>
          </SlimHeader>
        </Statico>
        <TestataLavoro
          voci={attore ? vociDi(attore.lettore) : []}
          casaHref={attore ? inizioDi(attore.lettore, attore.ruolo) : routes.profili()}
        />
      </header>
      <main id="contenuto" tabIndex={-1}>
        {rifiuto && (
          <div className="wrap">
            <Callout tipo="errore" annuncia>
              {rifiuto}
            </Callout>
          </div>
        )}
        {children}
      </main>
      <Statico>
        <Piede regione={regione} nota={ambiente && NOTA_DEMO} dichiarazioneHref={dichiarazioneAccessibilita()} />
      </Statico>
    </>
  );
}
