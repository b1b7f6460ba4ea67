import { nomeIntervista } from '@/lib/interviste/labels';
import { type CausaConFasi, type CellaCausa, FASI_CAUSA, intervisteDi, type Sostegno } from '@/lib/ricerca/causeFasi';
import { conAzioni, figuraCauseFasi, NOME_FASE_CAUSA, STATO_DI_FASE } from '@/lib/ricerca/figureAttuazione';
import { conta, etichettaBreve } from '@/lib/ricerca/labels';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';
import { BarreImpilateStati } from '../charts/BarreImpilateStati';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';
import { FiguraRicerca } from './FiguraRicerca';

type Props = { cause: readonly CausaConFasi[] };

const SEGMENTI = FASI_CAUSA.map((fase) => STATO_DI_FASE[fase]);
const ETICHETTE = Object.fromEntries(FASI_CAUSA.map((fase) => [STATO_DI_FASE[fase], NOME_FASE_CAUSA[fase]]));

const Interviste = ({ sostegni }: { sostegni: readonly Sostegno[] }) => (
  <span>
    {intervisteDi(sostegni).map(({ numero, intervista }, n) => (
      <span key={intervista}>
        {n > 0 && ', '}
        <a href={routes.intervista(intervista)}>{nomeIntervista(numero)}</a>
      </span>
    ))}
  </span>
);

/** Le azioni che indicano ogni causa, divise per fase; sotto, categoria per categoria. */
export const FiguraCauseFasi = ({ cause, filtri }: Props & { filtri: FiltriRicerca }) => (
  <FiguraRicerca figura={figuraCauseFasi(cause)} filtri={filtri} tabella={<TabellaCelle cause={cause} />}>
    <BarreImpilateStati
      etichette={ETICHETTE}
      segmenti={SEGMENTI}
      righe={conAzioni(cause).map(({ codice, etichetta, azioni }) => ({
        ...{ chiave: codice, etichetta: `${codice} ${etichetta}` },
        conteggi: Object.fromEntries(FASI_CAUSA.map((fase) => [STATO_DI_FASE[fase], azioni[fase]])),
      }))}
    />
  </FiguraRicerca>
);

const TabellaCelle = ({ cause }: Props) => (
  <Tabella
    didascalia="Cause per categoria e fase: azioni, progetti, interviste"
    fitta
    colonne={[
      { etichetta: 'Causa', classe: 'min-w-56' },
      { etichetta: 'Categoria' },
      { etichetta: 'Fase' },
      { etichetta: 'Azioni', numerica: true },
      { etichetta: 'Progetti' },
      { etichetta: 'Interviste' },
    ]}
  >
    {cause.flatMap(({ etichetta, celle }) => celle.map((cella) => <RigaCella key={chiave(cella)} cella={cella} etichetta={etichetta} />))}
  </Tabella>
);

const chiave = ({ causa, categoria, fase }: CellaCausa): string => [causa, categoria.codice, fase].join(' ');

const RigaCella = ({
  cella: { causa, categoria, fase, azioni, progetti, sostegni },
  etichetta,
}: {
  cella: CellaCausa;
  etichetta: string;
}) => (
  <Riga>
    <CellaTitolo>
      <span className="mono muted">{causa}</span> {etichetta}
    </CellaTitolo>
    <Cella>{etichettaBreve(categoria.etichetta)}</Cella>
    <Cella>{NOME_FASE_CAUSA[fase]}</Cella>
    <Cella numerica>{azioni}</Cella>
    <Cella>{progetti.join(', ')}</Cella>
    <Cella>
      <Interviste sostegni={sostegni} />
    </Cella>
  </Riga>
);

const estratti = (sostegni: readonly Sostegno[]): Sostegno[] => sostegni.filter(({ estratto }) => estratto !== null);

/** Per ogni causa, le interviste che la raccontano e i brani che la dicono. */
export const SostegniDelleCause = ({ cause }: Props) => {
  const raccontate = cause.filter(({ sostegni }) => sostegni.length > 0);
  if (raccontate.length === 0)
    return (
      <Sezione id="sostegni" titolo="Che cosa le racconta">
        <p className="hint">Nessuna intervista racconta queste cause: gli estratti compaiono quando i loro codici sono decisi.</p>
      </Sezione>
    );
  return (
    <Sezione id="sostegni" titolo="Che cosa le racconta" nota="Interviste senza nomi, e gli estratti con quel codice deciso.">
      <Tabella
        didascalia="Interviste ed estratti per causa"
        schede="etichette"
        fitta
        colonne={[
          { etichetta: 'Causa' },
          { etichetta: 'Progetti', numerica: true },
          { etichetta: 'Interviste' },
          { etichetta: 'Estratti' },
        ]}
      >
        {raccontate.map(({ codice, etichetta, progetti, sostegni }) => (
          <Riga key={codice}>
            <CellaTitolo classe="titolo-lieve">
              <span className="mono muted">{codice}</span> {etichetta}
            </CellaTitolo>
            <Cella numerica etichetta="Progetti">
              {progetti.length}
            </Cella>
            <Cella etichetta="Interviste">
              <Interviste sostegni={sostegni} />
            </Cella>
            <Cella etichetta="Estratti">
              {estratti(sostegni).length === 0 ? (
                <span className="muted">nessuno</span>
              ) : (
                <a href={routes.interviste({ codice })}>{conta(estratti(sostegni).length, 'estratto', 'estratti')}</a>
              )}
            </Cella>
          </Riga>
        ))}
      </Tabella>
      <p className="hint mt-2">
        Le interviste senza estratti sono quelle che il rapporto pubblicato cita per la causa: del loro testo il portale non ha nulla, e non
        dicono di quale categoria e fase parlano.
      </p>
    </Sezione>
  );
};
