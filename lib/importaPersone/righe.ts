import { DomainError } from '@/lib/errors/domainError';
import { avvisi, type DateProgetto, fuoriTempo } from '@/lib/persone/regole';
import { PersonaScritta } from '@/lib/persone/schema';
import { CHE_COSA_NON_VA, COLONNE, type Colonna, colonnaDelCampo, DOVUTE } from './colonne';
import type { CellaLetta, RigaLetta } from './foglio';

/** Da una riga del foglio a una persona scritta, o a ciò che non va colonna per colonna. Pura. */

export type Problema = { colonna: string; messaggio: string };
/** `testi` serve a restituire la riga a chi la corregge: c'è solo se la riga è rifiutata. */
export type RigaRifiutata = { numero: number; problemi: Problema[]; testi: Record<string, string> };
export type RigaValida = { numero: number; scritta: Scritta; testi: Record<string, string> };
/** Di una riga importata l'azione è una sola. */
export type Scritta = PersonaScritta & { azioni: [PersonaScritta['azioni'][number], ...PersonaScritta['azioni']] };

export type Contesto = {
  progettoId: string;
  progetto: DateProgetto;
  /** Il codice di ogni azione del progetto, senza maiuscole → id. */
  azioni: ReadonlyMap<string, string>;
  /** AAAA-MM-GG. */
  oggi: string;
};

export type Testa = { posti: ReadonlyMap<number, Colonna>; ignorate: string[] };

/**
 * La prima riga del foglio: quale colonna sta dove.
 * @throws DomainError importa.colonneMancanti, importa.colonneDoppie
 */
export function leggiTesta({ celle }: RigaLetta): Testa {
  const posti = new Map<number, Colonna>();
  const ignorate: string[] = [];
  const viste = new Set<string>();
  for (const [posto, { testo }] of celle) {
    const nome = testo.trim().toLowerCase();
    const colonna = COLONNE.find(({ chiave }) => chiave === nome);
    if (!colonna && nome !== CHE_COSA_NON_VA) ignorate.push(testo.trim().slice(0, 40));
    if (!colonna) continue;
    if (viste.has(nome)) throw new DomainError('importa.colonneDoppie', `La colonna «${nome}» compare due volte: tienine una sola.`);
    viste.add(nome);
    posti.set(posto, colonna);
  }
  const mancanti = DOVUTE.filter((chiave) => !viste.has(chiave));
  if (mancanti.length > 0)
    throw new DomainError(
      'importa.colonneMancanti',
      `La prima riga del foglio «Persone» deve avere i nomi delle colonne. ${mancanti.length === 1 ? 'Manca' : 'Mancano'}: ${mancanti.join(', ')}. Parti dal modello.`,
    );
  return { posti, ignorate };
}

// l'apice che un foglio esportato mette davanti a ciò che sembra una formula (lib/format/csv): qui si toglie
const NEUTRALIZZATO = /^'(?='*[=+\-@\t\r\n\0＝＋－＠])/;

/** Il testo di una cella per la sua colonna, o che cosa non va. */
function testoDi({ tipo, testo }: CellaLetta, colonna: Colonna): string | Problema {
  const no = (messaggio: string): Problema => ({ colonna: colonna.chiave, messaggio });
  if (tipo === 'errore') return no('La cella contiene un errore di calcolo: scrivi il valore.');
  if (tipo === 'data' && colonna.genere !== 'data')
    return no('Questa cella è diventata una data: formattala come testo e riscrivi il valore.');
  if (tipo === 'numero' && colonna.genere === 'data') return no('Questa cella contiene un numero, non una data: scrivila come gg/mm/aaaa.');
  if (tipo === 'numero') return testo.replace('.', ',');
  const pulito = testo.replaceAll('\u0000', '').toWellFormed().trim().replace(NEUTRALIZZATO, '');
  return colonna.voci?.find(({ etichetta }) => etichetta.toUpperCase() === pulito.toUpperCase())?.valore ?? pulito;
}

/** Una riga del foglio, già divisa per colonne. */
function campiDi(riga: RigaLetta, testa: Testa): { campi: Record<string, string>; testi: Record<string, string>; problemi: Problema[] } {
  const esito = { campi: {} as Record<string, string>, testi: {} as Record<string, string>, problemi: [] as Problema[] };
  for (const [posto, colonna] of testa.posti) {
    const cella = riga.celle.get(posto);
    if (!cella) continue;
    esito.testi[colonna.chiave] = cella.testo;
    const testo = testoDi(cella, colonna);
    if (typeof testo === 'string') esito.campi[colonna.campo] = testo;
    else esito.problemi.push(testo);
  }
  return esito;
}

/** Una riga letta: valida, o rifiutata con tutti i suoi problemi. */
export function leggiRigaPersona(riga: RigaLetta, testa: Testa, contesto: Contesto): RigaValida | RigaRifiutata {
  const { numero } = riga;
  const { campi, testi, problemi } = campiDi(riga, testa);
  const azioneId = contesto.azioni.get((campi.azione ?? '').toLowerCase());
  if (!azioneId)
    problemi.push({
      colonna: 'azione',
      messaggio: campi.azione ? 'Nel progetto non c’è un’azione con questo codice.' : 'Scrivi il codice dell’azione.',
    });
  const { dal = '', al = '', ore = '', azione: _, ...altri } = campi;
  // senza azione si controlla il resto con un'azione qualunque: i problemi si dicono tutti insieme
  const letta = PersonaScritta.safeParse({
    ...altri,
    progettoId: contesto.progettoId,
    azioni: [{ azioneId: azioneId ?? contesto.progettoId, dal, al, ore }],
  });
  const gia = new Set(problemi.map(({ colonna }) => colonna));
  const nuovi: Problema[] = letta.success
    ? diTempo(letta.data, contesto)
    : letta.error.issues.map(({ path, message }) => ({ colonna: colonnaDelCampo(path), messaggio: message }));
  // una cella che già non si legge non è anche «mancante»
  problemi.push(...nuovi.filter(({ colonna }) => !gia.has(colonna)));
  return problemi.length > 0 || !letta.success ? { numero, problemi, testi } : { numero, scritta: letta.data as Scritta, testi };
}

/** Ciò che dipende da oggi e dal progetto, e ciò che è strano: si accetta solo se la riga lo conferma. */
function diTempo(scritta: PersonaScritta, { progetto, oggi }: Contesto): Problema[] {
  const diColonna = (campo: string) => colonnaDelCampo([campo]);
  const strani = scritta.confermo ? [] : avvisi(scritta, oggi);
  return [
    ...fuoriTempo(scritta, progetto, oggi).map(({ campo, messaggio }) => ({ colonna: diColonna(campo), messaggio })),
    ...strani.map(({ campo, messaggio }) => ({
      colonna: diColonna(campo),
      messaggio: `${messaggio} Se è giusto così, scrivi SI in «confermo».`,
    })),
  ];
}

export const eValida = (riga: RigaValida | RigaRifiutata): riga is RigaValida => 'scritta' in riga;
