import { giorniTra } from '@/lib/attuazione/rules';
import { CHE_ASPETTA, CHI_ASPETTA, nomeStatoAzione } from '@/lib/cruscotto/labels';
import type { AzioneInElenco, ProgettoInElenco } from '@/lib/cruscotto/letture';
import { type FiltriElenco, soloCondizioni } from '@/lib/cruscotto/schema';
import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { routes } from '@/lib/routes';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { StatoAzione } from '../ui/StatoAzione';
import { type Colonna, Tabella } from '../ui/Tabella';
import { Termine } from '../ui/Termine';
import { ToccaA } from '../ui/ToccaA';

/** L’intestazione di una colonna che ordina: la prima volta nel verso più utile, poi al contrario. */
function ordinabile(etichetta: string, ordine: FiltriElenco['ordine'], filtri: FiltriElenco, primo: 'asc' | 'desc' = 'asc'): Colonna {
  const attuale = filtri.ordine === ordine;
  const verso = attuale ? (filtri.verso === 'asc' ? 'desc' : 'asc') : primo;
  const href = routes.cruscottoElenco({ ...soloCondizioni(filtri), ordine, verso });
  return { etichetta, ordine: { href, verso: attuale ? (filtri.verso === 'asc' ? 'ascending' : 'descending') : null } };
}

const Casella = ({ id, nome }: { id: string; nome: string }) => (
  <Cella>
    <input type="checkbox" name="id" value={id} aria-label={`Scegli ${nome}`} />
  </Cella>
);

const SCEGLI: Colonna = { etichetta: <span className="sr">Scegli</span> };

/** I progetti dell’elenco, con chi li tiene fermi e da quando. */
export const RigheProgetti = ({ righe, filtri, oggi }: { righe: ProgettoInElenco[]; filtri: FiltriElenco; oggi: string }) => (
  <Tabella
    didascalia="Progetti dell’elenco"
    fitta
    schede="griglia"
    colonne={[
      SCEGLI,
      ordinabile('Progetto', 'codice', filtri),
      { etichetta: 'Stato' },
      ordinabile('Relazione dovuta', 'scadenza', filtri),
      ordinabile('Tocca a', 'attesa', filtri),
      { etichetta: 'Verifica' },
      { ...ordinabile('Azioni in ritardo', 'ritardo', filtri, 'desc'), numerica: true },
    ]}
  >
    {righe.map((p) => (
      <Riga key={p.id}>
        <Casella id={p.id} nome={`il progetto ${p.codice}`} />
        <CellaTitolo>
          <span className="mono muted">{p.codice}</span> <a href={routes.progetto(p.id)}>{p.territorio}</a>
          <span className="sub">{p.capofila ?? p.titolo}</span>
        </CellaTitolo>
        <Cella>
          <Badge famiglia={ETICHETTA_PROGETTO[p.stato].famiglia} icona={ETICHETTA_PROGETTO[p.stato].icona}>
            {ETICHETTA_PROGETTO[p.stato].testo}
          </Badge>
        </Cella>
        <Cella>{p.scadenza && <Termine giorno={p.scadenza} giorni={giorniTra(oggi, p.scadenza)} />}</Cella>
        <Cella classe="card-wide">
          <Attese attese={scelte(p.attese, filtri)} oggi={oggi} />
        </Cella>
        <Cella>{p.istruttore}</Cella>
        <Cella numerica>
          <span>
            {numero(p.inRitardo)} <span className="muted">su {numero(p.azioni)}</span>
          </span>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);

/** Le attese che l’elenco sta guardando; se non ne guarda una in particolare, tutte. */
const scelte = (attese: ProgettoInElenco['attese'], { tocca, attesa }: FiltriElenco): ProgettoInElenco['attese'] =>
  attese.filter(({ chi, che }) => (!tocca || chi === tocca) && (!attesa || che === attesa));

const Attese = ({ attese, oggi }: { attese: ProgettoInElenco['attese']; oggi: string }) => {
  const [prima] = attese;
  if (!prima) return <span className="muted">nessuno</span>;
  const giorni = giorniTra(prima.dal, oggi);
  return (
    <span>
      <ToccaA chi={CHI_ASPETTA[prima.chi]} tu={prima.chi === 'REGIONE'} />
      <span className="sub">
        {CHE_ASPETTA[prima.che]}, dal {dataBreve(prima.dal)} ({giorni === 1 ? '1 giorno' : `${numero(Math.max(0, giorni))} giorni`})
        {attese.length > 1 && (attese.length === 2 ? ' e un’altra' : ` e altre ${attese.length - 1}`)}
      </span>
    </span>
  );
};

/** Le azioni dell’elenco, con il ritardo e la causa principale. */
export const RigheAzioni = ({ righe, filtri }: { righe: AzioneInElenco[]; filtri: FiltriElenco }) => (
  <Tabella
    didascalia="Azioni dell’elenco"
    fitta
    schede="griglia"
    colonne={[
      SCEGLI,
      ordinabile('Azione', 'codice', filtri),
      { etichetta: 'Ente' },
      { etichetta: 'Stato' },
      { etichetta: 'Avanzamento', numerica: true },
      ordinabile('Fine prevista', 'fine', filtri),
      { ...ordinabile('Ritardo', 'ritardo', filtri, 'desc'), numerica: true },
      { etichetta: 'Causa' },
    ]}
  >
    {righe.map((z) => (
      <Riga key={z.id}>
        <Casella id={z.id} nome={`l’azione ${z.codice} di ${z.progetto}`} />
        <CellaTitolo>
          <span className="mono muted">
            {z.progetto} {z.codice}
          </span>{' '}
          <a href={routes.azione(z.progettoId, z.id)}>{z.titolo}</a>
          <span className="sub">{z.territorio}</span>
        </CellaTitolo>
        <Cella>{z.ente}</Cella>
        <Cella>
          <StatoAzione stato={z.stato === 'NON_RILEVATA' ? null : z.stato} etichetta={nomeStatoAzione(z.stato)} />
        </Cella>
        <Cella numerica>{z.percentuale === null ? '' : `${z.percentuale}%`}</Cella>
        <Cella>{z.fine && dataBreve(z.fine)}</Cella>
        <Cella numerica>
          {z.ritardo > 0 && <span className="late">{z.ritardo === 1 ? '1 giorno' : `${numero(z.ritardo)} giorni`}</span>}
        </Cella>
        <Cella>{z.causa}</Cella>
      </Riga>
    ))}
  </Tabella>
);
