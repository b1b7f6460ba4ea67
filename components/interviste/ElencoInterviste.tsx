import { nomeIntervista, quandoECome } from '@/lib/interviste/labels';
import type { IntervistaElencata } from '@/lib/interviste/queries';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { BadgeDimostrativo } from './BadgePasso';

type Props = {
  interviste: readonly IntervistaElencata[];
  /** Chi fa ricerca vede anche quanti estratti restano da rilasciare. */
  lavora: boolean;
};

const estratti = ({ estratti: tutti, rilasciati }: IntervistaElencata, lavora: boolean): string =>
  tutti === 0 ? 'nessuno' : lavora && rilasciati < tutti ? `${tutti}, ${rilasciati} rilasciati` : String(tutti);

/** Le interviste, dalla prima: mai chi ha parlato. */
export const ElencoInterviste = ({ interviste, lavora }: Props) => (
  <Tabella
    didascalia="Interviste"
    schede="etichette"
    fitta
    colonne={[
      { etichetta: 'Intervista' },
      { etichetta: 'Quando e come' },
      { etichetta: 'Progetto' },
      { etichetta: 'Estratti', numerica: true, classe: 'whitespace-normal' },
    ]}
  >
    {interviste.map((intervista) => (
      <Riga key={intervista.id}>
        <CellaTitolo>
          <a href={routes.intervista(intervista.id)}>{nomeIntervista(intervista.numero)}</a>{' '}
          {intervista.dimostrativa && <BadgeDimostrativo />}
        </CellaTitolo>
        <Cella etichetta="Quando e come">{quandoECome(intervista)}</Cella>
        <Cella etichetta="Progetto">{intervista.progetto ?? <span className="muted">non indicato</span>}</Cella>
        <Cella numerica etichetta="Estratti" classe="whitespace-normal">
          {estratti(intervista, lavora)}
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
