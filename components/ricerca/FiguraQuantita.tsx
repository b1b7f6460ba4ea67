import { figuraQuantita } from '@/lib/ricerca/figureAttuazione';
import { misuraScritta, quotaScritta } from '@/lib/ricerca/labels';
import type { Quantita, RigaQuantita } from '@/lib/ricerca/misure';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { FiguraBarre } from './FiguraRicerca';
import { AltreRighe, primeRighe } from './PrimeRighe';

/** Previsto e raggiunto, solo dove si possono confrontare; tutte le quantità stanno nella tabella. */
export const FiguraQuantita = ({ quantita, filtri }: { quantita: Quantita; filtri: FiltriRicerca }) => (
  <FiguraBarre
    figura={figuraQuantita(quantita)}
    filtri={filtri}
    vuota="Di nessuna grandezza si conoscono sia il previsto sia il raggiunto."
    tabella={<TabellaQuantita righe={quantita.righe} />}
  />
);

const TabellaQuantita = ({ righe }: { righe: RigaQuantita[] }) => (
  <>
    <Tabella
      didascalia="Tutte le quantità"
      fitta
      colonne={[
        { etichetta: 'Grandezza' },
        { etichetta: 'Azione' },
        { etichetta: 'Previsto', numerica: true },
        { etichetta: 'Raggiunto', numerica: true },
        { etichetta: 'Quota', numerica: true },
      ]}
    >
      {primeRighe(righe).map(({ progetto, codice, azione, unita, riferimento, previsto, raggiunto, quota, approssimata }) => (
        <Riga key={`${progetto} ${codice}`}>
          <CellaTitolo>
            {unita}
            {riferimento && <span className="text-muted"> ({riferimento})</span>}
          </CellaTitolo>
          <Cella classe="mono">{azione ?? `${progetto}, progetto intero`}</Cella>
          <Cella numerica>{misuraScritta(previsto)}</Cella>
          <Cella numerica>{misuraScritta(raggiunto)}</Cella>
          <Cella numerica>{quotaScritta(quota, approssimata)}</Cella>
        </Riga>
      ))}
    </Tabella>
    <AltreRighe righe={righe} />
  </>
);
