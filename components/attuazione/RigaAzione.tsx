import type { ReactNode } from 'react';
import type { VoceCompletezza } from '@/lib/attuazione/completezza';
import { cambiata } from '@/lib/attuazione/confronto';
import { etichettaAzione } from '@/lib/attuazione/labels';
import { Badge } from '../ui/Badge';
import { Icona } from '../ui/Icona';

type Props = { voce: VoceCompletezza; numero: number; aperta: boolean; scrivibile: boolean; href: string; children?: ReactNode };

const Stato = ({ voce, scrivibile }: Pick<Props, 'voce' | 'scrivibile'>) => {
  if (voce.azione.annullataIl)
    return (
      <Badge famiglia="neutro" icona="barrato">
        Annullata
      </Badge>
    );
  if (voce.azione.riaperto)
    return (
      <Badge famiglia="tocca" icona="fumetto">
        Riaperta dalla Regione
      </Badge>
    );
  if (voce.manca.length === 0)
    return (
      <Badge famiglia="positivo" icona="spunta-piena">
        Completa
      </Badge>
    );
  if (!voce.azione.ora)
    return (
      <Badge famiglia="bozza" icona="matita">
        {scrivibile ? 'Da compilare' : 'Non ancora compilata'}
      </Badge>
    );
  return (
    <Badge famiglia="tocca" icona="attenzione">
      {voce.manca.length === 1 ? 'Manca 1 dato' : `Mancano ${voce.manca.length} dati`}
    </Badge>
  );
};

/** Se l'azione è cambiata dal periodo prima; nulla se non c'è con che confrontarla. */
export const Novita = ({ azione }: { azione: VoceCompletezza['azione'] }) => {
  const novita = cambiata(azione);
  if (novita === null) return null;
  return (
    <Badge famiglia={novita ? 'regione' : 'neutro'} icona={novita ? 'matita' : 'spunta'}>
      {novita ? 'Cambiata' : azione.invariato ? 'Invariata, confermata' : 'Invariata'}
    </Badge>
  );
};

/** Un'azione nell'elenco della relazione: chiusa è un collegamento, aperta mostra il suo modulo. Una sola aperta: la pagina resta leggera. */
export const RigaAzione = ({ voce, numero, aperta, scrivibile, href, children }: Props) => {
  const { azione } = voce;
  const ora = azione.ora
    ? `${etichettaAzione(azione.ora.stato)}${azione.ora.percentuale === null ? '' : `, ${azione.ora.percentuale}%`}`
    : 'Nessun valore in questo periodo';
  return (
    <li className={aperta ? 'is-open' : undefined} id={`azione-${azione.id}`}>
      <a className="acc__row" href={href} aria-expanded={aperta}>
        <span className="acc__n">{numero}</span>
        <span>
          <span className="acc__t">{azione.titolo}</span>
          <span className="acc__s">
            {azione.ente}. {ora}
          </span>
        </span>
        <span className="acc__b">
          <Novita azione={azione} /> <Stato voce={voce} scrivibile={scrivibile} />
        </span>
        <Icona nome={aperta ? 'su' : 'giu'} />
      </a>
      {aperta && <div className="acc__open">{children}</div>}
    </li>
  );
};
