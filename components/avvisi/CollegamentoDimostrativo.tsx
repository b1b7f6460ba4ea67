import { Callout } from '../ui/Callout';

/** Il collegamento che in esercizio arriva per posta. */
export const CollegamentoDimostrativo = ({ href, etichetta }: { href: string; etichetta: string }) => (
  <Callout tipo="attenzione" titolo="Dimostrazione: in esercizio arriva per posta.">
    <a href={href}>{etichetta}</a>
  </Callout>
);
