import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { regionePubblica } from '../panoramica';

export const metadata: Metadata = { title: 'Note legali' };

export default async function NoteLegaliPage() {
  const regione = await regionePubblica();
  return (
    <PaginaTesto titolo="Note legali">
      <h2>Chi pubblica il portale</h2>
      <p>
        Il portale è pubblicato da {[regione.nome, regione.direzione, regione.indirizzo].filter(Boolean).join(', ')}. Gli atti ufficiali
        restano quelli pubblicati nel Bollettino ufficiale della Regione: se un testo del portale è diverso dall’atto, vale l’atto.
      </p>
      <h2>Da dove vengono i dati</h2>
      <p>
        I fatti dei progetti We.Ca.Re. vengono dal Contributo di ricerca 303/2020 di IRES Piemonte, che racconta l’indagine svolta presso
        gli enti gestori. Le quantità segnate come approssimate nel rapporto sono segnate così anche qui; ciò che il rapporto non dice è
        scritto «non rilevato».
      </p>
      <p>
        Nell’ambiente dimostrativo le persone che accedono, le loro email e le relazioni scritte dopo il 2020 sono inventate. Non usare
        questi dati come prova di ciò che un ente ha fatto.
      </p>
      <h2>Uso dei contenuti</h2>
      <p>
        Puoi riusare i testi e i dati pubblicati se citi la fonte e non ne cambi il significato. I marchi e gli stemmi degli enti
        appartengono agli enti.
      </p>
      <h2>Software</h2>
      <p>
        Il portale è software libero, con licenza GNU Affero General Public License, versione 3 o successiva: chiunque può studiarlo, usarlo
        e migliorarlo, e chi lo offre in rete deve mettere a disposizione il codice. I caratteri Titillium Web, Lora e Roboto Mono hanno
        licenza SIL Open Font License 1.1. Il contorno della Regione è di MapSVG, modificato, con licenza{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/deed.it">Creative Commons Attribuzione 4.0</a>.
      </p>
      <h2>Responsabilità</h2>
      <p>
        Curiamo che i dati siano esatti e aggiornati. Se trovi un errore, segnalalo dalla pagina <a href="/assistenza">Assistenza</a>: lo
        correggiamo e la correzione resta nella storia del progetto.
      </p>
    </PaginaTesto>
  );
}
