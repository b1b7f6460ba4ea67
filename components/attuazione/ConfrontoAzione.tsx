import { confronta } from '@/lib/attuazione/confronto';
import type { AzioneDelRapporto, CausaInElenco } from '@/lib/attuazione/queries';
import { ConfrontoValori } from '../ui/ConfrontoValori';
import { DiffTesto } from '../ui/DiffTesto';

type Props = {
  azione: AzioneDelRapporto;
  cause: CausaInElenco[];
  fineProgetto: string | null;
  nomePrima: string;
  nomeOra: string;
  soloCambiati?: boolean;
  daChiarire?: boolean;
};

const Testo = ({ titolo, prima, ora, solo }: { titolo: string; prima: string | null; ora: string | null; solo?: boolean }) => {
  if (!prima && !ora) return null;
  if (solo && prima === ora) return null;
  return (
    <div className="confronto-testo">
      <h3>{titolo}</h3>
      <DiffTesto prima={prima ?? ''} ora={ora ?? ''} />
    </div>
  );
};

/** Un'azione letta: prima e ora, differenza in parole, testi con le parole cambiate segnate. */
export const ConfrontoAzione = ({ azione, cause, fineProgetto, nomePrima, nomeOra, soloCambiati, daChiarire }: Props) => {
  const voci = confronta(azione, cause, fineProgetto);
  const righe = soloCambiati ? voci.filter((v) => v.cambiata) : voci;
  const nascoste = voci.length - righe.length;
  return (
    <>
      {righe.length > 0 && (
        <ConfrontoValori
          didascalia={`${azione.titolo}: valori di prima e di ora`}
          prima={nomePrima}
          ora={nomeOra}
          righe={righe.map((v) => ({ ...v, id: `${azione.id}-${v.id}`, delta: v.delta, daChiarire: daChiarire && v.cambiata }))}
        />
      )}
      <Testo
        titolo="Come rimediate"
        prima={azione.prima?.contromisura ?? null}
        ora={azione.ora?.contromisura ?? null}
        solo={soloCambiati}
      />
      <Testo titolo="Note" prima={azione.prima?.nota ?? null} ora={azione.ora?.nota ?? null} solo={soloCambiati} />
      {soloCambiati && nascoste > 0 && (
        <p className="small muted">{nascoste === 1 ? '1 valore non è cambiato' : `${nascoste} valori non sono cambiati`}.</p>
      )}
    </>
  );
};
