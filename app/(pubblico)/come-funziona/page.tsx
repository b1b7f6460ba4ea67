import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';

export const metadata: Metadata = { title: 'Come funziona' };

export default function ComeFunzionaPage() {
  return (
    <PaginaTesto titolo="Come funziona" sottotitolo="Un progetto di welfare territoriale, dall’idea a ciò che resta.">
      <h2>Le fasi di un progetto</h2>
      <ol>
        <li>
          <b>Il bando.</b> La Regione dice quali bisogni vuole affrontare, con quali risorse e con quali regole.
        </li>
        <li>
          <b>L’idea.</b> Un gruppo di enti gestori, guidato da un capofila, descrive il bisogno e che cosa vuole fare.
        </li>
        <li>
          <b>I partner.</b> Il capofila cerca con un avviso pubblico associazioni, cooperative e altre organizzazioni disposte a lavorare
          insieme.
        </li>
        <li>
          <b>Il progetto.</b> Enti e partner scrivono le azioni, il calendario e i costi.
        </li>
        <li>
          <b>La decisione.</b> La Regione valuta, approva e assegna le risorse, che possono essere meno di quelle chieste.
        </li>
        <li>
          <b>L’attuazione.</b> Le azioni partono. In ogni periodo gli enti scrivono una relazione: che cosa è stato fatto, quanto, con quali
          difficoltà.
        </li>
        <li>
          <b>La conclusione.</b> Si chiudono i conti e si guarda che cosa continua dopo la fine del finanziamento.
        </li>
      </ol>
      <h2>Come si racconta un periodo</h2>
      <p>
        Ogni ente compila le sue azioni: stato, avanzamento, date, quantità raggiunte e, se c’è un ritardo, le sue cause. Il capofila
        controlla, completa e invia. La Regione confronta con il periodo precedente, può chiedere un chiarimento e poi approva, approva con
        rilievi o respinge. Il tempo in cui la Regione aspetta una risposta non conta nei suoi giorni.
      </p>
      <h2>Chi fa che cosa</h2>
      <ul>
        <li>
          <b>Enti gestori e partner</b> realizzano le azioni e ne rispondono.
        </li>
        <li>
          <b>Il capofila</b> coordina, invia le relazioni e tiene i rapporti con la Regione.
        </li>
        <li>
          <b>La Regione</b> scrive il bando, decide, verifica e paga. Anche i suoi tempi di risposta sono misurati.
        </li>
        <li>
          <b>IRES Piemonte</b> studia come vanno i progetti, con dati che non permettono di riconoscere le persone.
        </li>
      </ul>
      <h2>I nove tipi di intervento</h2>
      <p>
        I progetti sono letti secondo due domande: è innovazione sociale o welfare territoriale? È un servizio alle persone o un’azione di
        sistema? Un progetto conta una volta per ogni tipo di intervento che svolge. Le attività di coordinamento, formazione e valutazione
        non si contano.
      </p>
      <p>
        Le parole tecniche sono spiegate nel <a href="/glossario">glossario</a>.
      </p>
    </PaginaTesto>
  );
}
