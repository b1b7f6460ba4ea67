import { NOME_GENERE, NOME_STATO } from '@/lib/cessazioni/labels';
import type { CessazioneLetta } from '@/lib/cessazioni/queries';
import { dataBreve, dataEOra } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';

/** Rinunce, revoca e conclusione, dalla più recente, con l'atto e il recupero. */
export const ElencoCessazioni = ({ cessazioni }: { cessazioni: CessazioneLetta[] }) =>
  cessazioni.map((c) => (
    <article key={c.id} className="sec">
      <h3>
        {NOME_GENERE[c.genere]}: {NOME_STATO[c.stato].toLowerCase()}
      </h3>
      <p className="small second">
        {c.genere === 'RINUNCIA'
          ? `Chiesta il ${dataEOra(new Date(c.chiestaIl))}`
          : `Disposta il ${dataEOra(new Date(c.decisaIl ?? c.chiestaIl))}`}
        {c.atto && `, atto ${c.atto}${c.dataAtto ? ` del ${dataBreve(c.dataAtto)}` : ''}`}.
      </p>
      <p className="testo">{c.motivazione}</p>
      {c.recuperoCents && (
        <p className="small">
          Da recuperare <b>{euro(BigInt(c.recuperoCents))}</b>.
        </p>
      )}
      {c.pianoRecupero && <p className="testo">{c.pianoRecupero}</p>}
      {c.nota && (
        <>
          <p className="legend">Nota della Regione</p>
          <p className="testo">{c.nota}</p>
        </>
      )}
    </article>
  ));
