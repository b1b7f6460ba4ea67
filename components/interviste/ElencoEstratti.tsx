import { NOME_FASE, nomeIntervista } from '@/lib/interviste/labels';
import type { EstrattoBreve } from '@/lib/interviste/queries';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { BadgeDimostrativo, BadgePasso } from './BadgePasso';

type Props = {
  didascalia: string;
  estratti: readonly (EstrattoBreve & { intervista?: number })[];
  /** Chi fa ricerca vede a che punto è ciascuno; la Regione legge solo i rilasciati. */
  lavora: boolean;
};

const COLONNE = ['Brano', 'Progetto', 'Fase', 'Codici'];

/** Gli estratti con il principio del brano, che porta alla loro pagina. */
export const ElencoEstratti = ({ didascalia, estratti, lavora }: Props) => (
  <Tabella
    didascalia={didascalia}
    schede="etichette"
    fitta
    colonne={[...COLONNE, ...(lavora ? ['A che punto è'] : [])].map((etichetta) => ({ etichetta }))}
  >
    {estratti.map(({ id, brano, intervista, progetto, fase, codici, passo, dimostrativo }) => (
      <Riga key={id}>
        <CellaTitolo classe="titolo-lieve">
          {intervista !== undefined && <span className="mono muted">{nomeIntervista(intervista)}</span>}{' '}
          <a href={routes.estratto(id)}>{brano}</a> {dimostrativo && <BadgeDimostrativo />}
        </CellaTitolo>
        <Cella etichetta="Progetto">{progetto}</Cella>
        <Cella etichetta="Fase">{fase ? NOME_FASE[fase] : <span className="muted">non si capisce</span>}</Cella>
        <Cella etichetta="Codici">
          {codici === null ? <span className="muted">non decisi</span> : <span className="mono">{codici.join(', ') || 'nessuno'}</span>}
        </Cella>
        {lavora && (
          <Cella etichetta="A che punto è">
            <BadgePasso passo={passo} />
          </Cella>
        )}
      </Riga>
    ))}
  </Tabella>
);
