import { Sezione } from '@/components/ui/Sezione';
import type { Situazione } from '@/lib/persone/filtri';
import type { DaFarePersone } from '@/lib/persone/letture';
import { routes } from '@/lib/routes';

const persone = (n: number): string => (n === 1 ? '1 persona' : `${n} persone`);
const ritardo = (n: number): string => (n === 0 ? '' : n === 1 ? ', 1 in ritardo' : `, ${n} in ritardo`);

/** Gli esiti da rilevare e i record da completare: quanti, mai chi. Niente se non c'è nulla da fare. */
export const PersoneDaFare = ({ daFare: d }: { daFare: DaFarePersone }) => {
  const tutte: [quante: number, stato: Situazione, frase: string][] = [
    [d.esiti4, 'esito4', `Esito a quattro settimane di ${persone(d.esiti4)}${ritardo(d.esiti4InRitardo)}`],
    [d.esiti6, 'esito6', `Esito a sei mesi di ${persone(d.esiti6)}${ritardo(d.esiti6InRitardo)}`],
    [d.incompleti, 'incompleti', `Dati mancanti di ${persone(d.incompleti)}: senza, non si possono trasmettere`],
  ];
  const voci = tutte.filter(([quante]) => quante > 0);
  if (voci.length === 0) return null;
  return (
    <Sezione id="persone" titolo="Persone">
      <ul>
        {voci.map(([, stato, frase]) => (
          <li key={stato}>
            <a href={routes.persone({ stato })}>{frase}</a>
          </li>
        ))}
      </ul>
    </Sezione>
  );
};
