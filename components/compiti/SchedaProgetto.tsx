import { Badge } from '@/components/ui/Badge';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Misura } from '@/components/ui/Misura';
import { StatoAzione } from '@/components/ui/StatoAzione';
import { etichettaAzione } from '@/lib/attuazione/labels';
import { STATI_IN_ORDINE, type StatoAzione as StatoDellAzione } from '@/lib/attuazione/schema';
import type { ProgettoConDoveri } from '@/lib/attuazione/tipiCompiti';
import { badgeDomanda } from '@/lib/domande/labels';
import { numero } from '@/lib/format/euro';
import { tempoTrascorso } from '@/lib/progetti/rules';
import { routes } from '@/lib/routes';

type Props = { progetto: ProgettoConDoveri; oggi: string };

// «non rilevato» in fondo
const posto = (stato: StatoDellAzione | null): number => (stato ? STATI_IN_ORDINE.indexOf(stato) : STATI_IN_ORDINE.length);

/** Un progetto nella colonna di destra: quanto è grande, quanto tempo è passato, a che punto sono le azioni. */
export const SchedaProgetto = ({ progetto, oggi }: Props) => {
  const stato = badgeDomanda(progetto.stato);
  const tempo = tempoTrascorso(progetto.dataAvvio, progetto.dataFinePrevista, oggi);
  const grandezza = [
    `${progetto.enti} enti`,
    `${progetto.ambiti} ${progetto.ambiti === 1 ? 'ambito' : 'ambiti'}`,
    progetto.popolazione !== null && `${numero(progetto.popolazione)} abitanti`,
  ];
  const azioni = [...progetto.azioni].sort((a, b) => posto(a.stato) - posto(b.stato));
  return (
    <div>
      <p>
        <a href={routes.progetto(progetto.id)}>
          <b>{progetto.titolo}</b>
        </a>
      </p>
      <p className="small second mt-0.5 mb-2">{grandezza.filter(Boolean).join(', ')}</p>
      <Badge famiglia={stato.famiglia} icona={stato.icona}>
        {stato.testo}
      </Badge>
      {tempo && (
        <div className="mt-4 grid gap-1.5">
          <ElencoChiave voci={[{ termine: 'Tempo trascorso', valore: `${tempo.mesi} mesi su ${tempo.totale}` }]} />
          <Misura quota={tempo.mesi / tempo.totale} descrizione={`Tempo trascorso: ${tempo.mesi} mesi su ${tempo.totale}`} />
        </div>
      )}
      <div className="mt-4">
        <ElencoChiave
          voci={azioni.map(({ stato: s, n }) => ({ termine: <StatoAzione stato={s} etichetta={etichettaAzione(s)} />, valore: n }))}
        />
      </div>
    </div>
  );
};
