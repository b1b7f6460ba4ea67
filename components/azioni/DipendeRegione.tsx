import type { Lettore } from '@/lib/auth/attore';
import type { AttesaRegione } from '@/lib/azioni/letture';
import { type CausaRiassunta, giorniDiAttesa } from '@/lib/azioni/rules';
import { dataBreve, meseBreve } from '@/lib/format/data';
import { routes } from '@/lib/routes';

type Props = { cause: readonly CausaRiassunta[]; attese: readonly AttesaRegione[]; progettoId: string; oggi: string; lettore: Lettore };

const COSA: Record<AttesaRegione['genere'], string> = {
  CHIARIMENTO: 'La risposta a un chiarimento su quest’azione non è stata esaminata',
  RELAZIONE: 'Una relazione che parla di quest’azione aspetta la verifica',
  MODIFICA: 'Una richiesta di modifica di quest’azione aspetta la decisione',
  PROROGA: 'Una richiesta di proroga che la riguarda aspetta la decisione',
};

function hrefDi({ genere, id }: AttesaRegione, progettoId: string, lettore: Lettore): string {
  if (genere === 'MODIFICA') return routes.modifica(progettoId, id);
  if (genere === 'PROROGA') return routes.proroga(progettoId, id);
  return lettore === 'app_regione' ? routes.verifica(id) : routes.rapporto(progettoId, id);
}

/** Due cose diverse, tenute distinte: ciò che gli enti attribuiscono alla Regione, e ciò che il portale sa che la Regione non ha ancora fatto. */
export const DipendeRegione = ({ cause, attese, progettoId, oggi, lettore }: Props) => {
  const dichiarate = cause.filter(({ dipendeRegione }) => dipendeRegione);
  return (
    <div className="col-tre">
      <div>
        <h3>Lo dichiarano gli enti</h3>
        {dichiarate.length === 0 ? (
          <p className="small muted">Nessuna causa dichiarata dipende dalla Regione.</p>
        ) : (
          <ul>
            {dichiarate.map((causa) => (
              <li key={causa.codice}>
                {causa.etichetta} <span className="mono muted">{causa.codice}</span>
                {causa.meseDal && `, da ${meseBreve(causa.meseDal)}`}
                {causa.risolta ? ' (risolta)' : ' (non risolta)'}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3>Lo sa il portale</h3>
        {attese.length === 0 ? (
          <p className="small muted">Nulla che riguardi quest’azione aspetta la Regione.</p>
        ) : (
          <ul>
            {attese.map((attesa) => (
              <li key={`${attesa.genere}${attesa.id}`}>
                <a href={hrefDi(attesa, progettoId, lettore)}>{COSA[attesa.genere]}</a> dal {dataBreve(attesa.dal)}:{' '}
                <b>{giorniDiAttesa(attesa, oggi) === 1 ? '1 giorno' : `${giorniDiAttesa(attesa, oggi)} giorni`}</b>.
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
};
