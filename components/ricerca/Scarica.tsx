import { FORMATI_DISEGNO, FORMATI_TABELLA, TITOLO_TABELLA } from '@/lib/ricerca/labels';
import { type FiltriRicerca, TabellaConGrafico, type TabellaScaricabile } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';
import { Bottone, type VarianteBottone } from '../ui/Bottone';

type Props = { tabella: TabellaScaricabile; filtri: FiltriRicerca };

/** I formati di una tabella, con i disegni se ha un grafico. */
const formatiDi = (tabella: TabellaScaricabile): readonly (readonly [string, string])[] =>
  TabellaConGrafico.safeParse(tabella).success ? [...FORMATI_TABELLA, ...FORMATI_DISEGNO] : FORMATI_TABELLA;

/** I filtri della pagina viaggiano con la richiesta: si scarica ciò che si vede. */
const Filtri = ({ filtri }: Pick<Props, 'filtri'>) =>
  Object.entries(filtri).map(([nome, valore]) => valore !== null && <input key={nome} type="hidden" name={nome} value={valore} />);

/** I comandi che scaricano una tabella. È un modulo, quindi una POST: lascia una riga nel registro, e un collegamento si può seguire da soli. */
export const Scarica = ({ tabella, filtri }: Props) => (
  <form action={routes.scaricaTabella(tabella)} method="post" className="mt-3 flex flex-wrap items-center gap-2">
    <Filtri filtri={filtri} />
    <span className="text-small text-muted">Scarica</span>
    {formatiDi(tabella).map(([formato, etichetta]) => (
      <Bottone key={formato} type="submit" name="formato" value={formato} variante="quieto" taglia={32}>
        {etichetta}
        <span className="sr"> {TITOLO_TABELLA[tabella]}</span>
      </Bottone>
    ))}
  </form>
);

type PropsTutto = { filtri: FiltriRicerca; variante?: VarianteBottone };

/** Tutte le tabelle in una cartella di lavoro, con il foglio LEGGIMI. */
export const ScaricaTutto = ({ filtri, variante = 'primario' }: PropsTutto) => (
  <form action={routes.scaricaTabella('pannello')} method="post">
    <Filtri filtri={filtri} />
    <Bottone type="submit" name="formato" value="xlsx" variante={variante} icona="scarica">
      Scarica tutto in XLSX
    </Bottone>
  </form>
);
