import type { AzionePiano } from '@/lib/domande/valori';
import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { PRIORITA } from '@/lib/piano/labels';
import { rigaDi, scalaDi } from '../progetti/cronoprogramma';
import { Gantt, GanttAsse } from '../ui/Gantt';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { type Colonna, Tabella } from '../ui/Tabella';

type Contesto = Pick<ContestoPiano, 'partner' | 'categorieIntervento' | 'gruppi' | 'oggi'>;
type Props = { azioni: readonly AzionePiano[]; contesto: Contesto };

const giorno = (iso: string | null): string => (iso ? dataBreve(iso) : 'da scrivere');

const conDate = ({ inizio, fine }: AzionePiano) => ({
  inizioPrevisto: inizio,
  // una fine prima dell'inizio non si disegna: la dice il controllo
  finePrevista: inizio && fine && fine < inizio ? null : fine,
  ultimo: null,
});

/** Le azioni di un piano con il loro cronoprogramma, solo da leggere. */
export const TabellaAzioniPiano = ({ azioni, contesto }: Props) => {
  const scala = scalaDi(azioni.map(conDate), contesto.oggi, null);
  const colonne: Colonna[] = [
    { etichetta: 'Azione ed ente responsabile', classe: 'lg:w-64' },
    { etichetta: 'Destinatari e date', classe: 'lg:w-48' },
    ...(scala ? [{ etichetta: <AsseConNome scala={scala} />, classe: 'gantt-cell' }] : []),
  ];
  return (
    <Tabella
      didascalia="Azioni con destinatari e cronoprogramma"
      schede="griglia"
      classe={scala ? 'tbl--gantt tbl--mid' : 'tbl--mid'}
      colonne={colonne}
    >
      {azioni.map((azione) => (
        <Riga key={azione.id}>
          <CellaTitolo>
            <b>{azione.titolo || 'Senza titolo'}</b>
            <span className="sub">{sottotitolo(azione, contesto)}</span>
          </CellaTitolo>
          <Cella>
            {destinatariDi(azione, contesto.gruppi)}
            <span className="sub">{`${giorno(azione.inizio)} – ${giorno(azione.fine)}`}</span>
          </Cella>
          {scala && (
            <Cella classe="gantt-cell card-block">
              <Gantt scala={scala} riga={rigaDi(conDate(azione), contesto.oggi)} />
            </Cella>
          )}
        </Riga>
      ))}
    </Tabella>
  );
};

const AsseConNome = ({ scala }: { scala: Parameters<typeof GanttAsse>[0]['scala'] }) => (
  <>
    <span className="sr">Cronoprogramma</span>
    <GanttAsse scala={scala} />
  </>
);

const sottotitolo = ({ codice, categoria, organizzazioneId, priorita }: AzionePiano, { categorieIntervento, partner }: Contesto): string =>
  [
    codice,
    categorieIntervento.find((c) => c.codice === categoria)?.etichetta,
    partner.find((p) => p.organizzazioneId === organizzazioneId)?.denominazione ?? 'ente da scegliere',
    PRIORITA.find((p) => p.valore === priorita)?.etichetta.toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');

const destinatariDi = ({ destinatari }: AzionePiano, gruppi: Contesto['gruppi']): string =>
  destinatari
    .map((d) => `${gruppi.find((g) => g.codice === d.gruppo)?.etichetta ?? 'Gruppo da scegliere'}: ${numero(d.quantita)} ${d.unita}`)
    .join('; ') || 'Da indicare';
