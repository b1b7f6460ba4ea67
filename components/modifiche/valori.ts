import { NOME_PARTECIPAZIONE } from '@/lib/domande/labels';
import type { AzionePiano, VoceBudget } from '@/lib/domande/valori';
import { dataBreve } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import type { Json, Operazione } from '@/lib/modifiche/operazioni';
import { FONTI_CAMPO } from '@/lib/moduloModifica/nomi';
import { costoDi, fontiDi } from '@/lib/piano/bilancio';
import { scartoGiorni, scartoImporto, scartoNumero } from '@/lib/versioni/scarti';

/** Come si chiamano enti, categorie e gruppi che un'operazione nomina per codice. */
export type NomiModifica = {
  enti: readonly { id: string; nome: string }[];
  categorieIntervento: readonly { codice: string; etichetta: string; tipo: AzionePiano['tipo'] }[];
  categorieCosto: readonly { codice: string; etichetta: string }[];
  gruppi: readonly { codice: string; etichetta: string }[];
};
/** Un'operazione da leggere: com'era, come diventa, e di quanto cambia se si può dire con una cifra. */
export type Leggibile = { prima: string; ora: string; delta: string };

const NOME_RUOLO: Record<string, string> = NOME_PARTECIPAZIONE;
type Importi = Pick<VoceBudget, 'contributoCents' | 'cofinanziamentoCents' | 'naturaCents'>;
const oggetto = (valore: Json): Record<string, Json> | null =>
  typeof valore === 'object' && valore !== null && !Array.isArray(valore) ? valore : null;
const etichettaDi = (elenco: readonly { codice: string; etichetta: string }[], codice: string): string =>
  elenco.find((voce) => voce.codice === codice)?.etichetta ?? codice;

export function leggibile(operazione: Pick<Operazione, 'percorso' | 'prima' | 'dopo'>, nomi: NomiModifica): Leggibile {
  const { percorso, prima, dopo } = operazione;
  const parla = scrittoreDi(percorso, nomi);
  return { prima: parla(prima), ora: parla(dopo), delta: deltaDi(percorso, prima, dopo) };
}

/** Come si scrive un valore, secondo il luogo in cui sta. */
function scrittoreDi(percorso: string, nomi: NomiModifica): (valore: Json) => string {
  const [radice, , campo] = percorso.split('/');
  if (radice === 'voci') return (valore) => (valore === null ? 'Nessun costo' : importi(valore));
  if (radice === 'partner') return (valore) => (valore === null ? 'Non partecipa' : (NOME_RUOLO[String(oggetto(valore)?.ruolo)] ?? ''));
  if (radice === 'anagrafica') return (valore) => testoO(valore, 'Non indicato');
  if (radice === 'testo') return (valore) => testoO(valore, '');
  if (campo === undefined) return (valore) => (valore === null ? 'Non c’è' : azioneIntera(valore, nomi));
  if (campo === 'organizzazioneId') return (valore) => nomi.enti.find(({ id }) => id === valore)?.nome ?? 'Nessuno';
  if (campo === 'inizio' || campo === 'fine') return (valore) => (typeof valore === 'string' ? dataBreve(valore) : 'Non indicata');
  if (campo === 'tipo') return (valore) => (valore === 'AZIONE' ? 'Azione' : 'Servizio');
  if (campo === 'categoria')
    return (valore) => (typeof valore === 'string' ? etichettaDi(nomi.categorieIntervento, valore) : 'Non indicata');
  if (campo === 'destinatari') return (valore) => (valore === null ? 'Non previsti' : destinatari(valore));
  return (valore) => testoO(valore, 'Vuoto');
}

const testoO = (valore: Json, vuoto: string): string => (typeof valore === 'string' && valore !== '' ? valore : vuoto);
const destinatari = (valore: Json): string =>
  `${numero(Number(oggetto(valore)?.quantita ?? 0))} ${String(oggetto(valore)?.unita ?? '')}`.trim();
const centsDi = (valore: Json, campo: keyof Importi): bigint => BigInt(String(oggetto(valore)?.[campo] ?? '0'));

const importi = (valore: Json): string =>
  FONTI_CAMPO.filter(([, campo]) => centsDi(valore, campo) > 0n)
    .map(([, campo, etichetta]) => `${etichetta} ${euro(centsDi(valore, campo))}`)
    .join(', ');

/** Un'azione che entra o esce: chi ne risponde, quando, quanto costa. */
function azioneIntera(valore: Json, nomi: NomiModifica): string {
  const { azione, voci } = valore as unknown as { azione: AzionePiano; voci: VoceBudget[] };
  const ente = nomi.enti.find(({ id }) => id === azione.organizzazioneId)?.nome;
  const periodo = azione.inizio && azione.fine ? `dal ${dataBreve(azione.inizio)} al ${dataBreve(azione.fine)}` : '';
  const costo = voci.reduce((totale, voce) => totale + costoDi(fontiDi(voce)), 0n);
  const persone = azione.destinatari.map((d) => `${numero(d.quantita)} ${d.unita} (${etichettaDi(nomi.gruppi, d.gruppo)})`);
  return [azione.titolo, ente, periodo, `costo ${euro(costo)}`, ...persone].filter(Boolean).join(', ');
}

function deltaDi(percorso: string, prima: Json, dopo: Json): string {
  const [radice, , campo] = percorso.split('/');
  if (radice === 'voci')
    return FONTI_CAMPO.filter(([, quale]) => centsDi(prima, quale) !== centsDi(dopo, quale))
      .map(([, quale, etichetta]) => `${etichetta} ${scartoImporto(centsDi(prima, quale), centsDi(dopo, quale))}`)
      .join(', ');
  if (radice !== 'azioni') return '';
  if (campo === 'destinatari') return scartoNumero(Number(oggetto(prima)?.quantita ?? 0), Number(oggetto(dopo)?.quantita ?? 0));
  if ((campo === 'inizio' || campo === 'fine') && typeof prima === 'string' && typeof dopo === 'string') return scartoGiorni(prima, dopo);
  return '';
}
