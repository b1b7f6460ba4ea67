import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { RapportoIntero } from '@/lib/attuazione/queries';
import { salvaSintesiAction } from './actions';

/** La sintesi del periodo: la scrive il capofila, gli altri la leggono. */
export const Sintesi = ({ rapporto, scrivibile }: { rapporto: RapportoIntero; scrivibile: boolean }) =>
  scrivibile ? (
    <ModuloAtto
      action={salvaSintesiAction}
      nascosti={{ progettoId: rapporto.progetto.id, rapportoId: rapporto.id, rev: rapporto.rev }}
      invia="Salva la sintesi"
      inCorso="Salvataggio in corso"
      variante="secondario"
      testo={{
        nome: 'sintesi',
        etichetta: 'Sintesi del periodo',
        facoltativo: true,
        aiuto: 'Che cosa è successo, in poche righe, per chi non conosce il progetto. Nessun nome di persone.',
        massimo: LIMITI.sintesi,
        valore: rapporto.sintesi ?? '',
        righe: 6,
      }}
    />
  ) : (
    <div>
      <h3>Sintesi del periodo</h3>
      {rapporto.sintesi ? <p className="testo">{rapporto.sintesi}</p> : <p className="second">Il capofila non l’ha ancora scritta.</p>}
    </div>
  );
