import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { StatoApprovato } from '@/lib/progetti/schema';
import type { ElencoPubblico } from '@/lib/pubblico/letture';
import type { FiltriPubblici as Filtri } from '@/lib/pubblico/schema';
import { routes } from '@/lib/routes';
import { classiBottone } from '../ui/Bottone';
import { Icona } from '../ui/Icona';

type Props = { filtri: Filtri; scelte: ElencoPubblico['scelte'] };
type PropsScelta = { nome: string; etichetta: string; tutti: string; voci: [valore: string, testo: string][]; scelto: string };

const Scelta = ({ nome, etichetta, tutti, voci, scelto }: PropsScelta) => (
  <select
    name={nome}
    defaultValue={scelto}
    aria-label={etichetta}
    className="input input--select min-h-9 w-auto max-w-full py-1 text-small"
  >
    <option value="">{tutti}</option>
    {voci.map(([valore, testo]) => (
      <option key={valore} value={valore}>
        {testo}
      </option>
    ))}
  </select>
);

/** Ricerca, ambito, categoria e stato, in un modulo che si invia da sé nell'indirizzo. */
export const FiltriPubblici = ({ filtri, scelte }: Props) => (
  <search>
    <form action={routes.progettiApprovati()} className="toolbar">
      <div className="search">
        <Icona nome="cerca" />
        <input
          type="search"
          name="q"
          defaultValue={filtri.q}
          aria-label="Cerca per titolo, territorio o codice"
          placeholder="Titolo, territorio o codice"
          maxLength={100}
        />
      </div>
      <Scelta
        nome="ambito"
        etichetta="Ambito territoriale"
        tutti="Tutti gli ambiti"
        voci={scelte.ambiti.map(({ numero, nome }) => [String(numero), nome])}
        scelto={String(filtri.ambito ?? '')}
      />
      <Scelta
        nome="categoria"
        etichetta="Che cosa fa"
        tutti="Tutte le categorie"
        voci={scelte.categorie.map(({ codice, etichetta }) => [codice, etichetta])}
        scelto={filtri.categoria ?? ''}
      />
      <Scelta
        nome="stato"
        etichetta="Stato del progetto"
        tutti="Tutti gli stati"
        voci={StatoApprovato.options.map((stato) => [stato, ETICHETTA_PROGETTO[stato].testo])}
        scelto={filtri.stato ?? ''}
      />
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Filtra
      </button>
      {(filtri.q || filtri.ambito || filtri.categoria || filtri.stato) && <a href={routes.progettiApprovati()}>Togli i filtri</a>}
    </form>
  </search>
);
