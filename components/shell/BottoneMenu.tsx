import { Icona } from '../ui/Icona';

/** Apre la navigazione sugli schermi stretti. */
export const BottoneMenu = ({ idNav }: { idNav: string }) => (
  <button type="button" className="iconbtn burger" popoverTarget={idNav} aria-label="Menu">
    <Icona nome="menu" />
  </button>
);
