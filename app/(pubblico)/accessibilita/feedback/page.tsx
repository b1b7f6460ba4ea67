import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Callout } from '@/components/ui/Callout';
import { emailAssistenza } from '../../configurazione';

export const metadata: Metadata = { title: 'Segnala un problema di accessibilità' };

export default function FeedbackPage() {
  const email = emailAssistenza();
  return (
    <PaginaTesto
      titolo="Segnala un problema di accessibilità"
      sopra={{ href: '/accessibilita', etichetta: 'Dichiarazione di accessibilità' }}
    >
      <p>Se una pagina non si legge, non si capisce o non si usa con i tuoi strumenti, faccelo sapere: ci aiuti a correggerla per tutti.</p>
      <h2>Che cosa scrivere</h2>
      <ul>
        <li>L’indirizzo della pagina e che cosa volevi fare.</li>
        <li>Che cosa è successo invece.</li>
        <li>Il dispositivo, il programma di navigazione e, se vuoi, la tecnologia di aiuto che usi.</li>
      </ul>
      <p>Non serve che ci parli della tua salute o della tua disabilità.</p>
      <h2>Dove scrivere</h2>
      {email ? (
        <p>
          Scrivi a <a href={`mailto:${email}?subject=Accessibilità del portale`}>{email}</a>. Rispondiamo entro 30 giorni.
        </p>
      ) : (
        <Callout tipo="attenzione" titolo="L’indirizzo non è ancora attivo.">
          In questo ambiente nessuno riceve le segnalazioni. La Regione indica qui il suo indirizzo prima di aprire il servizio.
        </Callout>
      )}
    </PaginaTesto>
  );
}
