import type { Campo } from '@/lib/bandi/configurazione';
import { inTesto } from '@/lib/domande/confronto';
import type { ContestoModulo } from '@/lib/domande/contesto';
import type { Valore } from '@/lib/domande/valori';

/** Un campo che qui si legge e basta. */
export const ValoreCampo = ({ campo, valore, contesto }: { campo: Campo; valore: Valore | undefined; contesto: ContestoModulo }) => {
  const testo =
    campo.tipo === 'file'
      ? contesto.documenti
          .filter(({ chiave }) => chiave === campo.chiave)
          .map(({ nome }) => nome)
          .join('\n')
      : inTesto(campo, valore, contesto);
  return (
    <div className="field" id={`campo-${campo.chiave}`}>
      <p className="legend">{campo.etichetta}</p>
      {testo ? <p className="testo">{testo}</p> : <p className="second">Non compilato</p>}
    </div>
  );
};
