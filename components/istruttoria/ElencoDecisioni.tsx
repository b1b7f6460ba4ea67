import { dataBreve, dataEOra } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { euro } from '@/lib/format/euro';
import type { DecisioneLetta } from '@/lib/istruttoria/letture';
import { nomeMotivo } from '@/lib/istruttoria/motivi';
import { NOME_ESITO, NOME_FASE } from '@/lib/istruttoria/parole';
import { routes } from '@/lib/routes';

const Importi = ({ decisione: { richiestoCents, concessoCents } }: { decisione: DecisioneLetta }) =>
  richiestoCents && concessoCents ? (
    <p className="small">
      Concessi <b>{euro(BigInt(concessoCents))}</b> su {euro(BigInt(richiestoCents))} chiesti.
    </p>
  ) : null;

/** Le decisioni della Regione, dalla più recente, con la lettera di ciascuna. */
export const ElencoDecisioni = ({ progettoId, decisioni }: { progettoId: string; decisioni: DecisioneLetta[] }) =>
  decisioni.map((d) => (
    <article key={d.id} className="sec">
      <h3>
        {NOME_FASE[d.fase]}: {NOME_ESITO[d.esito].toLowerCase()}
      </h3>
      <p className="small second">
        {dataEOra(new Date(d.decisaIl))}
        {d.atto && `, atto ${d.atto}${d.dataAtto ? ` del ${dataBreve(d.dataAtto)}` : ''}`}
      </p>
      <Importi decisione={d} />
      {d.motivi.length > 0 && <p className="small">Motivi: {elenco(d.motivi.map(nomeMotivo)).toLowerCase()}.</p>}
      {d.motivazione && <p className="testo">{d.motivazione}</p>}
      <p>
        <a href={routes.lettera(progettoId, d.id)}>Scarica la lettera (PDF)</a>
      </p>
    </article>
  ));
