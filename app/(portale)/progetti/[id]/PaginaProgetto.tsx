import type { ReactNode } from 'react';
import { StanzaProgetto } from '@/components/progetti/StanzaProgetto';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import type { Lettore } from '@/lib/auth/attore';
import { badgeDomanda } from '@/lib/domande/labels';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';
import { stanzaDelProgetto } from './collegamenti';

type Props = {
  lettore: Lettore;
  progetto: { id: string; titolo: string; stato: StatoProgetto };
  titolo: string;
  sottotitolo?: ReactNode;
  /** La porta della stanza in cui si è. */
  porta: { href: string; etichetta: string };
  /** Il nome nel percorso di una pagina che sta un gradino sotto la sua porta. */
  dentro?: string;
  /** L'esito dell'atto appena compiuto. */
  fatto?: string;
  children: ReactNode;
  /** Ciò che sta in fondo alla pagina, fuori dalla colonna: la barra delle azioni. */
  piede?: ReactNode;
};

/** La cornice di ogni pagina di un progetto: percorso, titolo, stato, porte e l'esito di ciò che si è appena fatto. */
export const PaginaProgetto = ({ lettore, progetto, titolo, sottotitolo, porta, dentro, fatto, children, piede }: Props) => {
  const stato = badgeDomanda(progetto.stato);
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(progetto.id), etichetta: progetto.titolo },
          ...(dentro ? [porta, { etichetta: dentro }] : [{ etichetta: porta.etichetta }]),
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
          <StanzaProgetto gruppi={stanzaDelProgetto(lettore, progetto.id, progetto.stato)} attiva={porta.href} />
          <Fatto>{fatto}</Fatto>
        </Statico>
        {children}
      </div>
      {piede}
    </>
  );
};
