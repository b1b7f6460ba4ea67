import { inHtml } from '@/lib/html/inHtml';
import { LinkBottone } from '../ui/Bottone';
import { FraseGuasto } from './FraseGuasto';
import { PaginaAssente } from './PaginaAssente';
import { PaginaSola } from './PaginaSola';

const ASSENTE = inHtml(<PaginaAssente />);
const GUASTO = inHtml(
  <PaginaSola titolo="Qualcosa non ha funzionato">
    <FraseGuasto />
    <p className="btn-row pt-2">
      <LinkBottone href="/">Vai alla pagina iniziale</LinkBottone>
    </p>
  </PaginaSola>,
);

/** La pagina che legge chi non ha gli script quando il documento non è riuscito. @param stato HTTP della risposta */
export const senzaScript = (stato: number): string => (stato === 404 ? ASSENTE : GUASTO);
