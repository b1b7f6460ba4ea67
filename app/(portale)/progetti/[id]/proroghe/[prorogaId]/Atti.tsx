import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiConcessione, campiCorrezione, campiDiniego } from '@/components/proroghe/campi';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import type { Attore } from '@/lib/auth/attore';
import { dataLunga } from '@/lib/format/data';
import type { ProrogaLetta, ProrogheDelProgetto } from '@/lib/proroghe/queries';
import { CONCESSE, puoAttoProroga } from '@/lib/proroghe/rules';
import { annullaAction, concediAction, correggiAction, prendiAction, presentaAction, respingiAction } from '../actions';

type Props = { attore: Attore; progetto: ProrogheDelProgetto; proroga: ProrogaLetta };

const nascostiDi = ({ progetto, proroga }: Props) => ({ progettoId: progetto.id, prorogaId: proroga.id });

/** La barra in fondo: che cosa può fare chi guarda, o di chi si aspetta l'atto. */
export const Atti = (props: Props) => {
  const { attore, progetto, proroga } = props;
  const chi = { ruolo: attore.ruolo, capofila: progetto.capofila };
  const attiva = progetto.stato === 'AVVIATO' || progetto.stato === 'SOSPESO';
  const decide = attiva && puoAttoProroga('decidi', proroga.stato, chi);
  const corregge = attiva && puoAttoProroga('correggi', proroga.stato, chi) && ultima(progetto, proroga);
  const prende = attiva && puoAttoProroga('prendiInCarico', proroga.stato, chi);
  const annulla = puoAttoProroga('annulla', proroga.stato, chi);
  return (
    <BarraAzioni testo={frase(props)}>
      {annulla && (
        <Dialogo id="annulla" titolo="Annullare la richiesta di proroga?" apri="Annulla la richiesta" variante="secondario" taglia={36}>
          <p>Resta nella storia come annullata. Se serve ancora se ne chiede un’altra, prima della fine.</p>
          <ModuloAtto action={annullaAction} nascosti={nascostiDi(props)} invia="Annulla la richiesta" />
        </Dialogo>
      )}
      {proroga.stato === 'BOZZA' && puoAttoProroga('presenta', proroga.stato, chi) && (
        <Dialogo id="presenta" titolo="Presentare la richiesta alla Regione?" apri="Presenta alla Regione" taglia={36}>
          <p>
            Si chiede di finire il {dataLunga(proroga.fineChiesta)}. Dopo non si può più cambiare, ma si può annullare finché la Regione non
            decide.
          </p>
          <ModuloAtto action={presentaAction} nascosti={nascostiDi(props)} invia="Presenta la richiesta" />
        </Dialogo>
      )}
      {prende && <ModuloAtto action={prendiAction} nascosti={nascostiDi(props)} invia="Prendi in carico" taglia={36} />}
      {decide && <Decide {...props} />}
      {corregge && (
        <Dialogo id="correggi" titolo="Correggere questa proroga?" apri="Correggi" variante="secondario" taglia={36}>
          <p>
            Si scrive una proroga nuova che corregge questa; questa resta com’è. Fine, azioni scelte e calendario seguono la correzione.
          </p>
          <ModuloEsame
            action={correggiAction}
            nascosti={nascostiDi(props)}
            gruppi={campiCorrezione(progetto, proroga, attore.adesso)}
            invia="Registra la correzione"
          />
        </Dialogo>
      )}
    </BarraAzioni>
  );
};

const Decide = (props: Props) => (
  <>
    <Dialogo id="respingi" titolo="Non concedere la proroga?" apri="Non concedere" variante="pericolo" taglia={36}>
      <p>Le date restano com’erano.</p>
      <ModuloEsame
        action={respingiAction}
        nascosti={nascostiDi(props)}
        gruppi={campiDiniego(props.attore.adesso)}
        invia="Registra il diniego"
        variante="pericolo"
      />
    </Dialogo>
    <Dialogo id="concedi" titolo="Concedere la proroga?" apri="Concedi" taglia={36}>
      <p>La nuova fine, le azioni scelte e il calendario delle relazioni cambiano insieme. Un errore si corregge, ma resta nella storia.</p>
      <ModuloEsame
        action={concediAction}
        nascosti={nascostiDi(props)}
        gruppi={campiConcessione(props.progetto, props.proroga, props.attore.adesso)}
        invia="Concedi la proroga"
      />
    </Dialogo>
  </>
);

/** Si corregge solo l'ultima concessa per lo stesso progetto o la stessa azione: le altre contano da lei. */
const ultima = ({ proroghe }: ProrogheDelProgetto, { numero, azioneId }: ProrogaLetta): boolean =>
  !proroghe.some((p) => p.azioneId === azioneId && p.numero > numero && CONCESSE.includes(p.stato));

function frase({ attore, progetto, proroga }: Props): string {
  const dellEnte = attore.lettore === 'app_ente';
  if (proroga.stato === 'BOZZA')
    return !progetto.capofila
      ? 'La richiesta la prepara e la presenta l’ente capofila.'
      : attore.ruolo === 'REFERENTE'
        ? 'In bozza, non presentata: salva le modifiche prima di presentarla.'
        : 'In bozza, non presentata: la presenta il referente.';
  if (proroga.stato === 'PRESENTATA')
    return dellEnte ? 'La Regione non l’ha ancora presa in carico.' : 'Nessuno l’ha ancora presa in carico.';
  if (proroga.stato === 'IN_ISTRUTTORIA')
    return dellEnte ? 'La Regione la sta esaminando.' : attore.ruolo === 'DIRIGENTE' ? 'Decidi tu.' : 'Decide un dirigente.';
  return 'La decisione è presa.';
}
