import type { ReactNode } from 'react';
import { ETICHETTA_CHIARIMENTO } from '@/lib/attuazione/labels';
import type { AzioneDelRapporto, ChiarimentoDelRapporto } from '@/lib/attuazione/queries';
import { dataEOra, dataLunga } from '@/lib/format/data';
import { Badge } from '../ui/Badge';
import { Messaggio } from '../ui/Messaggio';

type Props = {
  chiarimenti: ChiarimentoDelRapporto[];
  azioni: AzioneDelRapporto[];
  ente: string;
  mioLato: 'regione' | 'ente';
  comando: (c: ChiarimentoDelRapporto) => ReactNode;
};

/** Domande della Regione e risposte dell'ente, una conversazione per azione. */
export const Chiarimenti = ({ chiarimenti, azioni, ente, mioLato, comando }: Props) => (
  <>
    {chiarimenti.map((c) => {
      const etichetta = ETICHETTA_CHIARIMENTO[c.stato];
      return (
        <section key={c.id} id={`chiarimento-${c.id}`} aria-labelledby={`chiarimento-${c.id}-t`}>
          <h2 id={`chiarimento-${c.id}-t`}>Chiarimento su «{azioni.find(({ id }) => id === c.azioneId)?.titolo}»</h2>
          <p>
            <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
              {etichetta.testo}
            </Badge>
          </p>
          <Messaggio autore="Regione" quando={dataEOra(new Date(c.chiestoIl))} iso={c.chiestoIl} mio={mioLato === 'regione'}>
            <p>{c.domanda}</p>
            {c.stato === 'APERTO' && (
              <p className="small muted">Risposta entro il {dataLunga(c.entro)}. Il tempo della verifica è fermo.</p>
            )}
          </Messaggio>
          {c.risposta && c.rispostoIl && (
            <Messaggio autore={ente} quando={dataEOra(new Date(c.rispostoIl))} iso={c.rispostoIl} mio={mioLato === 'ente'}>
              <p>{c.risposta}</p>
            </Messaggio>
          )}
          {comando(c)}
        </section>
      );
    })}
  </>
);
