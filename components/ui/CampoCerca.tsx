import { Icona } from './Icona';

/** Il campo con cui si cerca in un elenco: la lente e la casella `q`, dentro un elemento `.search` del modulo. `in`: in che cosa, per chi legge e per chi ascolta. */
export const CampoCerca = ({ valore, in: dove }: { valore?: string; in: string }) => (
  <>
    <Icona nome="cerca" />
    <input
      type="search"
      name="q"
      defaultValue={valore}
      aria-label={`Cerca per ${dove}`}
      placeholder={dove.charAt(0).toUpperCase() + dove.slice(1)}
      maxLength={100}
    />
  </>
);
