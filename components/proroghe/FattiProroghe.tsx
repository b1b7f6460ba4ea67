import { dataBreve } from '@/lib/format/data';
import type { ProrogheDelProgetto } from '@/lib/proroghe/queries';
import { fineMassima, mesiInParole, oggettoLetto } from '@/lib/proroghe/rules';
import { FattiChiave } from '../ui/FattiChiave';

/** La fine di adesso, quella approvata all'inizio e fin dove il bando permette di arrivare: del progetto o di una sua azione. */
export const FattiProroghe = ({ progetto, azioneId = null }: { progetto: ProrogheDelProgetto; azioneId?: string | null }) => {
  const oggetto = oggettoLetto(progetto, azioneId);
  const massima = fineMassima(oggetto, progetto.massimoMesi);
  const chi = oggetto.azione ? 'dell’azione' : 'del progetto';
  return (
    <FattiChiave
      fatti={[
        { termine: `Fine ${chi}`, valore: oggetto.fine ? dataBreve(oggetto.fine) : 'Non indicata' },
        { termine: 'Fine approvata all’inizio', valore: dataBreveO(oggetto.originaria ?? oggetto.fine) },
        {
          termine: 'Proroga massima',
          valore: (
            <>
              {mesiInParole(progetto.massimoMesi)} in tutto
              {massima && <span className="small muted block">fino al {dataBreve(massima)}</span>}
            </>
          ),
        },
      ]}
    />
  );
};

const dataBreveO = (iso: string | null): string => (iso ? dataBreve(iso) : 'Non indicata');
