import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Callout } from '@/components/ui/Callout';
import { env } from '@/lib/env';
import { regionePubblica } from '../panoramica';

export const metadata: Metadata = { title: 'Privacy' };

export default async function PrivacyPage() {
  const regione = await regionePubblica();
  return (
    <PaginaTesto titolo="Privacy" sottotitolo="Quali dati personali tratta il portale, perché e quali diritti hai.">
      {env().CANTIERE_DEMO && (
        <Callout tipo="attenzione" titolo="Ambiente dimostrativo.">
          Le persone che vedi nell’area di lavoro sono inventate. Non inserire dati di persone vere.
        </Callout>
      )}
      <h2>Chi decide sui tuoi dati</h2>
      <p>
        Il titolare del trattamento è {[regione.nome, regione.indirizzo].filter(Boolean).join(', ')}. Ogni ente gestore è titolare dei dati
        delle persone che segue e li tratta nel portale solo per il progetto a cui partecipa.
      </p>
      <h2>Se visiti le pagine pubbliche</h2>
      <p>
        Non ti chiediamo dati e non usiamo statistiche di altri siti, pubblicità o profilazione. Il server annota per ragioni di sicurezza
        l’indirizzo di rete e la pagina richiesta.
      </p>
      <h2>Se lavori nel portale</h2>
      <ul>
        <li>
          Trattiamo nome, cognome, email di lavoro, ente e incarico, per farti entrare e mostrarti solo ciò che il tuo incarico consente.
        </li>
        <li>Registriamo gli atti che compi (chi, che cosa, quando), perché una pratica pubblica deve poter essere ricostruita.</li>
        <li>
          La base giuridica è l’esecuzione di un compito di interesse pubblico (articolo 6, paragrafo 1, lettera e, del Regolamento UE
          2016/679).
        </li>
      </ul>
      <h2>Se ti candidi a un avviso</h2>
      <p>
        I dati dell’organizzazione e l’email che scrivi li legge solo l’ente che ha pubblicato l’avviso, per valutare la candidatura e
        comunicarti l’esito. Una candidatura non confermata non la legge nessuno.
      </p>
      <h2>Le persone seguite dai progetti</h2>
      <p>
        Nelle relazioni si scrivono numeri, mai nomi, iniziali, indirizzi o condizioni di salute di singole persone. La Regione e IRES non
        vedono l’identità delle persone seguite.
      </p>
      <h2>Chi vede che cosa</h2>
      <p>
        Un ente vede solo i progetti a cui partecipa. La Regione vede i progetti del suo territorio. I ricercatori di IRES leggono dati
        senza identità. La separazione è imposta dalla base di dati, non solo dalle pagine.
      </p>
      <h2>Cookie</h2>
      <p>
        Usiamo solo cookie tecnici, necessari per restare collegati dopo l’accesso. Per questo non ti mostriamo una richiesta di consenso.
        Si cancellano quando esci o quando la sessione scade.
      </p>
      <h2>Per quanto tempo</h2>
      <p>
        I dati degli accessi restano il tempo necessario alla sicurezza; gli atti restano quanto prevedono le regole dei fondi europei e
        degli archivi pubblici. La Regione indica i tempi esatti per ogni programma.
      </p>
      <h2>I tuoi diritti</h2>
      <p>
        Puoi chiedere di vedere, correggere o limitare i tuoi dati e puoi opporti al trattamento, scrivendo alla Regione o al suo
        responsabile della protezione dei dati. Se pensi che il trattamento violi le regole, puoi rivolgerti al{' '}
        <a href="https://www.garanteprivacy.it">Garante per la protezione dei dati personali</a>.
      </p>
    </PaginaTesto>
  );
}
