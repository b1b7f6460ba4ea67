import type { ControlloSubito } from '@/lib/controlli/queriesEnte';
import { routes } from '@/lib/routes';
import { ElencoChiave } from '../ui/ElencoChiave';
import { quando } from './SchedaAccesso';

/** Le letture chieste dalla Regione, con le schede delle persone lette. */
export const ControlliSubiti = ({ controlli }: { controlli: ControlloSubito[] }) => (
  <>
    {controlli.map((c) => (
      <article key={c.id} className="sec">
        <h3>{c.progetto}</h3>
        <p className="testo">{c.motivo}</p>
        <ElencoChiave
          voci={[
            { termine: 'Chiesto', valore: `${c.chi ?? 'La Regione'}, ${quando(c.chiestoIl)}` },
            {
              termine: 'Autorizzato',
              valore: c.autorizzatoIl
                ? `${c.autorizza ?? 'La Regione'}, ${quando(c.autorizzatoIl)}, fino a ${quando(c.scadeIl)}`
                : 'non ancora',
            },
            { termine: 'Letto', valore: c.letture.length === 0 ? 'mai' : c.letture.map(quando).join('; ') },
          ]}
        />
        {c.persone.length > 0 && (
          <details>
            <summary>{`Persone lette: ${c.persone.length}`}</summary>
            <ul className="punti">
              {c.persone.map((id, n) => (
                <li key={id}>
                  <a href={routes.persona(id)}>{`Scheda ${n + 1}`}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </article>
    ))}
  </>
);
