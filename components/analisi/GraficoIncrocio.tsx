import type { Cella, Incrocio } from '@/lib/analisi/incrocio';
import { cellaScritta, nomeRiga } from '@/lib/analisi/labels';
import type { Domanda } from '@/lib/analisi/schema';
import { BarreImpilate } from '../charts/BarreImpilate';
import { BarreOrizzontali } from '../charts/BarreOrizzontali';
import { MASSIMO_SERIE } from '../charts/serie';

type Props = { incrocio: Incrocio; domanda: Domanda };

/** Quante barre si leggono in una figura. */
const MASSIMO_BARRE = 40;

/** La barra più lunga lascia posto al suo numero, che può essere un importo. */
const SPAZIO = 1.3;

const disegnabile = (cella: Cella | null | undefined): boolean => !!cella && !cella.nascosta && !cella.parziale && cella.valore !== null;

/** Una barra per riga; con poche colonne che si sommano, una barra divisa. Le righe nascoste, o nascoste in parte, non si disegnano: si dice. */
export const GraficoIncrocio = ({ incrocio, domanda }: Props) => {
  const { righe, colonne, nomi, totali } = incrocio;
  const somma = domanda.misura.tipo === 'conteggio' || domanda.misura.tipo === 'somma';
  const impilate =
    nomi.colonne !== null && somma && colonne.length <= MASSIMO_SERIE && domanda.quota !== 'colonna' && righe.some((r) => r.totale);
  const buone = righe.filter((riga) =>
    impilate ? [...riga.celle, riga.totale].every((c) => c?.valore === null || disegnabile(c)) : disegnabile(riga.totale),
  );
  const negativi = buone.some(({ celle, totale }) => [...celle, totale].some((c) => (c?.valore ?? 0) < 0));
  const fuori = righe.length - buone.length;
  if (buone.length === 0 || negativi || righe.length > MASSIMO_BARRE)
    return <p className="hint">{perche({ negativi, troppe: righe.length > MASSIMO_BARRE, totali: righe.some((r) => r.totale) })}</p>;
  return (
    <>
      {impilate ? (
        <BarreImpilate
          righe={buone.map((riga) => ({
            chiave: nomeRiga(riga),
            etichetta: nomeRiga(riga),
            valori: riga.celle.map((c) => c.valore ?? 0),
            totale: riga.totale ? cellaScritta(riga.totale, domanda) : '',
          }))}
          serie={colonne.map(({ etichetta }) => etichetta)}
          scrivi={(valore) => cellaScritta({ valore, nascosta: false, parziale: false }, domanda)}
        />
      ) : (
        <BarreOrizzontali
          voci={buone.map((riga) => ({
            chiave: nomeRiga(riga),
            etichetta: nomeRiga(riga),
            valore: riga.totale?.valore ?? 0,
            scritto: riga.totale ? cellaScritta(riga.totale, domanda) : '',
          }))}
          scala={Math.max(Number.MIN_VALUE, ...buone.map(({ totale }) => totale?.valore ?? 0)) * SPAZIO}
        />
      )}
      {!impilate && nomi.colonne !== null && totali && (
        <p className="hint mt-2">Le barre sono i totali di riga: le colonne sono nella tabella.</p>
      )}
      {fuori > 0 && (
        <p className="hint mt-2">{`${fuori === 1 ? 'Una riga non è disegnata' : `${fuori} righe non sono disegnate`}: il valore manca, o è nascosto in parte.`}</p>
      )}
    </>
  );
};

const perche = ({ negativi, troppe, totali }: { negativi: boolean; troppe: boolean; totali: boolean }): string => {
  if (troppe) return `Con più di ${MASSIMO_BARRE} righe il grafico non si legge: aggiungi un filtro.`;
  if (negativi) return 'Con valori negativi il grafico non si disegna: la tabella li ha tutti.';
  return totali
    ? 'Nessuna riga si può disegnare: i valori mancano o sono nascosti.'
    : 'Queste voci non si sommano: il grafico non si disegna.';
};
