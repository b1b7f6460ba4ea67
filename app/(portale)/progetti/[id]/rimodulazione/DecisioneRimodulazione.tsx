import { ModuloApprova, ModuloRestituisci } from '@/components/piano/ModuliDecisione';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { Rimodulazione } from '@/lib/piano/rimodulazione';
import { rifiutoProgetto } from '@/lib/progetti/stati';
import { approvaAction, restituisciAction } from './actions';

/** La Regione approva la rimodulazione presentata o la restituisce; a chi non spetta si dice a chi spetta. */
export const DecisioneRimodulazione = ({ attore, rimodulazione }: { attore: Attore; rimodulazione: Rimodulazione }) => {
  const rifiuto = rifiutoProgetto('approva', rimodulazione.stato, { ruolo: attore.ruolo, capofila: false });
  const restituisce = attore.ruolo === 'ISTRUTTORE' || attore.ruolo === 'DIRIGENTE';
  const entro = dataBreve(piuGiorni(giornoDi(attore.adesso), rimodulazione.giorniIntegrazioni));
  return (
    <BarraAzioni
      testo={rifiuto ? <b>{rifiuto}</b> : 'Approvata, il nuovo piano entra in vigore e l’importo assegnato è quello che chiede.'}
    >
      {restituisce && (
        <Dialogo id="restituisci" titolo="Restituire la rimodulazione all’ente?" apri="Restituisci" variante="secondario" taglia={36}>
          <ModuloRestituisci action={restituisciAction} progettoId={rimodulazione.id} entro={entro} />
        </Dialogo>
      )}
      {rifiuto === '' && (
        <Dialogo id="approva" titolo="Approvare la rimodulazione?" apri="Approva" taglia={36}>
          <ModuloApprova action={approvaAction} progettoId={rimodulazione.id} />
        </Dialogo>
      )}
    </BarraAzioni>
  );
};
