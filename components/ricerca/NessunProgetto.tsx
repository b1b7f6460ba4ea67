import { dataLunga } from '@/lib/format/data';
import { Vuoto } from '../ui/Vuoto';

type Props = { data: string; prima: string | null };

/** Una data prima del programma non è un errore: si dice da quando ci sono progetti. */
export const NessunProgetto = ({ data, prima }: Props) =>
  prima !== null && prima > data ? (
    <Vuoto titolo={`Al ${dataLunga(data)} non c’era ancora nessun progetto approvato`}>
      {`Il primo progetto del bando è stato approvato il ${dataLunga(prima)}: scegli una data da quel giorno in poi.`}
    </Vuoto>
  ) : (
    <Vuoto titolo="Nessun progetto approvato">Le tabelle compariranno quando la Regione avrà approvato i progetti di un bando.</Vuoto>
  );
