import type { ReactNode } from 'react';
import { STUDI } from '@/lib/navigazione';
import { Fatto } from '../ui/Fatto';
import { TitoloPagina } from '../ui/TitoloPagina';
import { SchedeRicerca } from './SchedeRicerca';

type Props = {
  titolo: string;
  sottotitolo: string;
  aperta: string;
  /** Vero per chi fa ricerca: scrive, e ha già le altre pagine nella navigazione. */
  scrive: boolean;
  /** Che cosa è appena riuscito. */
  fatto: string | undefined;
  children: ReactNode;
};

/** La cornice delle pagine in cui la ricerca scrive: titolo, schede, esito dell'ultimo atto. */
export const PaginaStudio = ({ titolo, sottotitolo, aperta, scrive, fatto, children }: Props) => (
  <div className="wrap">
    <TitoloPagina titolo={titolo} sottotitolo={sottotitolo} />
    <SchedeRicerca aperta={aperta} sole={scrive ? STUDI : undefined} />
    {fatto && (
      <div className="mt-4">
        <Fatto>{fatto}</Fatto>
      </div>
    )}
    {children}
  </div>
);
