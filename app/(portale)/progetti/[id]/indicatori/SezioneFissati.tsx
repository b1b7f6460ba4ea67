import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ConfrontoFissati, ElencoFissati } from '@/components/indicatori/Fissati';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import type { IndicatoriLetti } from '@/lib/indicatori/queries';
import { ricalcolaAction } from './actions';

type Props = { attore: Attore; dati: IndicatoriLetti };

/** Gli indicatori fissati all'approvazione delle relazioni, e il confronto con oggi: li vede chi non puo ricavarne le persone degli altri. */
export const SezioneFissati = ({ attore, dati }: Props) => {
  const { confrontata } = dati;
  const scelta = dati.fissati.find(({ rapportoId }) => rapportoId === confrontata?.rapportoId);
  return (
    <Sezione
      id="fissati"
      titolo="Fissati con le relazioni"
      nota="Dall’approvazione non cambiano; se ricalcolati, nasce una versione nuova."
    >
      {scelta && confrontata ? (
        <>
          <Statico>
            <ElencoFissati dati={dati} scelta={scelta} />
            <ConfrontoFissati dati={dati} scelta={scelta} confrontata={confrontata} />
          </Statico>
          {(attore.ruolo === 'ISTRUTTORE' || attore.ruolo === 'DIRIGENTE') && (
            <Dialogo id="ricalcola" titolo="Ricalcolare gli indicatori di questa relazione?" apri="Ricalcola" variante="secondario">
              <p>
                Nasce la versione {scelta.versione + 1} con i dati di oggi. Quelle già fissate restano, e la storia del progetto lo dice.
              </p>
              <ModuloAtto
                action={ricalcolaAction}
                nascosti={{ progettoId: dati.id, rapportoId: scelta.rapportoId }}
                invia="Ricalcola gli indicatori"
                inCorso="Ricalcolo in corso"
              />
            </Dialogo>
          )}
        </>
      ) : (
        <Vuoto titolo="Ancora nessuno">Quando la Regione approva una relazione, gli indicatori del suo periodo si fissano da soli.</Vuoto>
      )}
    </Sezione>
  );
};
