import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Rilievi } from '@/components/attuazione/Rilievi';
import type { RapportoIntero } from '@/lib/attuazione/queries';
import { puoSulRilievo } from '@/lib/attuazione/rilievi';
import type { Ruolo } from '@/lib/auth/attore';
import { chiudiRilievoAction, richiediRilievoAction } from './actions';

type Props = { rapporto: RapportoIntero; ruolo: Ruolo; azioneId: string | null };

/** I rilievi su un'azione (o sull'intera relazione): alla verifica la Regione li chiude o ne chiede di nuovo conto. */
export const RilieviDellaRegione = ({ rapporto, ruolo, azioneId }: Props) => (
  <Rilievi
    rilievi={rapporto.rilievi.filter((r) => r.azioneId === azioneId)}
    ente={rapporto.progetto.capofila ?? 'Ente'}
    livello={azioneId === null ? 'h2' : 'h3'}
    mioLato="regione"
    comando={(r) => {
      const nascosti = { rapportoId: rapporto.id, rilievoId: r.id };
      const chi = { ruolo, capofila: false };
      return (
        <div className="btn-row">
          {puoSulRilievo('chiudi', r.stato, chi) && (
            <ModuloAtto action={chiudiRilievoAction} nascosti={nascosti} invia="Chiudi il rilievo" variante="secondario" taglia={36} />
          )}
          {puoSulRilievo('richiedi', r.stato, chi) && (
            <ModuloAtto action={richiediRilievoAction} nascosti={nascosti} invia="Chiedi di nuovo" variante="quieto" taglia={36} />
          )}
        </div>
      );
    }}
  />
);
