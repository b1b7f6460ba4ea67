import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloRiapertura } from '@/components/attuazione/ModuloRiapertura';
import { ModuloRilievi } from '@/components/attuazione/ModuloRilievi';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import { LIMITI } from '@/lib/attuazione/limiti';
import type { RapportoIntero } from '@/lib/attuazione/queries';
import { rifiutoDi } from '@/lib/attuazione/rules';
import type { AttoRapporto } from '@/lib/attuazione/schema';
import type { Ruolo } from '@/lib/auth/attore';
import { approvaAction, approvaConRilieviAction, prendiInCaricoAction, respingiAction, riapriAction, riapriInParteAction } from './actions';

type Props = { rapporto: RapportoIntero; atti: AttoRapporto[]; ruolo: Ruolo };

/** La barra in fondo: l'atto che si può compiere adesso o, scritto accanto, perché non si può e a chi spetta. */
export const Decisione = ({ rapporto, atti, ruolo }: Props) => {
  const nascosti = { rapportoId: rapporto.id };
  if (rapporto.stato === 'PRESENTATO')
    return (
      <BarraAzioni
        testo={
          atti.includes('prendiInCarico') ? (
            'Prendila in carico per verificarla.'
          ) : (
            <b>{rifiutoDi('prendiInCarico', rapporto.stato, ruolo)}</b>
          )
        }
      >
        {atti.includes('prendiInCarico') && (
          <ModuloAtto action={prendiInCaricoAction} nascosti={nascosti} invia="Prendi in carico" taglia={36} />
        )}
      </BarraAzioni>
    );
  if (rapporto.stato === 'RESPINTO')
    return (
      <BarraAzioni testo={atti.includes('riapri') ? 'La relazione è respinta.' : <b>{rifiutoDi('riapri', rapporto.stato, ruolo)}</b>}>
        {atti.includes('riapri') && (
          <Dialogo id="riapri" titolo="Riaprire la relazione all’ente?" apri="Riapri la relazione" variante="secondario" taglia={36}>
            <ModuloAtto
              action={riapriAction}
              nascosti={nascosti}
              invia="Riapri la relazione"
              testo={{ nome: 'nota', etichetta: 'Che cosa deve correggere l’ente', massimo: LIMITI.motivo }}
            />
          </Dialogo>
        )}
      </BarraAzioni>
    );
  if (rapporto.stato === 'APPROVATO' || rapporto.stato === 'APPROVATO_CON_RILIEVI')
    return atti.includes('riapriInParte') ? <Riapri rapporto={rapporto} /> : null;
  const pendenti = rapporto.chiarimenti.filter((c) => c.stato !== 'CHIUSO').length;
  if (pendenti > 0 || rapporto.stato === 'CHIARIMENTI')
    return (
      <BarraAzioni
        testo={
          <>
            <b>Non puoi ancora decidere.</b>{' '}
            <span className="second">
              {rapporto.stato === 'CHIARIMENTI'
                ? 'Tocca all’ente: aspetta la risposta al chiarimento, o ritira la domanda.'
                : 'Prima chiudi il chiarimento a cui l’ente ha risposto.'}
            </span>
          </>
        }
      >
        {null}
      </BarraAzioni>
    );
  if (!atti.includes('approva')) return <BarraAzioni testo={<b>{rifiutoDi('approva', rapporto.stato, ruolo)}</b>}>{null}</BarraAzioni>;
  return (
    <BarraAzioni testo="Hai letto tutto? La decisione resta nella storia del progetto.">
      <Dialogo id="respingi" titolo="Respingere la relazione?" apri="Respingi" variante="pericolo" taglia={36}>
        <ModuloAtto
          action={respingiAction}
          nascosti={nascosti}
          invia="Respingi la relazione"
          variante="pericolo"
          testo={{ nome: 'nota', etichetta: 'Motivo, che l’ente leggerà', massimo: LIMITI.motivo }}
        />
      </Dialogo>
      <Dialogo id="rilievi" titolo="Approvare con rilievi?" apri="Approva con rilievi" variante="secondario" taglia={36}>
        <p>L’ente li ritrova, e vi risponde, nella relazione del periodo successivo. Restano aperti finché non li chiudi.</p>
        <ModuloRilievi action={approvaConRilieviAction} rapportoId={rapporto.id} azioni={rapporto.azioni} />
      </Dialogo>
      <Dialogo id="approva" titolo="Approvare la relazione?" apri="Approva" taglia={36}>
        <p>Dopo l’approvazione i dati entrano nelle tabelle della ricerca.</p>
        <ModuloAtto action={approvaAction} nascosti={nascosti} invia="Approva la relazione" />
      </Dialogo>
    </BarraAzioni>
  );
};

/** Una relazione approvata si riapre solo per le azioni nominate; quanto si possa correggere lo decide il database. */
const Riapri = ({ rapporto }: { rapporto: RapportoIntero }) => (
  <BarraAzioni testo="La relazione è approvata.">
    <Dialogo id="riapri-in-parte" titolo="Riaprire alcune azioni?" apri="Riapri alcune azioni" variante="secondario" taglia={36}>
      <p>
        Le azioni scelte tornano all’ente con la tua domanda; le altre restano approvate. Se dopo questa c’è già un’altra relazione, si
        correggono solo testi e prove. Finché è riaperta, la relazione esce dalle tabelle della ricerca.
      </p>
      <ModuloRiapertura action={riapriInParteAction} rapportoId={rapporto.id} azioni={rapporto.azioni} />
    </Dialogo>
  </BarraAzioni>
);
