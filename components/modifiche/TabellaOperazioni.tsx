import type { Operazione } from '@/lib/modifiche/operazioni';
import { ConfrontoValori } from '../ui/ConfrontoValori';
import { leggibile, type NomiModifica } from './valori';

type Props = { operazioni: readonly Operazione[]; nomi: NomiModifica; accolte?: readonly string[] | null };

/** Come li cerca chi legge: azione per azione, A9 prima di A10. */
const inOrdine = (operazioni: readonly Operazione[]): Operazione[] =>
  [...operazioni].sort((a, b) => a.etichetta.localeCompare(b.etichetta, 'it', { numeric: true }));

/** Ogni cambiamento con com'è adesso, come diventa e di quanto. `accolte` dice quali sono entrati in vigore, se la Regione ha accolto in parte. */
export const TabellaOperazioni = ({ operazioni, nomi, accolte }: Props) => (
  <ConfrontoValori
    didascalia="Che cosa cambia"
    prima="In vigore"
    ora="Con la modifica"
    righe={inOrdine(operazioni).map((operazione, posto) => {
      const { prima, ora, delta } = leggibile(operazione, nomi);
      const esito = accolte ? (accolte.includes(operazione.id) ? 'Accolto' : 'Non accolto') : '';
      return {
        id: `operazione-${posto + 1}`,
        campo: operazione.etichetta,
        prima,
        ora,
        delta: [delta, esito].filter(Boolean).join('. ') || undefined,
      };
    })}
  />
);
