import { misuraScritta, quotaScritta } from '@/lib/ricerca/labels';
import type { Quantita, RigaQuantita } from '@/lib/ricerca/misure';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

/** Previsto e raggiunto, solo dove si possono confrontare; tutte le quantità stanno nella tabella chiusa. */
export const SezioneQuantita = ({ quantita: { righe, confrontabili, soloPreviste, soloRaggiunte } }: { quantita: Quantita }) => (
  <Sezione id="quantita" titolo="Quantità previste e raggiunte" nota="Si confronta una grandezza solo con se stessa, nella sua unità.">
    <p className="mb-3 max-w-read">
      {righe.length} quantità: {confrontabili.length} con previsto e raggiunto, {soloPreviste} solo previste, {soloRaggiunte} solo
      raggiunte.
    </p>
    {confrontabili.length > 0 && <TabellaQuantita didascalia="Quantità con un previsto e un raggiunto" righe={confrontabili} />}
    {righe.length > 0 && (
      <details className="figtab">
        <summary>Mostra tutte le quantità</summary>
        <TabellaQuantita didascalia="Tutte le quantità" righe={righe} />
      </details>
    )}
  </Sezione>
);

const TabellaQuantita = ({ didascalia, righe }: { didascalia: string; righe: RigaQuantita[] }) => (
  <Tabella
    didascalia={didascalia}
    fitta
    colonne={[
      { etichetta: 'Grandezza' },
      { etichetta: 'Azione' },
      { etichetta: 'Previsto', numerica: true },
      { etichetta: 'Raggiunto', numerica: true },
      { etichetta: 'Quota', numerica: true },
    ]}
  >
    {righe.map(({ progetto, codice, azione, unita, riferimento, previsto, raggiunto, quota }) => (
      <Riga key={`${progetto} ${codice}`}>
        <CellaTitolo>
          {unita}
          {riferimento && <span className="text-muted"> ({riferimento})</span>}
        </CellaTitolo>
        <Cella classe="mono">{azione ?? `${progetto}, progetto intero`}</Cella>
        <Cella numerica>{misuraScritta(previsto)}</Cella>
        <Cella numerica>{misuraScritta(raggiunto)}</Cella>
        <Cella numerica>{quotaScritta(quota)}</Cella>
      </Riga>
    ))}
  </Tabella>
);
