import { BottoneInvio } from '../forms/BottoneInvio';
import { StatoSalvataggio } from '../forms/StatoSalvataggio';
import { Bottone } from '../ui/Bottone';
import type { StatoSezione } from './salvataggioSezione';

type Props = { vivo: boolean; stato: StatoSezione; maiSalvata: boolean; salva: () => Promise<void> };

/** A che punto è il salvataggio, sempre in vista mentre si scrive; prima di JavaScript, il pulsante che salva. */
export const BarraSalvataggio = ({ vivo, stato: { stato, testo }, maiSalvata, salva }: Props) => (
  <div className="btn-row salva-sezione">
    {vivo ? (
      <>
        <Bottone onClick={() => void salva()}>Salva adesso</Bottone>
        <StatoSalvataggio
          stato={stato === 'fermo' ? 'salvato' : stato}
          testo={testo || (maiSalvata ? 'Si salva da solo mentre scrivi' : 'Tutto salvato')}
        />
      </>
    ) : (
      <BottoneInvio variante="secondario" inCorso="Salvataggio in corso">
        Salva
      </BottoneInvio>
    )}
  </div>
);
