import { figuraStati } from '@/lib/ricerca/figureAttuazione';
import { etichettaBreve, indiceScritto, nomeStato } from '@/lib/ricerca/labels';
import { CHIAVI_STATO, type ChiaveStato, type StatiPerCategoria } from '@/lib/ricerca/pannello';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { BarreImpilateStati } from '../charts/BarreImpilateStati';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { FiguraRicerca } from './FiguraRicerca';

const ETICHETTE = Object.fromEntries(CHIAVI_STATO.map((stato) => [stato, nomeStato(stato)])) as Record<ChiaveStato, string>;

type Props = { stati: StatiPerCategoria };

/** Gli stati delle azioni per categoria, con la tabella e l'indice sintetico. */
export const FiguraStati = ({ stati, filtri }: Props & { filtri: FiltriRicerca }) => (
  <FiguraRicerca
    figura={figuraStati(stati)}
    filtri={filtri}
    tabella={
      <>
        <TabellaStati stati={stati} />
        <p className="hint mt-2">
          Indice sintetico, scelta IRES: media da 0 a 1 (non avviata 0, in preparazione 0,25, in corso 0,5, realizzata in parte 0,75,
          conclusa 1). Una sospesa tiene il peso dello stato precedente; se non è noto, e per annullate e non rilevate, l’azione non si
          conta.
        </p>
      </>
    }
  >
    <BarreImpilateStati
      etichette={ETICHETTE}
      righe={stati.righe.map(({ codice, etichetta, conteggi }) => ({ chiave: codice, etichetta: etichettaBreve(etichetta), conteggi }))}
    />
  </FiguraRicerca>
);

const TabellaStati = ({ stati: { righe, totali, indice } }: Props) => (
  <Tabella
    didascalia="Azioni per stato e categoria"
    fitta
    colonne={[
      { etichetta: 'Categoria' },
      ...CHIAVI_STATO.map((stato) => ({ etichetta: ETICHETTE[stato], numerica: true, classe: 'whitespace-normal' })),
      { etichetta: 'Azioni', numerica: true },
      { etichetta: 'Indice sintetico', numerica: true },
    ]}
    piede={
      <RigaStati
        nome="Totale"
        conteggi={totali}
        totale={righe.reduce((somma, riga) => somma + riga.totale, 0)}
        indice={indiceScritto(indice)}
      />
    }
  >
    {righe.map((riga) => (
      <RigaStati key={riga.codice} {...riga} nome={etichettaBreve(riga.etichetta)} indice={indiceScritto(riga.indice)} />
    ))}
  </Tabella>
);

type PropsRiga = { nome: string; conteggi: Record<ChiaveStato, number>; totale: number; indice: string };

const RigaStati = ({ nome, conteggi, totale, indice }: PropsRiga) => (
  <Riga>
    <CellaTitolo>{nome}</CellaTitolo>
    {CHIAVI_STATO.map((stato) => (
      <Cella key={stato} numerica>
        {conteggi[stato]}
      </Cella>
    ))}
    <Cella numerica>{totale}</Cella>
    <Cella numerica>{indice}</Cella>
  </Riga>
);
