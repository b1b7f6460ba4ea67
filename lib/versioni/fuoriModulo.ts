import type { Configurazione, Sezione } from '@/lib/bandi/configurazione';
import type { Anagrafica, ContenutoVersione } from '@/lib/domande/valori';
import { diffAzioni, diffBudget } from './confrontoPiano';
import { type CampoDiverso, diffTesto, type SezioneDiversa } from './differenze';
import type { Nomi } from './queries';
import { type CampoVista, type Lettura, type SezioneVista, tabellaAzioni, tabellaBudget } from './tabellePiano';

/** Ciò che una versione contiene e il modulo del bando non mostra: il piano dei progetti importati, i recapiti e il conto. */

const SEZIONE_PIANO = { chiave: 'piano', titolo: 'Piano' };
const CAMPI_PIANO = [
  { chiave: 'azioni', etichetta: 'Azioni', tipo: 'azioni' },
  { chiave: 'quadro_economico', etichetta: 'Quadro economico', tipo: 'budget' },
] as const;
const SEZIONE_RECAPITI = { chiave: 'recapiti', titolo: 'Recapiti e conto' };
/** I recapiti d'ufficio e il conto, con il nome che hanno nelle pagine. */
const RECAPITI = [
  ['referente', 'Ufficio referente'],
  ['email', 'Indirizzo email'],
  ['telefono', 'Telefono'],
  ['sede', 'Sede'],
  ['iban', 'IBAN'],
  ['intestatario', 'Intestatario del conto'],
] as const satisfies [keyof Anagrafica, string][];

/** Il piano quando nessun campo del modulo lo mostra (progetti importati), e i recapiti, che il modulo non ha. */
export function fuoriDalModulo(sezioni: Sezione[], lettura: Lettura): SezioneVista[] {
  const { piano, anagrafica } = lettura.contenuto;
  const campi: CampoVista[] = (piano ? CAMPI_PIANO.filter(({ tipo }) => !mostra(sezioni, tipo)) : []).map(({ tipo, ...campo }) => ({
    ...campo,
    tipo: 'tabella',
    ...(tipo === 'azioni' ? tabellaAzioni(lettura) : tabellaBudget(lettura)),
  }));
  const recapiti: CampoVista[] = RECAPITI.map(([chiave, etichetta]) => ({
    chiave,
    etichetta,
    tipo: 'testo',
    testo: anagrafica?.[chiave] ?? '',
  }));
  return [...(campi.length > 0 ? [{ ...SEZIONE_PIANO, campi }] : []), ...(anagrafica ? [{ ...SEZIONE_RECAPITI, campi: recapiti }] : [])];
}

/** Vero se un campo del modulo mostra già le azioni, o il quadro economico. */
const mostra = (sezioni: readonly Pick<Sezione, 'campi'>[], tipo: 'azioni' | 'budget'): boolean =>
  sezioni.some(({ campi }) => campi.some((campo) => campo.tipo === tipo));

type Confronto = { prima: ContenutoVersione; ora: ContenutoVersione; nomi: Nomi; categorie: Configurazione['categorieCosto'] };

/** Le differenze del piano, se nessuno dei due moduli lo mostra, e dei recapiti: il confronto non deve tacere ciò che il modulo non ha. */
export function diffFuoriDalModulo(
  sezioni: readonly Pick<Sezione, 'campi'>[],
  { prima, ora, nomi, categorie }: Confronto,
): SezioneDiversa[] {
  const campi = CAMPI_PIANO.filter(({ tipo }) => !mostra(sezioni, tipo)).map(
    ({ chiave, etichetta, tipo }): CampoDiverso => ({
      chiave,
      etichetta,
      differenze: tipo === 'azioni' ? diffAzioni(prima.piano, ora.piano, nomi) : diffBudget(prima.piano, ora.piano, nomi, categorie),
    }),
  );
  const recapiti = RECAPITI.map(([chiave, etichetta]) => ({
    chiave,
    etichetta,
    differenze: diffTesto('', prima.anagrafica?.[chiave] ?? '', ora.anagrafica?.[chiave] ?? ''),
  }));
  return [
    { ...SEZIONE_PIANO, campi },
    { ...SEZIONE_RECAPITI, campi: recapiti },
  ];
}
