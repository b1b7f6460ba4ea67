import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Callout } from '@/components/ui/Callout';
import { dichiarazioneAccessibilita } from '../configurazione';

export const metadata: Metadata = { title: 'Dichiarazione di accessibilità' };

export default function AccessibilitaPage() {
  const dichiarazione = dichiarazioneAccessibilita();
  return (
    <PaginaTesto titolo="Dichiarazione di accessibilità">
      {dichiarazione ? (
        <p>
          La dichiarazione di questo portale è pubblicata nel sito dell’Agenzia per l’Italia digitale:{' '}
          <a href={dichiarazione}>
            leggi la dichiarazione<span className="sr"> (link esterno)</span>
          </a>
          .
        </p>
      ) : (
        <Callout tipo="attenzione" titolo="Dichiarazione in preparazione.">
          La Regione la pubblica con il modulo dell’Agenzia per l’Italia digitale prima di aprire il servizio. Quando c’è, il collegamento
          compare qui e nel piede di ogni pagina.
        </Callout>
      )}
      <h2>Che cosa abbiamo fatto</h2>
      <ul>
        <li>Il portale si usa tutto da tastiera e il punto in cui ti trovi è sempre visibile.</li>
        <li>Gli stati si leggono: hanno un testo e un’icona, mai solo un colore.</li>
        <li>Ogni grafico ha la stessa informazione in parole o in tabella.</li>
        <li>I moduli funzionano anche senza JavaScript e dicono come correggere ogni errore.</li>
        <li>Le pagine si leggono su schermi larghi 320 pixel e con il testo ingrandito al doppio.</li>
      </ul>
      <h2>Come lo controlliamo</h2>
      <p>
        A ogni modifica del portale un controllo automatico verifica le pagine secondo le regole WCAG 2.2, livello AA. Il controllo
        automatico trova solo una parte dei problemi: non sostituisce le prove con le persone che usano tecnologie di aiuto, che in questo
        ambiente non sono ancora state fatte.
      </p>
      <h2>Se trovi un problema</h2>
      <p>
        <a href="/accessibilita/feedback">Segnala un problema di accessibilità</a>. Se la risposta non ti soddisfa, o non arriva entro 30
        giorni, puoi rivolgerti al Difensore civico per il digitale, presso l’Agenzia per l’Italia digitale.
      </p>
    </PaginaTesto>
  );
}
