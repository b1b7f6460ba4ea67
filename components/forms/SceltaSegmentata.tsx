import { Icona, type NomeIcona } from '../ui/Icona';

type Opzione = { valore: string; etichetta: string; icona?: NomeIcona; tono?: 'si' | 'chiedi' };

type Props = { nome: string; legenda: string; valore?: string; opzioni: Opzione[] };

/** Due o tre alternative brevi su una riga, per esempio «Conforme» e «Chiedi». La legenda è solo per i lettori di schermo. */
export const SceltaSegmentata = ({ nome, legenda, valore, opzioni }: Props) => (
  <fieldset className="seg">
    <legend className="sr">{legenda}</legend>
    {opzioni.map(({ valore: questo, etichetta, icona, tono }) => (
      <label key={questo} className={tono && `seg--${tono}`}>
        <input type="radio" name={nome} value={questo} defaultChecked={questo === valore} />
        {icona && <Icona nome={icona} taglia={16} />}
        {etichetta}
      </label>
    ))}
  </fieldset>
);
