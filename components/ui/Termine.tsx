import { dataBreve, mancano } from '@/lib/format/data';

type Props = {
  /** AAAA-MM-GG */
  giorno: string;
  /** Quanti ne mancano a oggi; meno di zero se è passato. */
  giorni: number;
  /** Da quanti giorni prima lo si segnala come vicino; mai, se non è detto. */
  vicino?: number;
};

/** Un termine: il giorno e quanto manca. Dove lo spazio è poco va a capo tra l'uno e l'altro. */
export const Termine = ({ giorno, giorni, vicino = -1 }: Props) => (
  <span>
    {dataBreve(giorno)}{' '}
    <span className={`whitespace-nowrap ${giorni < 0 ? 'late' : giorni <= vicino ? 'soon' : 'muted'}`}>
      {mancano(giorni).toLowerCase()}
    </span>
  </span>
);
