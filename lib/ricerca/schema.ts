import { z } from 'zod';
import { giornoDi } from '@/lib/format/data';
import { leggiData } from '@/lib/format/lettura';

/** Le parole della ricerca: che cosa si scarica e con quali filtri. */

export const TabellaScaricabile = z.enum([
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '3.1',
  'dimensione',
  'stati',
  'cause',
  'cause_fasi',
  'azioni',
  'quantita',
  'avvio',
  'avvio-azioni',
  'sospesi',
  'spesa',
  'partecipanti',
  'caratteristiche',
  'pannello',
]);
export type TabellaScaricabile = z.infer<typeof TabellaScaricabile>;

/** csv: per Excel italiano; csv-r: per R e simili. */
export const Formato = z.enum(['csv', 'csv-r', 'xlsx']);
export type Formato = z.infer<typeof Formato>;

/** Le tabelle che hanno un grafico, da scaricare anche come disegno: tutte, salvo i due elenchi. */
export const TabellaConGrafico = TabellaScaricabile.exclude(['azioni', 'pannello']);
export type TabellaConGrafico = z.infer<typeof TabellaConGrafico>;
/** Un grafico si scarica anche come disegno, o come immagine al doppio dei pixel. */
export const FormatoTabella = z.enum([...Formato.options, 'svg', 'png']);
export type FormatoTabella = z.infer<typeof FormatoTabella>;

/** Filtri di lettura: null = nessuno. `data` è il giorno di riferimento, AAAA-MM-GG. */
export type FiltriRicerca = { data: string; bando: string | null; ambito: number | null; categoria: string | null };

type Grezzo = string | string[] | undefined;
const uno = (valore: Grezzo): string => (Array.isArray(valore) ? (valore[0] ?? '') : (valore ?? '')).trim();

const CODICE = /^[A-Za-z0-9_.-]{1,60}$/;

/** Il progetto dopo il quale comincia la pagina; uno scritto male vale dall'inizio. */
export const codiceDopo = (grezzo: Grezzo): string => (CODICE.test(uno(grezzo)) ? uno(grezzo) : '');

/**
 * I filtri come arrivano da un indirizzo o da un modulo. Una data che non esiste, o nel futuro, non si indovina: `errori.data` dice che
 * cosa scrivere e si resta a oggi. Un codice che non può esistere vale nessun filtro, e lo dice.
 */
export function leggiFiltri(
  grezzi: Record<string, Grezzo>,
  adesso: Date,
): { filtri: FiltriRicerca; errori: { data?: string; filtro?: string } } {
  const oggi = giornoDi(adesso);
  const errori: { data?: string; filtro?: string } = {};
  const letta = leggiData(uno(grezzi.data));
  if (!letta.ok) errori.data = letta.messaggio;
  else if (letta.iso && letta.iso > oggi) errori.data = 'La data di riferimento non può essere dopo oggi.';
  const ambito = uno(grezzi.ambito);
  const codice = (valore: Grezzo): string | null => {
    const testo = uno(valore);
    if (testo === '' || CODICE.test(testo)) return testo || null;
    errori.filtro = 'Un filtro di questo indirizzo non esiste: mostriamo tutto.';
    return null;
  };
  if (ambito !== '' && !/^\d{1,4}$/.test(ambito)) errori.filtro = 'Un filtro di questo indirizzo non esiste: mostriamo tutto.';
  return {
    filtri: {
      data: letta.ok && letta.iso && !errori.data ? letta.iso : oggi,
      bando: codice(grezzi.bando),
      ambito: /^\d{1,4}$/.test(ambito) ? Number(ambito) : null,
      categoria: codice(grezzi.categoria),
    },
    errori,
  };
}
