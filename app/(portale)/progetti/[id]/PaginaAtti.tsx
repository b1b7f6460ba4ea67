import type { ReactNode } from 'react';
import { StanzaProgetto } from '@/components/progetti/StanzaProgetto';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import type { Lettore } from '@/lib/auth/attore';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';
import { stanzaDelProgetto } from './collegamenti';

type Props = {
  lettore: Lettore;
  progetto: { id: string; titolo: string; stato: StatoProgetto };
  titolo: string;
  sottotitolo?: ReactNode;
  /** La porta della stanza che contiene questa pagina, e il suo nome se la pagina sta un gradino sotto. */
  porta: { href: string; etichetta: string };
  /** L'esito dell'atto appena compiuto. */
  fatto?: string;
  children: ReactNode;
};

/** La cornice delle pagine in cui si chiede o si dispone qualcosa su un progetto: percorso, titolo, stato, porte e l'esito di cio che si e appena fatto. */
export const PaginaAtti = ({ lettore, progetto, titolo, sottotitolo, porta, fatto, children }: Props) => {
  const stato = ETICHETTA_PROGETTO[progetto.stato];
  const sotto = porta.etichetta !== titolo;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(progetto.id), etichetta: progetto.titolo },
          ...(sotto ? [porta] : []),
          { etichetta: titolo },
        ]}
      />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo={titolo}
            sottotitolo={sottotitolo}
            stato={
              <Badge famiglia={stato.famiglia} icona={stato.icona}>
                {stato.testo}
              </Badge>
            }
          />
          <StanzaProgetto voci={stanzaDelProgetto(lettore, progetto.id, progetto.stato)} attiva={porta.href} />
          {fatto && (
            <Callout tipo="successo" annuncia>
              {fatto}
            </Callout>
          )}
        </Statico>
        {children}
      </div>
    </>
  );
};
