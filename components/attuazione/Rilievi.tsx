import type { ReactNode } from 'react';
import { ETICHETTA_RILIEVO } from '@/lib/attuazione/labels';
import type { RilievoDelRapporto } from '@/lib/attuazione/queriesExtra';
import { dataEOra, nomePeriodo } from '@/lib/format/data';
import { Badge } from '../ui/Badge';
import { Messaggio } from '../ui/Messaggio';

type Props = {
  rilievi: RilievoDelRapporto[];
  ente: string;
  mioLato: 'regione' | 'ente';
  /** L'atto che chi guarda può compiere su un rilievo. */
  comando: (rilievo: RilievoDelRapporto) => ReactNode;
  /** h2 per quelli sull'intera relazione, h3 dentro un'azione. */
  livello: 'h2' | 'h3';
};

/** Rilievi della Regione e risposte dell'ente: restano finché la Regione non li chiude. */
export const Rilievi = ({ rilievi, ente, mioLato, comando, livello: Titolo }: Props) => (
  <>
    {rilievi.map((r) => {
      const etichetta = ETICHETTA_RILIEVO[r.stato];
      return (
        <section key={r.id} className="rilievo" id={`rilievo-${r.id}`} aria-labelledby={`rilievo-${r.id}-t`}>
          <Titolo id={`rilievo-${r.id}-t`}>
            {r.diQuesta ? 'Rilievo su questa relazione' : `Rilievo sulla relazione ${nomePeriodo(r.periodo)}`}
          </Titolo>
          <p>
            <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
              {etichetta.testo}
            </Badge>
          </p>
          <Messaggio autore="Regione" quando={dataEOra(new Date(r.scrittoIl))} iso={r.scrittoIl} mio={mioLato === 'regione'}>
            <p className="testo">{r.testo}</p>
          </Messaggio>
          {r.risposta && r.rispostoIl && (
            <Messaggio autore={ente} quando={dataEOra(new Date(r.rispostoIl))} iso={r.rispostoIl} mio={mioLato === 'ente'}>
              <p className="testo">{r.risposta}</p>
              {r.stato === 'APERTO' && <p className="small muted">Alla Regione non basta: chiede di nuovo conto del rilievo.</p>}
            </Messaggio>
          )}
          {comando(r)}
        </section>
      );
    })}
  </>
);
