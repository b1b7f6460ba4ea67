import type { Lettore } from '@/lib/auth/attore';
import type { Segnale } from '@/lib/segnali/rules';
import { RigaSegnale } from './RigaSegnale';

type Props = { segnali: readonly Segnale[]; lettore: Lettore; conProgetto?: boolean };

/** I segnali in due gruppi, prima quello di chi legge: ciò che aspetta la Regione e ciò che possono fare gli enti. */
export const ElencoSegnali = ({ segnali, lettore, conProgetto }: Props) => {
  const ordine = lettore === 'app_regione' ? (['REGIONE', 'ENTE'] as const) : (['ENTE', 'REGIONE'] as const);
  return ordine.map((tocca) => {
    const suoi = segnali.filter((segnale) => segnale.tocca === tocca);
    return suoi.length === 0 ? null : (
      <section key={tocca} className="todo-group" aria-labelledby={`segnali-${tocca}`}>
        <h2 id={`segnali-${tocca}`}>
          {tocca === 'REGIONE' ? 'Dipendono dalla Regione' : 'Dipendono dagli enti'}
          <span className="pill">{suoi.length}</span>
        </h2>
        <ul className="segnali">
          {suoi.map((segnale) => (
            <RigaSegnale key={segnale.chiave} segnale={segnale} conProgetto={conProgetto} />
          ))}
        </ul>
      </section>
    );
  });
};
