import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Rilievi } from '@/components/attuazione/Rilievi';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { RapportoIntero } from '@/lib/attuazione/queries';
import { puoSulRilievo } from '@/lib/attuazione/rilievi';
import type { Attore } from '@/lib/auth/attore';
import { rispondiRilievoAction } from './actions';

type Props = { rapporto: RapportoIntero; attore: Attore; capofila: boolean; azioneId: string | null };

/** I rilievi ancora vivi su un'azione (o sull'intera relazione, con azioneId null): il capofila vi risponde prima di inviare. */
export const RilieviDellEnte = ({ rapporto, attore, capofila, azioneId }: Props) => {
  const inScrittura = rapporto.stato === 'BOZZA' || rapporto.stato === 'CHIARIMENTI';
  return (
    <Rilievi
      rilievi={rapporto.rilievi.filter((r) => r.azioneId === azioneId)}
      ente={rapporto.progetto.capofila ?? 'Ente'}
      livello={azioneId === null ? 'h2' : 'h3'}
      mioLato="ente"
      comando={(r) => {
        if (r.diQuesta)
          return r.stato === 'APERTO' ? <p className="small second">Risponderai nella relazione del prossimo periodo.</p> : null;
        if (!inScrittura || r.stato === 'CHIUSO' || (r.stato === 'RISPOSTO' && !r.rispostoQui)) return null;
        if (!puoSulRilievo('rispondi', 'APERTO', { ruolo: attore.ruolo, capofila }))
          return <p className="small second">Ai rilievi risponde l’ente capofila, prima di inviare la relazione.</p>;
        return (
          <ModuloAtto
            action={rispondiRilievoAction}
            nascosti={{ progettoId: rapporto.progetto.id, rapportoId: rapporto.id, rilievoId: r.id }}
            invia={r.stato === 'RISPOSTO' ? 'Cambia la risposta' : 'Salva la risposta'}
            variante="secondario"
            taglia={36}
            testo={{
              nome: 'risposta',
              etichetta: 'La tua risposta al rilievo',
              aiuto: 'La Regione la legge quando invii la relazione. Nessun dato di persone.',
              massimo: LIMITI.motivo,
              valore: r.rispostoQui ? (r.risposta ?? '') : '',
              righe: 3,
            }}
          />
        );
      }}
    />
  );
};
