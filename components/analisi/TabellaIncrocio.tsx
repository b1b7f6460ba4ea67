import type { Cella as CellaIncrocio, Incrocio } from '@/lib/analisi/incrocio';
import { cellaScritta } from '@/lib/analisi/labels';
import type { Domanda } from '@/lib/analisi/schema';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { incrocio: Incrocio; domanda: Domanda; didascalia: string; misura: string };

/** La tabella incrociata, con i totali se le voci si sommano. */
export const TabellaIncrocio = ({ incrocio, domanda, didascalia, misura }: Props) => {
  const { nomi, colonne, righe, totali } = incrocio;
  const conTotali = nomi.colonne === null || righe.some(({ totale }) => totale !== null);
  const cella = (c: CellaIncrocio, chiave: string, forte = false) => (
    <Cella key={chiave} numerica classe={c.nascosta || c.valore === null ? 'text-muted' : ''}>
      {forte ? <b>{cellaScritta(c, domanda)}</b> : cellaScritta(c, domanda)}
    </Cella>
  );
  return (
    <Tabella
      didascalia={didascalia}
      didascaliaVisibile
      fitta
      colonne={[
        ...nomi.righe.map((etichetta) => ({ etichetta, classe: 'min-w-40' })),
        ...colonne.map(({ etichetta }) => ({ etichetta, numerica: true, classe: 'whitespace-normal min-w-20' })),
        ...(conTotali
          ? [{ etichetta: nomi.colonne === null ? misura : 'Totale', numerica: true, classe: 'whitespace-normal min-w-20' }]
          : []),
      ]}
      piede={
        totali && (
          <Riga>
            <CellaTitolo>Totale</CellaTitolo>
            {nomi.righe.slice(1).map((nome) => (
              <Cella key={nome} />
            ))}
            {totali.celle.map((c, n) => cella(c, `${n}`))}
            {conTotali && (totali.totale ? cella(totali.totale, 'totale') : <Cella />)}
          </Riga>
        )
      }
    >
      {righe.map(({ voci, celle, totale }) => (
        <Riga key={JSON.stringify(voci.map(({ codice }) => codice))}>
          <CellaTitolo>{voci[0]?.etichetta}</CellaTitolo>
          {voci.slice(1).map(({ codice, etichetta }) => (
            <Cella key={codice}>{etichetta}</Cella>
          ))}
          {celle.map((c, n) => cella(c, `${n}`))}
          {conTotali && (totale ? cella(totale, 'totale', nomi.colonne !== null) : <Cella />)}
        </Riga>
      ))}
    </Tabella>
  );
};
