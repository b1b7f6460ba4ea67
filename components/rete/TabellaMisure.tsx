import { misuraScritta, quotaScritta } from '@/lib/rete/labels';
import type { ReteLetta } from '@/lib/rete/letture';
import type { Misure } from '@/lib/rete/misure';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { righe: { rete: ReteLetta; misure: Misure }[]; ondataId: string };

/** Le misure di ogni progetto; chi non ha ancora dichiarato si riconosce dai legami. */
export const TabellaMisure = ({ righe, ondataId }: Props) => (
  <Tabella
    didascalia="Misure della rete, per progetto"
    schede="etichette"
    fitta
    colonne={[
      { etichetta: 'Progetto' },
      { etichetta: 'Organizzazioni', numerica: true },
      { etichetta: 'Coppie legate', numerica: true },
      { etichetta: 'Densità', numerica: true },
      { etichetta: 'Centralizzazione', numerica: true },
      { etichetta: 'Intermediazione del capofila', numerica: true, classe: 'whitespace-normal' },
      { etichetta: 'Tra tipi diversi', numerica: true },
      { etichetta: 'Legami nuovi', numerica: true },
    ]}
  >
    {righe.map(({ rete, misure }) => (
      <Riga key={rete.progettoId}>
        <CellaTitolo>
          <a href={routes.reteProgetto(rete.progettoId, { ondata: ondataId })}>
            <span className="mono muted">{rete.codice}</span> {rete.titolo}
          </a>
        </CellaTitolo>
        <Cella numerica etichetta="Organizzazioni">
          {misure.nodi}
        </Cella>
        <Cella numerica etichetta="Coppie legate">
          {misure.legami === 0 ? 'nessuna' : misure.legami}
        </Cella>
        <Cella numerica etichetta="Densità">
          {misuraScritta(misure.densita)}
        </Cella>
        <Cella numerica etichetta="Centralizzazione">
          {misuraScritta(misure.centralizzazione)}
        </Cella>
        <Cella numerica etichetta="Intermediazione del capofila">
          {misuraScritta(misure.intermediazioneCapofila)}
        </Cella>
        <Cella numerica etichetta="Tra tipi diversi">
          {quotaScritta(misure.traSettori)}
        </Cella>
        <Cella numerica etichetta="Legami nuovi">
          {misure.nuovi ?? 'non calcolabile'}
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
