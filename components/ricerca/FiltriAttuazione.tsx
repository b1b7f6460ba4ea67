import { etichettaBreve } from '@/lib/ricerca/labels';
import type { DatiAttuazione } from '@/lib/ricerca/righe';
import { routes } from '@/lib/routes';
import { Selezione } from '../forms/Selezione';
import { FiltroData, type PropsFiltri } from './FiltroData';

type Props = PropsFiltri<Pick<DatiAttuazione, 'bando' | 'bandi' | 'ambiti' | 'categorie'>> & {
  /** A quale pagina, se non è il pannello. */
  dove?: string;
};

/** Data di riferimento, ambito e categoria del pannello di attuazione. */
export const FiltriAttuazione = ({ dove = routes.attuazione(), ...props }: Props) => (
  <FiltroData action={dove} {...props}>
    <Selezione
      nome="ambito"
      etichetta="Ambito"
      vuota="Tutti gli ambiti"
      valore={props.filtri.ambito === null ? '' : String(props.filtri.ambito)}
      opzioni={props.dati.ambiti.map(({ numero, nome }) => ({ valore: String(numero), etichetta: `${numero} ${nome}` }))}
    />
    <Selezione
      nome="categoria"
      etichetta="Categoria"
      vuota="Tutte le categorie"
      valore={props.filtri.categoria ?? ''}
      opzioni={props.dati.categorie.map(({ codice, etichetta }) => ({ valore: codice, etichetta: etichettaBreve(etichetta) }))}
    />
  </FiltroData>
);
