import type { CauseDiRitardo, RigaCausa } from '@/lib/ricerca/cause';
import { figuraCause } from '@/lib/ricerca/figureAttuazione';
import { etichettaBreve } from '@/lib/ricerca/labels';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';
import { FiguraBarre } from './FiguraRicerca';

type Props = { cause: CauseDiRitardo };

/** Le cause di ritardo per numero di progetti che le indicano. */
export const FiguraCause = ({ cause, filtri }: Props & { filtri: FiltriRicerca }) => (
  <FiguraBarre
    figura={figuraCause(cause)}
    filtri={filtri}
    vuota="Nessuna relazione approvata indica una causa di ritardo."
    tabella={<TabellaCause righe={cause.righe} />}
  />
);

const TabellaCause = ({ righe }: { righe: RigaCausa[] }) => (
  <Tabella
    didascalia="Cause di ritardo: progetti e azioni"
    fitta
    colonne={[
      { etichetta: 'Causa' },
      { etichetta: 'Gruppo' },
      { etichetta: 'Dipende dalla Regione' },
      { etichetta: 'Progetti', numerica: true },
      { etichetta: 'Azioni', numerica: true },
    ]}
  >
    {righe.map(({ codice, etichetta, gruppo, dipendeRegione, progetti, azioni }) => (
      <Riga key={codice}>
        <CellaTitolo>
          <span className="mono muted">{codice}</span> {etichetta}
        </CellaTitolo>
        <Cella>{gruppo}</Cella>
        <Cella>{dipendeRegione ? 'sì' : 'no'}</Cella>
        <Cella numerica>{progetti}</Cella>
        <Cella numerica>{azioni}</Cella>
      </Riga>
    ))}
  </Tabella>
);

/** Cause × categorie: quante azioni di ogni categoria indicano ogni causa. */
export const CausePerCategoria = ({ cause: { categorie, righe } }: Props) => {
  const inAzioni = righe.filter(({ azioni }) => azioni > 0);
  return (
    <Sezione id="incrocio" titolo="Cause di ritardo per categoria" nota="Numero di azioni che indicano la causa.">
      <Tabella
        didascalia="Azioni per causa di ritardo e categoria"
        fitta
        colonne={[
          { etichetta: 'Causa', classe: 'min-w-56' },
          { etichetta: 'Azioni', numerica: true },
          // le categorie hanno nomi lunghi: vanno a capo
          ...categorie.map(({ etichetta }) => ({ etichetta: etichettaBreve(etichetta), numerica: true, classe: 'whitespace-normal' })),
        ]}
      >
        {inAzioni.map(({ codice, etichetta, azioni, perCategoria }) => (
          <Riga key={codice}>
            <CellaTitolo>
              <span className="mono muted">{codice}</span> {etichetta}
            </CellaTitolo>
            <Cella numerica>
              <b>{azioni}</b>
            </Cella>
            {perCategoria.map((numero, colonna) => (
              <Cella key={categorie[colonna]?.codice} numerica classe={numero === 0 ? 'text-muted' : ''}>
                {numero}
              </Cella>
            ))}
          </Riga>
        ))}
      </Tabella>
      <p className="hint mt-2">
        Le cause che una relazione attribuisce al progetto intero non hanno una categoria e qui non compaiono.{' '}
        <a href={routes.causeFasi()}>Cause per categoria e fase, con le interviste</a>
      </p>
    </Sezione>
  );
};
