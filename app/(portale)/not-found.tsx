import type { Metadata } from 'next';
import { LinkBottone } from '@/components/ui/Bottone';
import { Pezzo } from '@/components/ui/Pezzo';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { inHtml } from '@/lib/html/inHtml';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Pagina non trovata' };

// Next la manda con ogni pagina, per il caso in cui serva: si scrive una volta.
const HTML = inHtml(
  <div className="wrap">
    <TitoloPagina titolo="Questa pagina non esiste o non puoi vederla" />
    <div className="prose pt-4">
      <p>
        Controlla l’indirizzo. Se arrivi da un collegamento salvato, la pagina può avere cambiato posto, oppure riguarda un progetto a cui
        il profilo che stai usando non partecipa.
      </p>
      <p className="btn-row pt-2">
        <LinkBottone href={routes.progetti()} variante="primario">
          Vai ai progetti
        </LinkBottone>
        <LinkBottone href="/assistenza">Chiedi aiuto</LinkBottone>
      </p>
    </div>
  </div>,
);

/** Assente e «non tua» si leggono uguali: dire quale delle due rivelerebbe che cosa esiste. */
export default function NotFound() {
  return <Pezzo html={HTML} />;
}
