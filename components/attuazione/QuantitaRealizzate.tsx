import type { QuantitaDellAzione } from '@/lib/attuazione/queries';
import { primoErrore } from '../forms/descrizioneCampo';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = {
  quantita: QuantitaDellAzione[];
  campi: Record<string, string>;
  errori: Record<string, string[]>;
  prefisso: string;
  prima: string | null;
  ora: string;
  nomeDi: (q: QuantitaDellAzione) => string;
  numero: (n: number) => string;
};

/** Quantità previste, di prima e di ora: una riga per grandezza, un campo per l'ultima. */
export const QuantitaRealizzate = ({ quantita, campi, errori, prefisso, prima, ora, nomeDi, numero }: Props) => (
  <div>
    <h3>Quantità raggiunte</h3>
    <p className="hint">Dall’inizio del progetto, non solo nel periodo. Se nessuna, scrivi 0.</p>
    <Tabella
      didascalia="Quantità previste e raggiunte"
      schede="etichette"
      colonne={[
        { etichetta: 'Che cosa' },
        { etichetta: 'Previsto', numerica: true },
        { etichetta: prima ?? 'Prima', numerica: true },
        { etichetta: `Al ${ora}`, numerica: true },
      ]}
    >
      {quantita.map((q) => {
        const id = `${prefisso}q.${q.id}`;
        const errore = primoErrore(errori[`q.${q.id}`]);
        return (
          <Riga key={q.id}>
            <CellaTitolo>
              <label htmlFor={id}>{nomeDi(q)}</label>
              {errore && (
                <span className="err" id={`${id}-errore`}>
                  {errore}
                </span>
              )}
            </CellaTitolo>
            <Cella etichetta="Previsto" numerica>
              {q.previsto === null
                ? 'non previsto'
                : `${q.approssimato ? 'circa ' : ''}${numero(q.previsto)}${q.previstoMax === null ? '' : `–${numero(q.previstoMax)}`}`}
            </Cella>
            <Cella etichetta="Prima" numerica>
              {q.prima === null ? 'non rilevato' : numero(q.prima)}
            </Cella>
            <Cella etichetta="Ora" numerica>
              <input
                className="input input--num"
                id={id}
                name={`q.${q.id}`}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={campi[`q.${q.id}`] ?? ''}
                aria-invalid={errore ? true : undefined}
                aria-describedby={errore ? `${id}-errore` : undefined}
              />
            </Cella>
          </Riga>
        );
      })}
    </Tabella>
  </div>
);
