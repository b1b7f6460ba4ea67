import type { Lettore } from '@/lib/auth/attore';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { IN_SCRITTURA } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';

type Props = { id: string; stato: StatoProgetto; lettore: Lettore };
type Voce = { href: string; titolo: string; testo: string };

const DOPO_L_IDEA: readonly StatoProgetto[] = ['IDEA_APPROVATA', 'PARTNERSHIP_APERTA', 'PROGETTO_BOZZA', 'PROGETTO_PRESENTATO'];
const CON_PRESCRIZIONI: readonly StatoProgetto[] = [
  'IDEA_APPROVATA',
  'PARTNERSHIP_APERTA',
  'PROGETTO_BOZZA',
  'PROGETTO_PRESENTATO',
  'PROGETTO_DA_INTEGRARE',
  'AMMISSIBILE',
  'APPROVATO_CON_PRESCRIZIONI',
  'PRESCRIZIONI_PRESENTATE',
];
const DA_RIMODULARE: readonly StatoProgetto[] = ['APPROVATO', 'RIMODULAZIONE_INIZIALE'];

/** Dove si lavora a una domanda, per chi guarda: solo le porte che il suo stato apre. */
export const StanzaDomanda = ({ id, stato, lettore }: Props) => (
  <ul className="grid gap-4 md:grid-cols-2">
    {(lettore === 'app_ente' ? perEnte(id, stato) : perRegione(id, stato)).map(({ href, titolo, testo }) => (
      <li key={href}>
        <a href={href}>{titolo}</a>
        <p className="small muted">{testo}</p>
      </li>
    ))}
  </ul>
);

function perEnte(id: string, stato: StatoProgetto): Voce[] {
  const scrive = IN_SCRITTURA.includes(stato);
  const voci: (Voce | false)[] = [
    {
      href: routes.sezione(id, 'inizio'),
      titolo: scrive ? 'Scrivi la domanda' : 'Leggi la domanda',
      testo: 'Le sezioni del modulo, una per pagina.',
    },
    {
      href: routes.deposito(id),
      titolo: 'Controlla e presenta',
      testo: scrive ? 'Che cosa manca, il termine e la presentazione.' : 'Che cosa è stato presentato e quando.',
    },
    { href: routes.partner(id), titolo: 'Aggregazione', testo: 'Gli enti, gli ambiti e chi può scrivere che cosa.' },
    { href: routes.documenti(id), titolo: 'Documenti', testo: 'Gli allegati della domanda.' },
    {
      href: routes.versioni(id),
      titolo: 'Versioni depositate',
      testo: 'Com’era la domanda a ogni presentazione, le ricevute e i confronti.',
    },
    DOPO_L_IDEA.includes(stato) && {
      href: routes.avvisoProgetto(id),
      titolo: 'Avviso per i partner',
      testo: 'La manifestazione di interesse e le candidature.',
    },
    CON_PRESCRIZIONI.includes(stato) && {
      href: routes.prescrizioni(id),
      titolo: 'Prescrizioni',
      testo: 'Le condizioni dell’approvazione e come sono rispettate.',
    },
    DA_RIMODULARE.includes(stato) && {
      href: routes.rimodulazioneIniziale(id),
      titolo: 'Rimodulazione iniziale',
      testo: 'Il piano ridotto all’importo concesso.',
    },
    DA_RIMODULARE.includes(stato) && {
      href: routes.convenzione(id),
      titolo: 'Convenzione',
      testo: 'CUP, conto e recapiti: servono per l’avvio.',
    },
    { href: routes.lettere(id), titolo: 'Comunicazioni della Regione', testo: 'Richieste, preavvisi e lettere di decisione.' },
  ];
  return voci.filter((voce) => voce !== false);
}

function perRegione(id: string, stato: StatoProgetto): Voce[] {
  const voci: (Voce | false)[] = [
    { href: routes.istruttoria(id), titolo: 'Istruttoria', testo: 'Verifiche, integrazioni, esito e decisione.' },
    { href: routes.versioni(id), titolo: 'Versioni depositate', testo: 'La domanda com’era a ogni presentazione, con i confronti.' },
    CON_PRESCRIZIONI.includes(stato) && { href: routes.prescrizioni(id), titolo: 'Prescrizioni', testo: 'Come l’ente le ha rispettate.' },
    DA_RIMODULARE.includes(stato) && {
      href: routes.rimodulazioneIniziale(id),
      titolo: 'Rimodulazione iniziale',
      testo: 'Il piano ridotto all’importo concesso.',
    },
    DA_RIMODULARE.includes(stato) && {
      href: routes.convenzione(id),
      titolo: 'Convenzione e avvio',
      testo: 'I dati dell’ente, i periodi e l’avvio.',
    },
  ];
  return voci.filter((voce) => voce !== false);
}
