import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { Vuoto } from '@/components/ui/Vuoto';
import { quantiIncompleti } from '@/lib/indicatori/pubblica';
import type { IndicatoriLetti } from '@/lib/indicatori/queries';
import { routes } from '@/lib/routes';
import { Quanti } from './TabellaIndicatori';

const CAMPI = [
  ['QUALCUNO', 'Incompleti'],
  ['SESSO', 'Senza sesso'],
  ['ETA', 'Senza data di nascita'],
  ['TITOLO', 'Senza titolo di studio'],
  ['CONDIZIONE', 'Senza condizione'],
] as const;

type Props = Pick<IndicatoriLetti, 'id' | 'incompleti'>;

/** Che cosa manca e a quale ente tocca scriverlo. Il proprio ente va alle sue persone; degli altri solo quante, se non sono poche. */
export const Incompleti = ({ id, incompleti }: Props) =>
  incompleti.length === 0 ? (
    <Vuoto titolo="Non manca nessun dato">Sesso, data di nascita, titolo di studio e condizione occupazionale ci sono per tutti.</Vuoto>
  ) : (
    <Tabella
      didascalia="Record incompleti per ente che deve completarli"
      schede="etichette"
      colonne={[{ etichetta: 'Ente' }, ...CAMPI.map(([, etichetta]) => ({ etichetta, numerica: true }))]}
    >
      {incompleti.map(({ enteId, ente, mio, campi }) => (
        <Riga key={enteId}>
          <CellaTitolo>
            {mio ? <a href={routes.persone({ progetto: id, stato: 'incompleti' })}>{ente}: completa i dati</a> : <b>{ente}</b>}
          </CellaTitolo>
          {CAMPI.map(([campo, etichetta]) => (
            <Cella key={campo} etichetta={etichetta} numerica>
              <Quanti valore={quantiIncompleti(campi[campo] ?? 0, mio)} />
            </Cella>
          ))}
        </Riga>
      ))}
    </Tabella>
  );
