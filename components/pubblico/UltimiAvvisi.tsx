import type { ReactNode } from 'react';
import { dataLunga, giornoDi } from '@/lib/format/data';
import type { AvvisoAperto } from '@/lib/pubblico/letture';
import { routes } from '@/lib/routes';
import { Sezione } from '../ui/Sezione';

type Props = { avvisi: AvvisoAperto[]; altrimenti: ReactNode };

/** I primi avvisi a cui ci si può ancora candidare; se non ce ne sono, `altrimenti`. */
export const UltimiAvvisi = ({ avvisi, altrimenti }: Props) => {
  if (avvisi.length === 0) return altrimenti;
  return (
    <Sezione id="avvisi" titolo="Avvisi per i partner">
      <ul className="notices">
        {avvisi.map(({ id, titolo, ente, chiude }) => (
          <li key={id}>
            <a href={routes.avviso(id)}>{titolo}</a>
            <p>
              {ente}.{chiude && ` Candidature fino al ${dataLunga(giornoDi(new Date(chiude)))}`}
            </p>
          </li>
        ))}
        <li>
          <a href={routes.avvisi()}>Tutti gli avvisi</a>
        </li>
      </ul>
    </Sezione>
  );
};
