import type { Campo } from '@/lib/bandi/configurazione';
import { inTesto } from '@/lib/domande/confronto';
import type { ContestoModulo } from '@/lib/domande/contesto';
import type { Valore } from '@/lib/domande/valori';
import { routes } from '@/lib/routes';
import { BloccoValore } from '../forms/BloccoValore';

type Props = { campo: Campo; valore: Valore | undefined; contesto: ContestoModulo };

/** Un campo che il portale riempie da sé con l’aggregazione: si legge, e si dice dove si cambia. Nell’anteprima di un bando gli enti non ci sono ancora. */
export const CampoPrecompilato = ({ campo, valore, contesto }: Props) => {
  const { progettoId } = contesto;
  const enti = inTesto(campo, valore, contesto).split('\n').filter(Boolean);
  const vuoto = progettoId ? 'Nessun altro ente' : 'Gli enti della domanda';
  return (
    <BloccoValore
      etichetta={campo.etichetta}
      valore={enti.join('; ') || vuoto}
      aiuto={
        <>
          {campo.aiuto} Lo scrive il portale
          {progettoId ? (
            <>
              : gli enti si aggiungono e si tolgono in <a href={routes.partner(progettoId)}>Aggregazione</a>.
            </>
          ) : (
            ', quando la domanda è aperta.'
          )}
        </>
      }
    />
  );
};
