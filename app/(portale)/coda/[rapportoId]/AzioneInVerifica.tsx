import { ConfrontoAzione } from '@/components/attuazione/ConfrontoAzione';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Novita } from '@/components/attuazione/RigaAzione';
import { Evidenze } from '@/components/evidenze/Evidenze';
import { Callout } from '@/components/ui/Callout';
import { segnalazioni } from '@/lib/attuazione/confronto';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { AzioneDelRapporto, RapportoIntero } from '@/lib/attuazione/queries';
import type { Ruolo } from '@/lib/auth/attore';
import { nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { chiediAction } from './actions';
import { RilieviDellaRegione } from './RilieviDellaRegione';

type Props = { azione: AzioneDelRapporto; rapporto: RapportoIntero; soloCambiati: boolean; puoChiedere: boolean; ruolo: Ruolo };

/** Un'azione da verificare: che cosa è cambiato e, se si può, la domanda all'ente. */
export const AzioneInVerifica = ({ azione, rapporto, soloCambiati, puoChiedere, ruolo }: Props) => {
  const aperto = rapporto.chiarimenti.find((c) => c.azioneId === azione.id && c.stato !== 'CHIUSO');
  const avvisi = segnalazioni(azione);
  const prove = rapporto.prove.filter(({ oggettoId }) => oggettoId === azione.avanzamentoId);
  return (
    <section className="sec azione-verifica" id={`azione-${azione.id}`} aria-labelledby={`azione-${azione.id}-t`}>
      <div className="sec__head">
        <h2 id={`azione-${azione.id}-t`}>{azione.titolo}</h2>
        <p>
          {[azione.categoria, azione.ente].filter(Boolean).join(', ')} <Novita azione={azione} />
        </p>
      </div>
      <RilieviDellaRegione rapporto={rapporto} ruolo={ruolo} azioneId={azione.id} />
      {avvisi.length > 0 && (
        <Callout tipo="attenzione" titolo="Da guardare:">
          {avvisi.join(' ')}
        </Callout>
      )}
      <ConfrontoAzione
        azione={azione}
        cause={rapporto.cause}
        fineProgetto={rapporto.progetto.fine}
        nomePrima={rapporto.precedente ? nomePeriodo(rapporto.precedente) : 'Prima'}
        nomeOra={nomePeriodo(rapporto.periodo)}
        soloCambiati={soloCambiati}
        daChiarire={aperto !== undefined}
      />
      {prove.length > 0 && azione.avanzamentoId && (
        <Evidenze
          progettoId={rapporto.progetto.id}
          oggetto="AVANZAMENTO"
          oggettoId={azione.avanzamentoId}
          evidenze={prove}
          torna={routes.verifica(rapporto.id)}
        />
      )}
      {aperto && (
        <p className="small">
          <a href={`#chiarimento-${aperto.id}`}>
            {aperto.stato === 'APERTO' ? 'Chiarimento chiesto, in attesa di risposta' : 'L’ente ha risposto al chiarimento'}
          </a>
        </p>
      )}
      {puoChiedere && !aperto && (
        <details className="chiedi">
          <summary>Chiedi un chiarimento su quest’azione</summary>
          <ModuloAtto
            action={chiediAction}
            nascosti={{ rapportoId: rapporto.id, azioneId: azione.id }}
            invia="Chiedi il chiarimento"
            variante="secondario"
            taglia={36}
            testo={{
              nome: 'domanda',
              etichetta: 'La tua domanda',
              aiuto: 'L’azione si riapre all’ente e il tempo della verifica si ferma fino alla risposta.',
              massimo: LIMITI.motivo,
              righe: 3,
            }}
          />
        </details>
      )}
    </section>
  );
};
