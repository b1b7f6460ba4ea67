import { campiAtto } from '@/components/istruttoria/campiAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Sezione } from '@/components/ui/Sezione';
import { LIMITI_DECISIONE } from '@/lib/decisioni/schema';
import { MOTIVI_DINIEGO, opzioniDi } from '@/lib/istruttoria/motivi';
import { nonApprovaAction } from './actions';

/** Il diniego, con i motivi. */
export const NonApprova = ({ progettoId, adesso }: { progettoId: string; adesso: Date }) => (
  <Sezione id="non-approva" titolo="Non approvare">
    <details className="chiedi">
      <summary>Registra la non approvazione</summary>
      <ModuloEsame
        action={nonApprovaAction}
        nascosti={{ progettoId }}
        invia="Registra la non approvazione"
        variante="pericolo"
        gruppi={[
          campiAtto(adesso),
          {
            campi: [
              { tipo: 'caselle', nome: 'motivi', etichetta: 'Motivi', opzioni: opzioniDi(MOTIVI_DINIEGO) },
              { tipo: 'area', nome: 'motivazione', etichetta: 'Motivazione, che l’ente leggerà', massimo: LIMITI_DECISIONE.motivazione },
            ],
          },
        ]}
      />
    </details>
  </Sezione>
);
