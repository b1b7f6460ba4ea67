import { numero } from '@/lib/format/euro';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { StatoProgetto } from '@/lib/progetti/schema';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { progetti: { codice: string; titolo: string; capofila: string; popolazione: number; stato: string }[] };

/** Lo stato come lo dice il dominio; una parola che il portale non conosce si mostra com'è. */
const Stato = ({ stato }: { stato: string }) => {
  const letto = StatoProgetto.safeParse(stato);
  if (!letto.success) return stato;
  const { testo, famiglia, icona } = ETICHETTA_PROGETTO[letto.data];
  return (
    <Badge famiglia={famiglia} icona={icona}>
      {testo}
    </Badge>
  );
};

/** L'elenco dei progetti: è la stessa cosa che dice la mappa, in parole. Ogni riga ha l'ancora a cui portano i cerchi. */
export const ElencoProgetti = ({ progetti }: Props) => (
  <Tabella
    didascalia="I progetti, per capofila"
    fitta
    schede="griglia"
    colonne={[
      { etichetta: 'Progetto' },
      { etichetta: 'Capofila' },
      { etichetta: 'Abitanti', numerica: true, classe: 'w-32 pr-8' },
      { etichetta: 'Stato', classe: 'w-40' },
    ]}
  >
    {progetti.map(({ codice, titolo, capofila, popolazione, stato }) => (
      <Riga key={codice} id={codice}>
        <CellaTitolo>
          <span className="mono muted">{codice}</span> <b>{titolo}</b>
        </CellaTitolo>
        <Cella>{capofila}</Cella>
        <Cella numerica classe="sm:pr-8">
          {numero(popolazione)}
          <span className="sm:hidden">&nbsp;abitanti</span>
        </Cella>
        <Cella>
          <Stato stato={stato} />
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
