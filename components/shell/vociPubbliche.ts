import type { VoceNav } from './NavRuolo';

type Pagina = { href: string; etichetta: string; descrizione: string };

/** Le pagine aperte a tutti che si raggiungono dalla testata. */
export const PAGINE_PUBBLICHE: readonly Pagina[] = [
  { href: '/', etichetta: 'Progetti', descrizione: 'I progetti sulla mappa e in elenco, con i numeri del programma' },
  { href: '/progetti-approvati', etichetta: 'Elenco dei progetti', descrizione: 'Tutti i progetti approvati, da cercare e filtrare' },
  { href: '/servizi', etichetta: 'Servizi', descrizione: 'I servizi nati dai progetti, e come si chiedono' },
  { href: '/bandi-aperti', etichetta: 'Bandi', descrizione: 'I bandi pubblicati, con i termini e le risorse' },
  { href: '/avvisi', etichetta: 'Avvisi per partner', descrizione: 'Gli enti che cercano partner, e come candidarsi' },
  { href: '/dati-aperti', etichetta: 'Dati aperti', descrizione: 'I dati dei progetti da scaricare, con licenza CC BY 4.0' },
  { href: '/come-funziona', etichetta: 'Come funziona', descrizione: 'Le fasi di un progetto e chi fa che cosa' },
  { href: '/glossario', etichetta: 'Glossario', descrizione: 'Le parole dei bandi e dei progetti, spiegate' },
  { href: '/assistenza', etichetta: 'Assistenza', descrizione: 'Che cosa fare quando qualcosa non va' },
];

/** Le pagine dovute per legge, nel piede di ogni pagina. */
export const PAGINE_LEGALI: readonly Pagina[] = [
  { href: '/media-policy', etichetta: 'Media policy', descrizione: 'Come si usano testi, dati e immagini del portale' },
  { href: '/note-legali', etichetta: 'Note legali', descrizione: 'Chi pubblica il portale, licenze e responsabilità' },
  { href: '/privacy', etichetta: 'Privacy', descrizione: 'Quali dati personali trattiamo e quali diritti hai' },
  { href: '/mappa-del-sito', etichetta: 'Mappa del sito', descrizione: 'Tutte le pagine del portale' },
  { href: '/accessibilita', etichetta: 'Dichiarazione di accessibilità', descrizione: 'A che punto è l’accessibilità del portale' },
  {
    href: '/accessibilita/feedback',
    etichetta: 'Segnala un problema di accessibilità',
    descrizione: 'Se qualcosa non si legge o non si usa, faccelo sapere',
  },
  { href: '/glossario', etichetta: 'Glossario', descrizione: 'Le parole dei bandi e dei progetti, spiegate' },
];

/** Si raggiungono da un'altra voce, o dalla riga più in alto: nella testata non ci starebbero. */
const FUORI_TESTATA = ['/progetti-approvati', '/assistenza'];

/** Le voci della testata pubblica; quella della pagina aperta è segnata. */
export const navPubblica = (percorso?: string): VoceNav[] =>
  PAGINE_PUBBLICHE.filter(({ href }) => !FUORI_TESTATA.includes(href)).map(({ href, etichetta }) => ({
    href,
    etichetta,
    attiva: href === percorso,
  }));
