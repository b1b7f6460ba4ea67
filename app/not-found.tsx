import type { Metadata } from 'next';
import { PaginaSola } from '@/components/shell/PaginaSola';
import { LinkBottone } from '@/components/ui/Bottone';
import { Pezzo } from '@/components/ui/Pezzo';
import { inHtml } from '@/lib/html/inHtml';

export const metadata: Metadata = { title: 'Pagina non trovata' };

// Next la manda con ogni pagina, per il caso in cui serva: si scrive una volta.
const HTML = inHtml(
  <PaginaSola titolo="Questa pagina non esiste o non puoi vederla">
    <p>
      Controlla l’indirizzo. Se arrivi da un collegamento salvato, la pagina può avere cambiato posto; se lavori per un ente, può riguardare
      un progetto a cui il tuo profilo non partecipa.
    </p>
    <p className="btn-row pt-2">
      <LinkBottone href="/" variante="primario">
        Vai alla pagina iniziale
      </LinkBottone>
      <LinkBottone href="/assistenza">Chiedi aiuto</LinkBottone>
    </p>
  </PaginaSola>,
);

export default function NotFound() {
  return <Pezzo html={HTML} />;
}
