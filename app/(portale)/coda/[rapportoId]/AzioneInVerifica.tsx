import { ConfrontoAzione } from '@/components/attuazione/ConfrontoAzione';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { AzioneDelRapporto, RapportoIntero } from '@/lib/attuazione/queries';
import { nomePeriodo } from '@/lib/format/data';
import { chiediAction } from './actions';

type Props = { azione: AzioneDelRapporto; rapporto: RapportoIntero; soloCambiati: boolean; puoChiedere: boolean };

/** Un'azione da verificare: che cosa e cambiato e, se si puo, la domanda all'ente. */
export const AzioneInVerifica = ({ azione, rapporto, soloCambiati, puoChiedere }: Props) => {
  const aperto = rapporto.chiarimenti.find((c) => c.azioneId === azione.id && c.stato !== 'CHIUSO');
  return (
    <section className="sec azione-verifica" id={`azione-${azione.id}`} aria-labelledby={`azione-${azione.id}-t`}>
      <div className="sec__head">
        <h2 id={`azione-${azione.id}-t`}>{azione.titolo}</h2>
        <p>{[azione.categoria, azione.ente].filter(Boolean).join(', ')}</p>
      </div>
      <ConfrontoAzione
        azione={azione}
        cause={rapporto.cause}
        fineProgetto={rapporto.progetto.fine}
        nomePrima={rapporto.precedente ? nomePeriodo(rapporto.precedente) : 'Prima'}
        nomeOra={nomePeriodo(rapporto.periodo)}
        soloCambiati={soloCambiati}
        daChiarire={aperto !== undefined}
      />
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
