import { LinkBottone } from '../ui/Bottone';
import { PaginaSola } from './PaginaSola';

/** Ciò che non esiste, per chi non è entrato o non ha una cornice: assente e «non tuo» si leggono uguali. */
export const PaginaAssente = () => (
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
  </PaginaSola>
);
