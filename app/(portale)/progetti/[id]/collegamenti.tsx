import type { GruppoStanza, VoceStanza } from '@/components/progetti/StanzaProgetto';
import { LinkBottone } from '@/components/ui/Bottone';
import type { Lettore } from '@/lib/auth/attore';
import type { ProgettoLetto, RelazioneDelProgetto } from '@/lib/progetti/letture';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { IN_SCRITTURA } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';

/** La Regione legge una relazione presentata dalla verifica; chi partecipa dalla sua pagina. La ricerca legge i dati, non le pratiche. */
export function hrefRelazione(
  lettore: Lettore,
  progettoId: string,
  { rapporto }: { rapporto: Pick<NonNullable<RelazioneDelProgetto['rapporto']>, 'id' | 'presentatoIl'> | null },
): string | undefined {
  if (!rapporto || lettore === 'app_ricerca') return undefined;
  return lettore === 'app_regione' && rapporto.presentatoIl ? routes.verifica(rapporto.id) : routes.rapporto(progettoId, rapporto.id);
}

/** La sola cosa da fare adesso, accanto al titolo; null se per chi guarda non ce n'è. */
export function azionePrincipale({ lettore, organizzazioneId, progetto }: ProgettoLetto) {
  const { id, stato, relazioni, enti } = progetto;
  const domanda = dellaDomanda(lettore, id, stato);
  if (domanda)
    return (
      <LinkBottone href={domanda.href} variante="primario">
        {domanda.testo}
      </LinkBottone>
    );
  const aperta = relazioni.find(({ rapporto }) => rapporto?.stato === 'BOZZA' || rapporto?.stato === 'CHIARIMENTI');
  const allaRegione = relazioni.find(({ rapporto }) => rapporto?.stato === 'PRESENTATO' || rapporto?.stato === 'IN_VERIFICA');
  const scelta = lettore === 'app_ente' ? aperta : lettore === 'app_regione' ? allaRegione : undefined;
  const href = scelta && hrefRelazione(lettore, id, scelta);
  if (!href) return null;
  const capofila = enti.some((ente) => ente.ruolo === 'CAPOFILA' && ente.id === organizzazioneId);
  const dellEnte = scelta.rapporto?.stato === 'BOZZA' ? 'Continua la relazione' : capofila ? 'Rispondi alla Regione' : 'Vai alla relazione';
  return (
    <LinkBottone href={href} variante="primario">
      {lettore === 'app_regione' ? 'Vai alla verifica' : dellEnte}
    </LinkBottone>
  );
}

/** Prima dell'avvio: dove si scrive, per gli enti; dove si esamina, per la Regione. */
function dellaDomanda(lettore: Lettore, id: string, stato: StatoProgetto): { href: string; testo: string } | null {
  if (lettore === 'app_ente' && IN_SCRITTURA.includes(stato))
    return stato === 'RIMODULAZIONE_INIZIALE'
      ? { href: routes.rimodulazioneIniziale(id), testo: 'Continua la rimodulazione' }
      : { href: routes.sezione(id, 'inizio'), testo: 'Continua la domanda' };
  if (lettore === 'app_regione' && stato === 'APPROVATO') return { href: routes.convenzione(id), testo: 'Vai all’avvio' };
  if (lettore === 'app_regione' && DA_ESAMINARE.includes(stato)) return { href: routes.istruttoria(id), testo: 'Vai all’istruttoria' };
  return null;
}

const DA_ESAMINARE: readonly StatoProgetto[] = ['IDEA_PRESENTATA', 'IDEA_AMMISSIBILE', 'PROGETTO_PRESENTATO', 'AMMISSIBILE'];

/** Gli stati in cui la stanza del progetto parla di attuazione. */
const ATTUAZIONE: readonly StatoProgetto[] = ['AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO', 'RITIRATO'];

const voce = (etichetta: string, href: string): VoceStanza => ({ etichetta, href });
const gruppo = (etichetta: string, ...voci: GruppoStanza['voci']): GruppoStanza => ({ etichetta, voci });

/** Le pagine della stanza di un progetto, per argomento e nell'ordine in cui servono: chi ne aggiunge una la scrive qui. */
export function stanzaDelProgetto(lettore: Lettore, id: string, stato: StatoProgetto): GruppoStanza[] {
  if (lettore === 'app_ricerca' || !ATTUAZIONE.includes(stato)) return [];
  const segnali = voce('Segnali', routes.segnali(id));
  return [
    gruppo('Progetto', voce('Progetto', routes.progetto(id))),
    gruppo('Azioni', voce('Azioni nel tempo', routes.azioni(id)), voce('Calendario', routes.calendario(id))),
    lettore === 'app_regione'
      ? gruppo('Segnali e controlli', segnali, voce('Controlli sul posto', routes.controlli()))
      : gruppo('Segnali', segnali),
    gruppo(
      'Persone',
      voce('Presenze', routes.conteggi(id)),
      voce('Indicatori', routes.indicatoriProgetto(id)),
      voce('Privacy', routes.privacyProgetto(id)),
    ),
    gruppo('Rete e temi', voce('Rete', routes.reteProgetto(id)), voce('Classificazione', routes.classificazioneProgetto(id))),
    gruppo(
      'Piano e modifiche',
      voce('Modifiche', routes.modifiche(id)),
      voce('Proroghe', routes.proroghe(id)),
      voce('Sospensioni', routes.sospensioni(id)),
      voce('Versioni', routes.versioni(id)),
    ),
    gruppo('Avvio e chiusura', voce('Convenzione', routes.convenzione(id)), voce('Chiusura del progetto', routes.cessazione(id))),
    gruppo('Storia', voce('Storia', routes.storia(id))),
  ];
}
