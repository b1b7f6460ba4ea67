import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import type { Attore } from '@/lib/auth/attore';
import { type Configurazione, vociDi } from '@/lib/bandi/configurazione';
import { rifiutoDi } from '@/lib/errors/rifiutoDi';
import { type IstruttoriaIntera, richiesteInEsame } from '@/lib/istruttoria/letture';
import { MOTIVI_INAMMISSIBILITA, opzioniDi } from '@/lib/istruttoria/motivi';
import { DA_INTEGRARE, esigiIntegrazioneScaduta, esigiPreavviso, IN_ISTRUTTORIA } from '@/lib/istruttoria/regole';
import { LIMITI_ESAME } from '@/lib/istruttoria/schema';
import { esigiAmmissibile } from '@/lib/istruttoria/verifiche';
import { rifiutoProgetto } from '@/lib/progetti/stati';
import { chiudiIntegrazioniAction, dichiaraAmmissibileAction, dichiaraInammissibileAction } from './actions';

type Props = { esame: IstruttoriaIntera; configurazione: Configurazione; attore: Attore };

/** La barra in fondo: l'esito che si può dichiarare adesso o, scritto accanto, perché non ancora. */
export const Esito = ({ esame, configurazione, attore }: Props) => {
  if (DA_INTEGRARE.includes(esame.stato)) return <SenzaIntegrazioni esame={esame} attore={attore} />;
  if (!IN_ISTRUTTORIA.includes(esame.stato)) return null;
  const chi = { ruolo: attore.ruolo, capofila: false };
  const vietato = rifiutoProgetto('dichiaraAmmissibile', esame.stato, chi);
  if (vietato) return <BarraAzioni testo={<b>{vietato}</b>}>{null}</BarraAzioni>;
  const voci = vociDi(configurazione.ammissibilita, esame.fase);
  const nonAmmissibile = rifiutoDi(() => esigiAmmissibile(voci, esame.istruttoria?.verifiche ?? {}));
  const { richieste, depositataIl } = richiesteInEsame(esame);
  const nonRespingibile = rifiutoDi(() => esigiPreavviso(richieste, depositataIl, attore.adesso));
  const nascosti = { progettoId: esame.id };
  return (
    <BarraAzioni testo={nonAmmissibile && nonRespingibile ? <b>{nonAmmissibile}</b> : 'L’esito resta nella storia del progetto.'}>
      {!nonRespingibile && (
        <Dialogo id="inammissibile" titolo="Dichiarare non ammissibile la domanda?" apri="Non ammissibile" variante="pericolo" taglia={36}>
          <ModuloEsame
            action={dichiaraInammissibileAction}
            nascosti={nascosti}
            invia="Dichiara non ammissibile"
            variante="pericolo"
            gruppi={[
              {
                campi: [
                  { tipo: 'caselle', nome: 'motivi', etichetta: 'Motivi', opzioni: opzioniDi(MOTIVI_INAMMISSIBILITA) },
                  { tipo: 'area', nome: 'motivazione', etichetta: 'Motivazione, che l’ente leggerà', massimo: LIMITI_ESAME.testo },
                ],
              },
            ]}
          />
        </Dialogo>
      )}
      {!nonAmmissibile && (
        <Dialogo id="ammissibile" titolo="Dichiarare ammissibile la domanda?" apri="Ammissibile" taglia={36}>
          <p>La domanda passa alla valutazione. Un dirigente può annullare l’esito.</p>
          <ModuloAtto action={dichiaraAmmissibileAction} nascosti={nascosti} invia="Dichiara ammissibile" />
        </Dialogo>
      )}
    </BarraAzioni>
  );
};

/** La domanda è dall'ente: se il termine è passato e non è arrivato nulla, l'istruttore può proseguire; altrimenti si dice fino a quando si aspetta. */
const SenzaIntegrazioni = ({ esame, attore }: Pick<Props, 'esame' | 'attore'>) => {
  const rifiuto =
    rifiutoProgetto('chiudiIntegrazioni', esame.stato, { ruolo: attore.ruolo, capofila: false }) ||
    rifiutoDi(() => esigiIntegrazioneScaduta(richiesteInEsame(esame).richieste, attore.adesso));
  if (rifiuto) return <BarraAzioni testo={<b>{rifiuto}</b>}>{null}</BarraAzioni>;
  return (
    <BarraAzioni testo="Il termine per le integrazioni è passato e l’ente non ha risposto.">
      <Dialogo id="senza-integrazioni" titolo="Proseguire senza le integrazioni?" apri="Prosegui senza integrazioni" taglia={36}>
        <p>
          L’ente non potrà più inviarle: l’istruttoria riprende sulla versione depositata. Se per questo la domanda non è ammissibile, invia
          poi il preavviso di rigetto.
        </p>
        <ModuloAtto action={chiudiIntegrazioniAction} nascosti={{ progettoId: esame.id }} invia="Prosegui senza integrazioni" />
      </Dialogo>
    </BarraAzioni>
  );
};
