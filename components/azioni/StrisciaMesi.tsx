import { GlifoStato } from '@/components/ui/StatoAzione';
import { etichettaAzione } from '@/lib/attuazione/labels';
import type { MeseDiStoria } from '@/lib/azioni/rules';
import { nomeMese } from '@/lib/format/data';

const MESE_CORTO = 3;

/** Lo stato dichiarato mese per mese, una riga per anno: il disegno dice quanto è avanti, la parola è scritta sotto per chi non lo vede. */
export const StrisciaMesi = ({ mesi }: { mesi: readonly MeseDiStoria[] }) => {
  const anni = [...new Set(mesi.map(({ mese }) => mese.slice(0, 4)))];
  return (
    <div className="mesi">
      {anni.map((anno) => (
        <div key={anno}>
          <h3>{anno}</h3>
          <ol>
            {mesi
              .filter(({ mese }) => mese.startsWith(anno))
              .map((voce) => (
                <Mese key={voce.mese} voce={voce} />
              ))}
          </ol>
        </div>
      ))}
    </div>
  );
};

const Mese = ({ voce: { mese, rilevato, stato, percentuale } }: { voce: MeseDiStoria }) => {
  const nome = nomeMese(`${mese}-01`);
  const parole = rilevato ? `${etichettaAzione(stato)}${percentuale === null ? '' : `, ${percentuale}%`}` : 'nessuna relazione presentata';
  return (
    <li className={rilevato ? undefined : 'mesi__vuoto'} title={`${nome}: ${parole}`}>
      <GlifoStato stato={stato} />
      <span aria-hidden="true">{nome.slice(0, MESE_CORTO)}</span>
      <span className="sr">
        {nome}: {parole}
      </span>
    </li>
  );
};
