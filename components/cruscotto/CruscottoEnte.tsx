import { ETICHETTA_PARTE, etichettaAzione } from '@/lib/attuazione/labels';
import { giorniTra } from '@/lib/attuazione/rules';
import { azioniMie, calendario, GIORNI_CALENDARIO, type ProgettoMio, partiMie } from '@/lib/cruscotto/ente';
import { nomePeriodo } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { StatoAzione } from '../ui/StatoAzione';
import { Tabella } from '../ui/Tabella';
import { Termine } from '../ui/Termine';
import { RichiesteEnte } from './RichiesteEnte';

type Props = { progetti: readonly ProgettoMio[]; oggi: string };

/** Ciò che riguarda l’ente oltre ai compiti: calendario, parti, richieste, azioni. Le sezioni vuote non compaiono. */
export const CruscottoEnte = ({ progetti, oggi }: Props) => (
  <>
    <Calendario progetti={progetti} oggi={oggi} />
    <Parti progetti={progetti} />
    <RichiesteEnte progetti={progetti} oggi={oggi} />
    <Azioni progetti={progetti} />
  </>
);

const Calendario = ({ progetti, oggi }: Props) => {
  const scadenze = calendario(progetti, oggi);
  if (scadenze.length === 0) return null;
  return (
    <Sezione id="calendario" titolo="Prossime scadenze" nota={`Nei prossimi ${GIORNI_CALENDARIO} giorni.`}>
      <Tabella
        didascalia="Relazioni da presentare nei prossimi sessanta giorni"
        fitta
        schede="griglia"
        colonne={[{ etichetta: 'Entro' }, { etichetta: 'Progetto' }, { etichetta: 'Relazione' }]}
      >
        {scadenze.map(({ periodoId, scadenza, progettoId, progetto, dal, al }) => (
          <Riga key={periodoId}>
            <CellaTitolo>
              <Termine giorno={scadenza} giorni={giorniTra(oggi, scadenza)} />
            </CellaTitolo>
            <Cella>
              <a href={routes.calendario(progettoId)}>{progetto}</a>
            </Cella>
            <Cella>{nomePeriodo({ dal, al })}</Cella>
          </Riga>
        ))}
      </Tabella>
    </Sezione>
  );
};

const Parti = ({ progetti }: Pick<Props, 'progetti'>) => {
  const parti = partiMie(progetti);
  if (parti.length === 0) return null;
  return (
    <Sezione id="mie-parti" titolo="Le parti del mio ente" nota="Nelle relazioni aperte di cui un altro ente è capofila.">
      <Tabella
        didascalia="Parti del mio ente nelle relazioni aperte"
        fitta
        schede="griglia"
        colonne={[{ etichetta: 'Progetto' }, { etichetta: 'Relazione' }, { etichetta: 'La mia parte' }]}
      >
        {parti.map(({ rapportoId, progettoId, progetto, dal, al, stato }) => (
          <Riga key={rapportoId}>
            <CellaTitolo>
              <a href={routes.rapporto(progettoId, rapportoId)}>{progetto}</a>
            </CellaTitolo>
            <Cella>{nomePeriodo({ dal, al })}</Cella>
            <Cella>
              <Badge famiglia={ETICHETTA_PARTE[stato].famiglia} icona={ETICHETTA_PARTE[stato].icona}>
                {ETICHETTA_PARTE[stato].testo}
              </Badge>
            </Cella>
          </Riga>
        ))}
      </Tabella>
    </Sezione>
  );
};

const Azioni = ({ progetti }: Pick<Props, 'progetti'>) => {
  const azioni = azioniMie(progetti);
  if (azioni.length === 0) return null;
  return (
    <Sezione id="mie-azioni" titolo="Le azioni del mio ente" nota="Secondo l’ultima relazione presentata.">
      <Tabella
        didascalia="Azioni del mio ente, prima quelle in ritardo"
        fitta
        schede="griglia"
        colonne={[
          { etichetta: 'Azione' },
          { etichetta: 'Stato' },
          { etichetta: 'Avanzamento', numerica: true },
          { etichetta: 'Ritardo', numerica: true },
        ]}
      >
        {azioni.map(({ id, progettoId, progetto, codice, titolo, stato, percentuale, ritardo }) => (
          <Riga key={id}>
            <CellaTitolo>
              <span className="mono muted">{codice}</span> <a href={routes.azione(progettoId, id)}>{titolo}</a>
              {progetti.length > 1 && <span className="sub">{progetto}</span>}
            </CellaTitolo>
            <Cella>
              <StatoAzione stato={stato} etichetta={etichettaAzione(stato)} />
            </Cella>
            <Cella numerica>{percentuale === null ? <span className="muted">non rilevato</span> : `${percentuale}%`}</Cella>
            <Cella numerica>
              <Ritardo giorni={ritardo} />
            </Cella>
          </Riga>
        ))}
      </Tabella>
    </Sezione>
  );
};

const Ritardo = ({ giorni }: { giorni: number | null }) => {
  if (giorni === null) return <span className="muted">non rilevato</span>;
  if (giorni === 0) return <>nessuno</>;
  return <span className="late">{giorni === 1 ? '1 giorno' : `${numero(giorni)} giorni`}</span>;
};
