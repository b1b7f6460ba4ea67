import type { Metadata } from 'next';
import { LinkBottone } from '@/components/ui/Bottone';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Pagina non trovata' };

/** Assente e «non tua» si leggono uguali: dire quale delle due rivelerebbe che cosa esiste. */
export default function NotFound() {
  return (
    <Statico>
      <div className="wrap">
        <TitoloPagina titolo="Questa pagina non esiste o non puoi vederla" />
        <div className="prose pt-4">
          <p>
            Controlla l’indirizzo. Se arrivi da un collegamento salvato, la pagina può avere cambiato posto, oppure riguarda un progetto a
            cui il profilo che stai usando non partecipa.
          </p>
          <p className="btn-row pt-2">
            <LinkBottone href={routes.progetti()} variante="primario">
              Vai ai progetti
            </LinkBottone>
            <LinkBottone href="/assistenza">Chiedi aiuto</LinkBottone>
          </p>
        </div>
      </div>
    </Statico>
  );
}
