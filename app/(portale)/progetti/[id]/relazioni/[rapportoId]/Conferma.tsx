import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Dialogo } from '@/components/ui/Dialogo';
import { confermabile } from '@/lib/attuazione/conferma';
import type { RapportoIntero } from '@/lib/attuazione/queries';
import type { Attore } from '@/lib/auth/attore';
import { nomePeriodo } from '@/lib/format/data';
import { confermaAction, confermaEInviaAction } from './actions';

type Props = { rapporto: RapportoIntero; attore: Attore; puoInviare: boolean };

const quante = (n: number): string => (n === 1 ? 'la tua azione' : `le tue ${n} azioni`);

/** «Nulla da segnalare»: un periodo senza novità si chiude in due gesti. */
export const Conferma = ({ rapporto, attore, puoInviare }: Props) => {
  const caso = confermabile(rapporto, attore.organizzazioneId, puoInviare);
  if (!caso || !rapporto.precedente) return null;
  const { azioni, compilate, invia } = caso;
  const nascosti = { progettoId: rapporto.progetto.id, rapportoId: rapporto.id };
  return (
    <section>
      <h2>Periodo senza novità</h2>
      <p className="small second">Se non è cambiato nulla, confermi i valori di prima in un gesto.</p>
      <Dialogo id="conferma" titolo="Confermare che non c’è nulla da segnalare?" apri="Nulla da segnalare" variante="secondario">
        <p>
          Stato, avanzamento, date, quantità, cause e contromisure restano quelli della relazione {nomePeriodo(rapporto.precedente)} per{' '}
          {quante(azioni)}.{compilate > 0 && ' Ciò che hai già scritto in questa relazione resta com’è.'}
        </p>
        {invia ? (
          <>
            <p>La relazione parte subito per la Regione: dopo non si cambia più, se non dove la Regione chiede un chiarimento.</p>
            <ModuloAtto action={confermaEInviaAction} nascosti={nascosti} invia="Conferma e invia" />
          </>
        ) : (
          <ModuloAtto action={confermaAction} nascosti={nascosti} invia="Conferma e consegna la parte" />
        )}
      </Dialogo>
    </section>
  );
};
