import type { CategoriaCosto } from '@/lib/bandi/configurazione';
import { euro } from '@/lib/format/euro';
import { percento } from '@/lib/piano/importi';
import type { Scostamento } from '@/lib/piano/perdite';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { righe: readonly Scostamento[]; categorie: readonly CategoriaCosto[]; scritto: string };

/** Il contributo chiesto, quello concesso e quello del nuovo piano, categoria per categoria: la differenza non la calcola chi legge. */
export const ConfrontoCategorie = ({ righe, categorie, scritto }: Props) => {
  const somma = (quale: 'chiesto' | 'concesso' | 'scritto' | 'oltre') => righe.reduce((totale, riga) => totale + riga[quale], 0n);
  const totale = {
    categoria: '',
    chiesto: somma('chiesto'),
    concesso: somma('concesso'),
    scritto: somma('scritto'),
    oltre: somma('oltre'),
  };
  return (
    <Tabella
      didascalia="Contributo chiesto, concesso e scritto per categoria di costo"
      schede="etichette"
      colonne={[
        { etichetta: 'Categoria di costo' },
        { etichetta: 'Chiesto', numerica: true },
        { etichetta: 'Concesso', numerica: true },
        { etichetta: 'Differenza', numerica: true },
        { etichetta: scritto, numerica: true },
        { etichetta: 'Rispetto al concesso' },
      ]}
      piede={<Valori riga={totale} nome="Totale" scritto={scritto} />}
    >
      {righe.map((riga) => (
        <Valori
          key={riga.categoria}
          riga={riga}
          nome={categorie.find(({ codice }) => codice === riga.categoria)?.etichetta ?? riga.categoria}
          scritto={scritto}
        />
      ))}
    </Tabella>
  );
};

const Valori = ({ riga, nome, scritto }: { riga: Scostamento; nome: string; scritto: string }) => (
  <Riga>
    <CellaTitolo>{nome}</CellaTitolo>
    <Cella etichetta="Chiesto" numerica>
      {euro(riga.chiesto)}
    </Cella>
    <Cella etichetta="Concesso" numerica>
      {euro(riga.concesso)}
    </Cella>
    <Cella etichetta="Differenza" numerica>
      {euro(riga.concesso - riga.chiesto)} <span className="muted">{percento(riga.concesso - riga.chiesto, riga.chiesto)}</span>
    </Cella>
    <Cella etichetta={scritto} numerica>
      <b>{euro(riga.scritto)}</b>
    </Cella>
    <Cella etichetta="Rispetto al concesso">{giudizio(riga)}</Cella>
  </Riga>
);

function giudizio({ concesso, scritto }: Scostamento) {
  if (scritto > concesso) return <span className="late">{euro(scritto - concesso)} di troppo</span>;
  return scritto === concesso ? 'Torna' : `${euro(concesso - scritto)} non usati`;
}
