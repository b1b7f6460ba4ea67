import { NOME_SITUAZIONE } from '@/lib/cruscotto/labels';
import type { Cruscotto, Luogo } from '@/lib/cruscotto/queries';
import { SITUAZIONI, type Situazione } from '@/lib/cruscotto/schema';
import { elenco } from '@/lib/format/elenco';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { Figura } from '../charts/Figura';
import { MappaPiemonte } from '../charts/MappaPiemonte';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** Quanto deve essere grande almeno un cerchio, in abitanti, per potersi premere. */
const MINIMO_ABITANTI = 12_000;

const peggiore = ({ situazioni }: Luogo): Situazione => SITUAZIONI.find((situazione) => (situazioni[situazione] ?? 0) > 0) ?? 'regolare';

const inParole = ({ situazioni, progetti }: Luogo): string =>
  `${progetti === 1 ? '1 progetto' : `${numero(progetti)} progetti`}: ${elenco(
    SITUAZIONI.filter((s) => situazioni[s]).map((s) => `${NOME_SITUAZIONE[s].toLowerCase()} ${numero(situazioni[s] ?? 0)}`),
  )}`;

/** I progetti in attuazione sulla mappa, un cerchio per comune, con il colore della situazione più grave. */
export const MappaSituazioni = ({ luoghi, situazioni }: Pick<Cruscotto, 'luoghi' | 'situazioni'>) => (
  <Figura
    id="mappa"
    titolo="Dove sono i progetti in attuazione"
    nota="Un cerchio per comune capofila, grande quanto gli abitanti; il colore è della situazione più grave."
    tabella={<TabellaLuoghi luoghi={luoghi} />}
  >
    <ul className="legend-row mb-2">
      {SITUAZIONI.map((situazione) => (
        <li key={situazione}>
          <i className={`sw sw--sit-${situazione}`} />
          {NOME_SITUAZIONE[situazione]}{' '}
          <a href={routes.cruscottoElenco({ situazione })}>
            <b>{numero(situazioni[situazione] ?? 0)}</b>
          </a>
        </li>
      ))}
    </ul>
    <div className="mapbox">
      <MappaPiemonte
        progetti={luoghi.map((luogo) => ({
          codice: luogo.comune,
          nome: luogo.nome,
          lat: luogo.lat,
          lon: luogo.lon,
          popolazione: Math.max(luogo.popolazione, MINIMO_ABITANTI),
          situazione: { classe: `map__sit-${peggiore(luogo)}`, detta: inParole(luogo) },
        }))}
        href={(comune) => routes.cruscottoElenco({ comune })}
      />
    </div>
  </Figura>
);

const TabellaLuoghi = ({ luoghi }: Pick<Cruscotto, 'luoghi'>) => (
  <Tabella
    didascalia="Progetti in attuazione per comune e situazione"
    fitta
    colonne={[
      { etichetta: 'Comune' },
      { etichetta: 'Progetti', numerica: true },
      ...SITUAZIONI.map((s) => ({ etichetta: NOME_SITUAZIONE[s], numerica: true, classe: 'whitespace-normal' })),
    ]}
  >
    {[...luoghi]
      .sort((a, b) => a.nome.localeCompare(b.nome, 'it'))
      .map((luogo) => (
        <Riga key={luogo.comune}>
          <CellaTitolo>{luogo.nome}</CellaTitolo>
          <Cella numerica>
            <a href={routes.cruscottoElenco({ comune: luogo.comune })}>{numero(luogo.progetti)}</a>
          </Cella>
          {SITUAZIONI.map((s) => (
            <Cella key={s} numerica>
              {numero(luogo.situazioni[s] ?? 0)}
            </Cella>
          ))}
        </Riga>
      ))}
  </Tabella>
);
