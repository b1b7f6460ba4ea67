import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';

export const metadata: Metadata = { title: 'Media policy' };

export default function MediaPolicyPage() {
  return (
    <PaginaTesto titolo="Media policy" sottotitolo="Come il portale comunica e come puoi usare ciò che pubblica.">
      <h2>Che cosa pubblichiamo</h2>
      <p>
        Pubblichiamo i progetti approvati, i numeri del programma e le spiegazioni per capirli. I numeri si aggiornano quando la Regione
        approva una relazione: tra una relazione e l’altra possono non rispecchiare le ultime settimane.
      </p>
      <h2>Come scriviamo</h2>
      <p>
        Usiamo parole semplici e parliamo di persone, non di categorie: «persone con disabilità», «persone seguite». Le parole tecniche sono
        spiegate nel <a href="/glossario">glossario</a>.
      </p>
      <h2>Se usi testi, dati o figure</h2>
      <ul>
        <li>Cita il portale, la Regione e la data in cui hai letto i dati.</li>
        <li>Non confrontare i progetti per numero di azioni: ogni progetto descrive le sue azioni con un dettaglio diverso.</li>
        <li>«Non rilevato» non è zero: riportalo com’è.</li>
        <li>Se modifichi una figura, scrivilo.</li>
      </ul>
      <h2>Immagini e nomi</h2>
      <p>Il portale non pubblica fotografie di persone seguite dai progetti, né dati che permettano di riconoscerle.</p>
      <h2>Reti sociali</h2>
      <p>Il portale non ha profili propri. Le comunicazioni passano dai canali ufficiali della Regione.</p>
    </PaginaTesto>
  );
}
