import { Evidenze } from '@/components/evidenze/Evidenze';
import type { AzioneDelRapporto, RapportoIntero } from '@/lib/attuazione/queries';
import type { Attore } from '@/lib/auth/attore';
import type { EsitoProva } from '@/lib/evidenze/rifiuti';
import { routes } from '@/lib/routes';
import { togliEvidenzaAction } from '../../evidenze/actions';

type Props = { rapporto: RapportoIntero; azione: AzioneDelRapporto; attore: Attore; capofila: boolean; esito: EsitoProva | undefined };

/** Le prove di ciò che l'ente dichiara su un'azione: si allegano finché la relazione è in bozza, o finché la Regione tiene riaperta l'azione. */
export const ProveDellAzione = ({ rapporto, azione, attore, capofila, esito }: Props) => {
  const scrive = (rapporto.stato === 'BOZZA' || azione.riaperto) && (capofila || azione.organizzazioneId === attore.organizzazioneId);
  if (!azione.avanzamentoId)
    return scrive ? <p className="small second">Per allegare prove salva prima qualcosa dell’azione, poi ricarica la pagina.</p> : null;
  return (
    <Evidenze
      progettoId={rapporto.progetto.id}
      oggetto="AVANZAMENTO"
      oggettoId={azione.avanzamentoId}
      evidenze={rapporto.prove.filter(({ oggettoId }) => oggettoId === azione.avanzamentoId)}
      torna={routes.rapporto(rapporto.progetto.id, rapporto.id, { azione: azione.id })}
      togli={togliEvidenzaAction}
      scrive={scrive ? { organizzazioneId: attore.organizzazioneId, capofila } : undefined}
      esito={esito}
    />
  );
};
