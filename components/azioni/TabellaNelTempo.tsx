import { Gantt, GanttAsse } from '@/components/ui/Gantt';
import type { ScalaGantt } from '@/components/ui/ganttScala';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { StatoAzione } from '@/components/ui/StatoAzione';
import { type Colonna, Tabella } from '@/components/ui/Tabella';
import { etichettaAzione } from '@/lib/attuazione/labels';
import type { AzioneNelTempo, AzioniNelTempo } from '@/lib/azioni/letture';
import { ritardiDi } from '@/lib/azioni/rules';
import { routes } from '@/lib/routes';
import { Ritardi, ritardoDetto } from './Ritardi';
import { rigaAzione } from './scala';

type Props = { dati: AzioniNelTempo; scala: ScalaGantt; oggi: string };

const colonne = (scala: ScalaGantt): Colonna[] => [
  { etichetta: 'Azione ed ente responsabile', classe: 'lg:w-80' },
  { etichetta: 'Stato', classe: 'lg:w-42' },
  {
    etichetta: (
      <>
        <span className="sr">Cronoprogramma</span>
        <GanttAsse scala={scala} />
      </>
    ),
    classe: 'gantt-cell',
  },
  { etichetta: 'Ritardo', numerica: true, classe: 'lg:w-36' },
];

/** Le azioni sullo stesso calendario, con tre barre: il piano approvato all'inizio, quello in vigore, ciò che è accaduto. */
export const TabellaNelTempo = ({ dati, scala, oggi }: Props) => (
  <Tabella
    didascalia="Azioni con stato, cronoprogramma a tre barre e ritardo in giorni"
    schede="griglia"
    classe="tbl--gantt tbl--mid"
    colonne={colonne(scala)}
  >
    {dati.azioni.map((azione) => (
      <Riga key={azione.id}>
        <TitoloAzione azione={azione} progettoId={dati.progetto.id} />
        <Cella>
          <StatoAzione stato={statoDi(azione)} etichetta={etichettaAzione(statoDi(azione))} />
        </Cella>
        <Cella classe="gantt-cell card-block">
          <Gantt scala={scala} riga={rigaAzione(azione, dati.sospensioni, oggi)} tre />
        </Cella>
        <CellaRitardo azione={azione} oggi={oggi} />
      </Riga>
    ))}
  </Tabella>
);

const statoDi = ({ annullataIl, situazione }: AzioneNelTempo) => (annullataIl ? 'ANNULLATA' : (situazione?.stato ?? null));

export const TitoloAzione = ({ azione, progettoId }: { azione: AzioneNelTempo; progettoId: string }) => (
  <CellaTitolo>
    <a href={routes.azione(progettoId, azione.id)}>
      <b>{azione.titolo}</b>
    </a>
    <span className="sub">
      <span className="mono">{azione.codice}</span> {azione.ente}
      {azione.mia && ' (il tuo ente)'}
    </span>
  </CellaTitolo>
);

const CellaRitardo = ({ azione, oggi }: { azione: AzioneNelTempo; oggi: string }) => {
  const { inVigore, originario } = ritardiDi(azione, oggi);
  return (
    <Cella classe="card-wide sm:text-right">
      <span>
        <span className="muted sm:hidden">Ritardo: </span>
        <Ritardi ritardo={inVigore} />
        {azione.fineOriginaria && <span className="sub">sul piano di prima: {ritardoDetto(originario)}</span>}
      </span>
    </Cella>
  );
};
