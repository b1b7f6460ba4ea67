import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { Vuoto } from '@/components/ui/Vuoto';
import type { IndicatoriLetti } from '@/lib/indicatori/queries';
import type { CellePubblicate } from '@/lib/indicatori/tabella';
import { routes } from '@/lib/routes';
import { Quanti } from './TabellaIndicatori';

const CAMPI = [
  ['QUALCUNO', 'Incompleti'],
  ['SESSO', 'Senza sesso'],
  ['ETA', 'Senza data di nascita'],
  ['TITOLO', 'Senza titolo di studio'],
  ['CONDIZIONE', 'Senza condizione'],
] as const;

type Props = Pick<IndicatoriLetti, 'id' | 'mieiIncompleti' | 'pubblicata' | 'nomi'>;

const Numeri = ({ campi }: { campi: CellePubblicate }) =>
  CAMPI.map(([campo, etichetta]) => (
    <Cella key={campo} etichetta={etichetta} numerica>
      <Quanti valore={campi[campo] === undefined ? 0 : campi[campo]} />
    </Cella>
  ));

/** Che cosa manca e a quale ente tocca scriverlo. Il proprio ente, oggi, va alle sue persone; degli altri, ciò che è pubblicato. */
export const Incompleti = ({ id, mieiIncompleti, pubblicata, nomi }: Props) => {
  const miei = mieiIncompleti?.QUALCUNO ? mieiIncompleti : null;
  const altri = Object.entries(pubblicata?.incompleti ?? {}).sort(([a], [b]) => (nomi[a] ?? a).localeCompare(nomi[b] ?? b, 'it'));
  if (!miei && altri.length === 0)
    return (
      <Vuoto titolo="Non manca nessun dato">Sesso, data di nascita, titolo di studio e condizione occupazionale ci sono per tutti.</Vuoto>
    );
  return (
    <Tabella
      didascalia="Record incompleti per ente che deve completarli"
      schede="etichette"
      colonne={[{ etichetta: 'Ente' }, ...CAMPI.map(([, etichetta]) => ({ etichetta, numerica: true }))]}
    >
      {miei && (
        <Riga>
          <CellaTitolo>
            <a href={routes.persone({ progetto: id, stato: 'incompleti' })}>Il tuo ente: completa i dati</a>
          </CellaTitolo>
          <Numeri campi={miei} />
        </Riga>
      )}
      {altri.map(([ente, campi]) => (
        <Riga key={ente}>
          <CellaTitolo>
            <b>{nomi[ente] ?? 'Un ente che non è più nel progetto'}</b>
          </CellaTitolo>
          <Numeri campi={campi} />
        </Riga>
      ))}
    </Tabella>
  );
};
