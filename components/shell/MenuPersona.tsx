import type { ReactNode } from 'react';
import { Icona } from '../ui/Icona';

type Props = {
  nome: string;
  /** Il profilo attivo: «Referente capofila, CISSACA». */
  profilo: string;
  /** Le voci: cambio di profilo, preferenze e l'uscita, un bottone che invia il suo modulo. */
  children: ReactNode;
};

/** La persona e il suo profilo attivo. Il menu è un popover del browser: si apre e si chiude (anche con Esc) senza JavaScript. */
export const MenuPersona = ({ nome, profilo, children }: Props) => (
  <>
    <button type="button" popoverTarget="menu-persona" aria-label={`${nome}, ${profilo}: cambia profilo o esci`}>
      <b>{nome}</b>
      <span className="slim__hide">{profilo}</span>
      <Icona nome="giu" taglia={16} />
    </button>
    <div popover="auto" id="menu-persona" className="pop persona">
      <p className="persona__who">{profilo}</p>
      {children}
    </div>
  </>
);
