import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import type { Ruolo } from '@/lib/auth/attore';
import { LIMITI_DECISIONE } from '@/lib/decisioni/schema';
import type { IstruttoriaIntera } from '@/lib/istruttoria/letture';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { attiProgetto, compiProgetto } from '@/lib/progetti/stati';
import { annullaAction } from './actions';

/** Un passo indietro, finché il progetto non è avviato. Chi non può non vede nulla: non ha niente da fare qui. */
export const Annulla = ({ esame, ruolo }: { esame: IstruttoriaIntera; ruolo: Ruolo }) => {
  const chi = { ruolo, capofila: false };
  if (!attiProgetto(esame.stato, chi).includes('annullaDecisione')) return null;
  const poi = ETICHETTA_PROGETTO[compiProgetto('annullaDecisione', esame.stato, chi)].testo;
  return (
    <Sezione id="annulla" titolo="Torna indietro">
      <p>Annullando l’ultima decisione la domanda torna allo stato «{poi}». Ciò che si era deciso resta nella storia.</p>
      <Dialogo
        id="annulla-decisione"
        titolo="Annullare l’ultima decisione?"
        apri="Annulla l’ultima decisione"
        variante="pericolo"
        taglia={36}
      >
        <ModuloAtto
          action={annullaAction}
          nascosti={{ progettoId: esame.id }}
          invia="Annulla la decisione"
          variante="pericolo"
          testo={{ nome: 'motivazione', etichetta: 'Perché si annulla', massimo: LIMITI_DECISIONE.motivazione }}
        />
      </Dialogo>
    </Sezione>
  );
};
