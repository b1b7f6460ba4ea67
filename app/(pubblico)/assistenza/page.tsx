import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Callout } from '@/components/ui/Callout';
import { routes } from '@/lib/routes';
import { emailAssistenza } from '../configurazione';

export const metadata: Metadata = { title: 'Assistenza' };

export default function AssistenzaPage() {
  const email = emailAssistenza();
  return (
    <PaginaTesto titolo="Assistenza" sottotitolo="Le risposte alle difficoltà più comuni e a chi rivolgerti se non bastano.">
      <h2>Non riesci a entrare</h2>
      <ul>
        <li>Controlla di usare l’email di lavoro con cui il tuo ente ti ha registrato.</li>
        <li>Dopo molti tentativi sbagliati l’accesso rallenta per qualche minuto, poi torna da solo.</li>
        <li>
          Se la sessione è scaduta, <a href={routes.accesso()}>entra di nuovo</a>: torni alla stessa pagina e ciò che era salvato c’è
          ancora.
        </li>
      </ul>
      <h2>Non vedi un progetto</h2>
      <p>
        Vedi solo i progetti a cui partecipa l’ente del profilo che hai scelto. Se lavori per più enti, cambia profilo dal menu con il tuo
        nome. Se l’incarico manca o è scaduto, lo rinnova il legale rappresentante del tuo ente.
      </p>
      <h2>Non puoi modificare una relazione</h2>
      <p>
        Dopo l’invio la relazione è nelle mani della Regione. Torna modificabile, nel punto interessato, se la Regione chiede un
        chiarimento. Le date previste e gli importi approvati non si cambiano dalla relazione: serve una rimodulazione.
      </p>
      <h2>Una parola non è chiara</h2>
      <p>
        Cercala nel <a href="/glossario">glossario</a>, o leggi <a href="/come-funziona">come funziona</a> un progetto dall’inizio alla
        fine.
      </p>
      <h2>Serve una persona</h2>
      {email ? (
        <p>
          Scrivi a <a href={`mailto:${email}`}>{email}</a>. Indica il codice del progetto e, se c’è, il codice dell’errore. Non scrivere
          dati di persone seguite.
        </p>
      ) : (
        <Callout tipo="attenzione" titolo="Lo sportello non è attivo in questo ambiente.">
          La Regione indica qui il suo indirizzo prima di aprire il servizio.
        </Callout>
      )}
    </PaginaTesto>
  );
}
