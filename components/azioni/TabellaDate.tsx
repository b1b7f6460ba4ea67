import { Cella, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { AzioneNelTempo, AzioniNelTempo } from '@/lib/azioni/letture';
import { pianoOriginario, ritardiDi } from '@/lib/azioni/rules';
import { dataBreve } from '@/lib/format/data';
import { ritardoDetto } from './Ritardi';
import { TitoloAzione } from './TabellaNelTempo';

const COLONNE = [
  'Azione',
  'Previsto all’inizio',
  'Previsto in vigore',
  'Inizio effettivo',
  'Fine',
  'Ritardo',
  'Ritardo sul piano di prima',
];

const tratto = (inizio: string | null, fine: string | null): string =>
  inizio || fine ? `${inizio ? dataBreve(inizio) : '?'} – ${fine ? dataBreve(fine) : '?'}` : 'non rilevato';

/** La fine come la si conosce: effettiva, stimata, o non ancora detta. */
export function fineDi({ situazione }: Pick<AzioneNelTempo, 'situazione'>): string {
  if (situazione?.fineEffettiva) return dataBreve(situazione.fineEffettiva);
  return situazione?.fineStimata ? `${dataBreve(situazione.fineStimata)} (stimata)` : 'non rilevata';
}

/** Il piano approvato all'inizio: lo stesso in vigore, se nulla l'ha cambiato. */
export const originarioDi = (azione: AzioneNelTempo): string => {
  const originario = pianoOriginario(azione);
  return originario ? tratto(originario.inizio, originario.fine) : 'come in vigore';
};
export const inVigoreDi = ({ inizioPrevisto, finePrevista }: AzioneNelTempo): string => tratto(inizioPrevisto, finePrevista);

/** Le stesse date del cronoprogramma, in tabella: per chi non vede il disegno, per chi copia, per chi stampa. */
export const TabellaDate = ({ dati, oggi }: { dati: AzioniNelTempo; oggi: string }) => (
  <Tabella
    didascalia="Date previste, in vigore ed effettive di ogni azione"
    fitta
    schede="etichette"
    colonne={COLONNE.map((etichetta) => ({ etichetta }))}
  >
    {dati.azioni.map((azione) => {
      const { inVigore, originario } = ritardiDi(azione, oggi);
      const inizio = azione.situazione?.inizioEffettivo;
      return (
        <Riga key={azione.id}>
          <TitoloAzione azione={azione} progettoId={dati.progetto.id} />
          <Cella etichetta={COLONNE[1]}>{originarioDi(azione)}</Cella>
          <Cella etichetta={COLONNE[2]}>{inVigoreDi(azione)}</Cella>
          <Cella etichetta={COLONNE[3]}>{inizio ? dataBreve(inizio) : 'non rilevato'}</Cella>
          <Cella etichetta={COLONNE[4]}>{fineDi(azione)}</Cella>
          <Cella etichetta={COLONNE[5]}>{ritardoDetto(inVigore)}</Cella>
          <Cella etichetta={COLONNE[6]}>{azione.fineOriginaria ? ritardoDetto(originario) : '–'}</Cella>
        </Riga>
      );
    })}
  </Tabella>
);
