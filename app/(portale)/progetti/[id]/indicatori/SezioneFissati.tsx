import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ElencoFissati } from '@/components/indicatori/ElencoFissati';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { IndicatoriLetti } from '@/lib/indicatori/queries';
import { prossimaPubblicazione, RUOLI_PUBBLICAZIONE } from '@/lib/indicatori/regolePubblicazione';
import { pubblicaAction, ricalcolaAction } from './actions';

type Props = { attore: Attore; dati: IndicatoriLetti };

/** Gli indicatori fissati all'approvazione delle relazioni: i valori si leggono nella tabella che ne è uscita. */
export const SezioneFissati = ({ attore, dati }: Props) => {
  const [ultima] = dati.fissati;
  return (
    <Sezione
      id="fissati"
      titolo="Fissati con le relazioni"
      nota="Dall’approvazione non cambiano; se ricalcolati, nasce una versione nuova."
    >
      {ultima ? (
        <>
          <Statico>
            <ElencoFissati dati={dati} />
          </Statico>
          {RUOLI_PUBBLICAZIONE.includes(attore.ruolo) && <Ricalcola progettoId={dati.id} relazione={ultima} />}
        </>
      ) : (
        <Vuoto titolo="Ancora nessuno">Quando la Regione approva una relazione, gli indicatori del suo periodo si fissano da soli.</Vuoto>
      )}
    </Sezione>
  );
};

const Ricalcola = ({ progettoId, relazione }: { progettoId: string; relazione: IndicatoriLetti['fissati'][number] }) => (
  <Dialogo id="ricalcola" titolo="Ricalcolare gli indicatori dell’ultima relazione?" apri="Ricalcola" variante="secondario">
    <p>
      Nasce la versione {relazione.versione + 1} con i dati di oggi. Quelle già fissate restano, e la storia del progetto lo dice. La
      tabella pubblicata si rifà solo se l’ultima ha almeno trenta giorni.
    </p>
    <ModuloAtto
      action={ricalcolaAction}
      nascosti={{ progettoId, rapportoId: relazione.rapportoId }}
      invia="Ricalcola gli indicatori"
      inCorso="Ricalcolo in corso"
    />
  </Dialogo>
);

/** Pubblicare con i dati di oggi: un atto della Regione, non più di una volta ogni trenta giorni. */
export const Pubblica = ({ attore, dati }: Props) => {
  if (!RUOLI_PUBBLICAZIONE.includes(attore.ruolo)) return null;
  const da = prossimaPubblicazione(dati.pubblicazioni[0]?.il ?? null);
  if (da && da > giornoDi(attore.adesso)) return <p className="small second mt-3">{`Si può pubblicare di nuovo dal ${dataBreve(da)}.`}</p>;
  return (
    <Dialogo id="pubblica" titolo="Pubblicare gli indicatori di oggi?" apri="Pubblica con i dati di oggi" variante="secondario">
      <p>
        Esce una tabella nuova, con il tuo nome nella storia del progetto: non si cambia e non si ritira. La Regione, la ricerca e gli enti
        leggeranno questa. Per trenta giorni non se ne pubblica un’altra.
      </p>
      <ModuloAtto
        action={pubblicaAction}
        nascosti={{ progettoId: dati.id }}
        invia="Pubblica gli indicatori"
        inCorso="Pubblicazione in corso"
      />
    </Dialogo>
  );
};
