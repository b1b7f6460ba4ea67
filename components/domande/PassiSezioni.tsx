import { completezzaDi } from '@/lib/domande/completezza';
import type { Domanda, SezioneDomanda } from '@/lib/domande/queries';
import { routes } from '@/lib/routes';
import { Icona } from '../ui/Icona';
import { Misura } from '../ui/Misura';

type Props = { domanda: Pick<Domanda, 'id' | 'sezioni'>; attuale: string };

const quante = (n: number): string => (n === 1 ? 'manca 1 cosa' : `mancano ${n} cose`);

/** Che cosa si dice di una sezione nell'elenco: completa, o quanto manca; e se non si può scrivere. */
const notaDi = ({ manca, aperta, diritto }: SezioneDomanda): string => {
  const stato = manca.length === 0 ? 'completa' : quante(manca.length);
  if (!aperta) return `${stato}, chiusa`;
  return diritto === 'SCRITTURA' ? stato : `${stato}, in lettura`;
};

/** Le sezioni della domanda, quanto manca a ciascuna e a tutta. Di quella aperta lo dice il modulo, che lo sa mentre si scrive. */
export const PassiSezioni = ({ domanda, attuale }: Props) => {
  const { complete, totali } = completezzaDi(domanda.sezioni);
  return (
    <aside className="rail rail--sticky passi" aria-label="Sezioni della domanda">
      <section>
        <h2>Completezza</h2>
        <p>
          <b className="cifra">{complete}</b> sezioni complete su {totali}
        </p>
        <Misura quota={totali ? complete / totali : 0} descrizione={`${complete} sezioni complete su ${totali}`} />
      </section>
      <nav aria-label="Sezioni">
        <h2>Sezioni</h2>
        <ol className="passi__elenco">
          {domanda.sezioni.map((sezione) => (
            <li key={sezione.chiave}>
              <a href={routes.sezione(domanda.id, sezione.chiave)} aria-current={sezione.chiave === attuale ? 'step' : undefined}>
                <Icona nome={sezione.manca.length === 0 ? 'spunta-piena' : 'matita'} taglia={16} />
                <span>
                  {sezione.codice ? `${sezione.codice}. ` : ''}
                  {sezione.titolo}
                  <small>
                    {sezione.chiave === attuale ? 'aperta adesso' : notaDi(sezione)}
                    {sezione.commentiAperti > 0 &&
                      `, ${sezione.commentiAperti === 1 ? '1 commento aperto' : `${sezione.commentiAperti} commenti aperti`}`}
                  </small>
                </span>
              </a>
            </li>
          ))}
        </ol>
        <ul className="small grid gap-3 pt-3">
          <li>
            <a href={routes.partner(domanda.id)}>Aggregazione e permessi</a>
          </li>
          <li>
            <a href={routes.documenti(domanda.id)}>Documenti</a>
          </li>
          <li>
            <a href={routes.deposito(domanda.id)}>Controlla e presenta</a>
          </li>
        </ul>
      </nav>
    </aside>
  );
};
