import { Gantt, GanttAsse } from '@/components/ui/Gantt';
import type { ScalaGantt } from '@/components/ui/ganttScala';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { StatoAzione } from '@/components/ui/StatoAzione';
import { type Colonna, Tabella } from '@/components/ui/Tabella';
import { etichettaAzione } from '@/lib/attuazione/labels';
import { ritardoInParole } from '@/lib/attuazione/ritardo';
import type { AzioneDelProgetto } from '@/lib/progetti/letture';
import { rigaDi } from './cronoprogramma';

type Props = {
  azioni: readonly AzioneDelProgetto[];
  scala: ScalaGantt | null;
  oggi: string;
  /** La pagina di un'azione, se chi guarda ne ha una da aprire. */
  hrefDi?: ((azioneId: string) => string) | undefined;
};

const colonne = (scala: ScalaGantt | null): Colonna[] => [
  { etichetta: 'Azione ed ente responsabile', classe: scala ? 'lg:w-80' : undefined },
  { etichetta: 'Stato', classe: 'lg:w-42' },
  { etichetta: 'Avanz.', numerica: true, classe: 'lg:w-24' },
  ...(scala
    ? [
        {
          etichetta: (
            <>
              <span className="sr">Cronoprogramma</span>
              <GanttAsse scala={scala} />
            </>
          ),
          classe: 'gantt-cell',
        },
      ]
    : []),
  { etichetta: 'Ritardo', numerica: true, classe: 'lg:w-28' },
];

/** Le azioni con stato, avanzamento, piano e realtà sullo stesso calendario, ritardo in parole e cause. Senza date non c'è il calendario. */
export const TabellaAzioni = ({ azioni, scala, oggi, hrefDi }: Props) => (
  <Tabella
    didascalia="Azioni del progetto con stato, avanzamento, cronoprogramma e ritardo"
    schede="griglia"
    classe={scala ? 'tbl--gantt tbl--mid' : 'tbl--mid'}
    colonne={colonne(scala)}
  >
    {azioni.map((azione) => (
      <RigaAzione key={azione.id} azione={azione} scala={scala} oggi={oggi} hrefDi={hrefDi} />
    ))}
  </Tabella>
);

const RigaAzione = ({ azione, scala, oggi, hrefDi }: { azione: AzioneDelProgetto } & Omit<Props, 'azioni'>) => {
  const { id, codice, titolo, categoria, ente, mia, ultimo } = azione;
  const stato = ultimo?.stato ?? null;
  return (
    <Riga>
      <CellaTitolo>
        {hrefDi ? <a href={hrefDi(id)}>{titolo}</a> : <b>{titolo}</b>}
        <span className="sub">
          <span className="mono">{codice}</span> {categoria ? `${categoria}, ` : ''}
          {ente}
          {mia && ' (il tuo ente)'}
        </span>
      </CellaTitolo>
      <Cella>
        <StatoAzione stato={stato} etichetta={etichettaAzione(stato)} />
      </Cella>
      <Cella numerica>
        <Avanzamento ora={ultimo?.percentuale ?? null} prima={ultimo?.percentualePrima ?? null} />
      </Cella>
      {scala && (
        <Cella classe="gantt-cell card-block">
          <Gantt scala={scala} riga={rigaDi(azione, oggi)} />
        </Cella>
      )}
      <Cella classe="card-wide sm:text-right">
        <Ritardo azione={azione} />
      </Cella>
    </Riga>
  );
};

/** La percentuale e di quanto è cambiata dalla relazione precedente: la differenza non la deve calcolare chi legge. */
const Avanzamento = ({ ora, prima }: { ora: number | null; prima: number | null }) => {
  if (ora === null)
    return (
      <span className="muted">
        –<span className="sr">non rilevato</span>
      </span>
    );
  const delta = prima === null ? null : ora - prima;
  return (
    <span>
      <b>{ora}%</b>
      {delta !== null && <span className="muted"> {delta === 0 ? '=' : delta > 0 ? `+${delta}` : `−${-delta}`}</span>}
    </span>
  );
};

const Ritardo = ({ azione: { finePrevista, ultimo } }: { azione: AzioneDelProgetto }) => {
  const ritardo = ultimo && ritardoInParole({ finePrevista, ...ultimo });
  const cause = ultimo?.cause ?? [];
  return (
    <span>
      <span className="muted sm:hidden">Ritardo: </span>
      {ritardo && ritardo.giorni > 0 ? <b>{ritardo.testo}</b> : <span className="muted">{ritardo?.testo ?? 'non rilevato'}</span>}
      {cause.length > 0 && (
        <span className="sub">
          {cause.length === 1 ? 'causa ' : 'cause '}
          {cause.map(({ codice, etichetta }, indice) => (
            <span key={codice} title={etichetta}>
              {indice > 0 && ', '}
              <span className="mono">{codice}</span>
              <span className="sr"> ({etichetta})</span>
            </span>
          ))}
        </span>
      )}
    </span>
  );
};
