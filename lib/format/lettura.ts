/**
 * Lettura di ciò che una persona scrive. Date `gg/mm/aaaa` (anche `g/m/aaaa`) o ISO, anni di quattro cifre; numeri in notazione italiana,
 * virgola per i decimali e punto solo tra gruppi di tre cifre. Il resto si rifiuta con la forma attesa: mai indovinare, mai arrotondare.
 * Vuoto = null, che non è zero.
 */

const GIORNI = (anno: number, mese: number): number => new Date(Date.UTC(anno, mese, 0)).getUTCDate();

const MESI = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
];

/** `{ ok, iso }` oppure `{ ok: false, messaggio }` con la frase per la persona. */
export function leggiData(testo: string): { ok: true; iso: string | null } | { ok: false; messaggio: string } {
  const pulito = testo.trim();
  if (pulito === '') return { ok: true, iso: null };
  const italiana = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(pulito);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(pulito);
  const parti = italiana ? [italiana[3], italiana[2], italiana[1]] : iso ? [iso[1], iso[2], iso[3]] : null;
  if (!parti) return { ok: false, messaggio: 'Scrivi la data come gg/mm/aaaa, per esempio 15/10/2019.' };
  const [anno = 0, mese = 0, giorno = 0] = parti.map(Number);
  if (anno < 1900 || anno > 2199) return { ok: false, messaggio: 'Scrivi l’anno con quattro cifre, per esempio 2020.' };
  if (mese < 1 || mese > 12) return { ok: false, messaggio: `Il mese ${mese} non esiste: scrivi una data come 15/10/2019.` };
  if (giorno < 1 || giorno > GIORNI(anno, mese))
    return { ok: false, messaggio: `Il ${giorno} ${MESI[mese - 1]} ${anno} non esiste: scrivi una data come 15/10/2019.` };
  return { ok: true, iso: `${anno}-${String(mese).padStart(2, '0')}-${String(giorno).padStart(2, '0')}` };
}

export function leggiNumero(testo: string): { ok: true; valore: number | null } | { ok: false; messaggio: string } {
  const pulito = testo.replaceAll(/[\s\u00a0]/g, '');
  if (pulito === '') return { ok: true, valore: null };
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/.test(pulito)) return { ok: false, messaggio: 'Scrivi un numero come 1250 o 1.250,50.' };
  return { ok: true, valore: Number(pulito.replaceAll('.', '').replace(',', '.')) };
}

/** Un mese scritto `mm/aaaa` (o ISO `aaaa-mm`) → `AAAA-MM`; vuoto = null. */
export function leggiMese(testo: string): { ok: true; iso: string | null } | { ok: false; messaggio: string } {
  const pulito = testo.trim();
  if (pulito === '') return { ok: true, iso: null };
  const italiano = /^(\d{1,2})\/(\d{4})$/.exec(pulito);
  const iso = /^(\d{4})-(\d{2})$/.exec(pulito);
  const [anno = 0, mese = 0] = (italiano ? [italiano[2], italiano[1]] : iso ? [iso[1], iso[2]] : []).map(Number);
  if (mese < 1 || mese > 12 || anno < 1900 || anno > 2199)
    return { ok: false, messaggio: 'Scrivi il mese come mm/aaaa, per esempio 03/2020.' };
  return { ok: true, iso: `${anno}-${String(mese).padStart(2, '0')}` };
}
