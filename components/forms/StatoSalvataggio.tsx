import { Icona } from '../ui/Icona';

type Props = { stato: 'salvato' | 'inCorso' | 'nonSalvato'; testo: string };

/** A che punto è il salvataggio automatico: «Salvato alle 10:42», «Salvataggio in corso», «Non salvato: sei senza rete». */
export const StatoSalvataggio = ({ stato, testo }: Props) => (
  <span
    className={stato === 'inCorso' ? 'autosave autosave--busy' : stato === 'nonSalvato' ? 'autosave autosave--off' : 'autosave'}
    role="status"
  >
    {stato === 'inCorso' ? (
      <span className="spin" aria-hidden="true" />
    ) : (
      <Icona nome={stato === 'salvato' ? 'nuvola' : 'attenzione'} taglia={16} />
    )}
    {testo}
  </span>
);
