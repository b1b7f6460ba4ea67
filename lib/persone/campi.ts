import { z } from 'zod';
import { leggiCodiceFiscale, normaleCodice } from '@/lib/codiceFiscale/codiceFiscale';
import { leggiCodiceSanitario } from '@/lib/codiceFiscale/stranieri';
import { leggiData, leggiNumero } from '@/lib/format/lettura';
import { comuneDi, comuneInParole, trovaComuni } from '@/lib/territorio/comuni';
import { CITTADINANZE } from './vocabolari';

/** I campi scritti da una persona (in un modulo o in una cella): dal testo al valore, o la frase che dice che cosa non va. Vuoto = null. */

type Esito<T> = { ok: true; valore: T } | { ok: false; messaggio: string };
const si = <T>(valore: T): Esito<T> => ({ ok: true, valore });
const no = (messaggio: string): Esito<never> => ({ ok: false, messaggio });

/** Un campo che legge il suo testo con `leggi`; assente vale vuoto. */
const campo = <T>(leggi: (testo: string) => Esito<T>) =>
  z
    .string()
    .default('')
    .transform((testo, contesto): T => {
      const esito = leggi(testo.trim());
      if (esito.ok) return esito.valore;
      contesto.addIssue({ code: 'custom', message: esito.messaggio });
      return z.NEVER;
    });

/** Una data gg/mm/aaaa → AAAA-MM-GG, o null. */
export const dataFacoltativa = campo((testo): Esito<string | null> => {
  const letta = leggiData(testo);
  return letta.ok ? si(letta.iso) : letta;
});
export const dataDovuta = (mancanza: string) =>
  campo((testo): Esito<string> => {
    const letta = leggiData(testo);
    if (!letta.ok) return letta;
    return letta.iso ? si(letta.iso) : no(mancanza);
  });

export const testoDovuto = (mancanza: string, massimo: number) =>
  campo(
    (testo): Esito<string> => (testo === '' ? no(mancanza) : testo.length > massimo ? no(`Al massimo ${massimo} caratteri.`) : si(testo)),
  );
export const testoFacoltativo = (massimo: number) =>
  campo((testo): Esito<string | null> => (testo.length > massimo ? no(`Al massimo ${massimo} caratteri.`) : si(testo || null)));

/** Un codice di un elenco chiuso, o null. */
export const scelta = <K extends string>(codici: readonly K[]) =>
  campo((testo): Esito<K | null> => {
    if (testo === '') return si(null);
    const trovato = codici.find((codice) => codice === testo.toUpperCase());
    return trovato ? si(trovato) : no('Questa voce non è nell’elenco: scegline una di quelle proposte.');
  });
export const sceltaDovuta = <K extends string>(codici: readonly K[], mancanza: string) =>
  campo((testo): Esito<K> => {
    const trovato = codici.find((codice) => codice === testo.toUpperCase());
    return trovato ? si(trovato) : no(mancanza);
  });

const SI_NO: Record<string, boolean | null> = { '': null, SI: true, SÌ: true, ON: true, NO: false };
/** Si o no, o null se non si sa. */
export const siNo = campo((testo): Esito<boolean | null> => {
  const valore = SI_NO[testo.toUpperCase()];
  return valore === undefined ? no('Rispondi sì o no.') : si(valore);
});
/** Una casella: assente o vuota vale no. */
export const casella = siNo.transform((valore) => valore === true);

/** Mesi interi, da 0 a 720. */
export const mesi = campo((testo): Esito<number | null> => {
  if (testo === '') return si(null);
  return /^\d{1,3}$/.test(testo) && Number(testo) <= 720 ? si(Number(testo)) : no('Scrivi i mesi come numero intero, per esempio 14.');
});
/** Ore con al più due decimali. */
export const ore = campo((testo): Esito<number | null> => {
  const letto = leggiNumero(testo);
  if (!letto.ok) return no('Scrivi le ore come 12 o 12,5.');
  return letto.valore !== null && (letto.valore < 0 || letto.valore > 99_999) ? no('Le ore vanno da 0 a 99.999.') : si(letto.valore);
});

/** Codice fiscale, STP o ENI, nella forma in cui si conserva; null se non c'è. */
export const codicePersonale = campo((testo): Esito<string | null> => {
  const codice = normaleCodice(testo);
  if (codice === '') return si(null);
  if (/^(STP|ENI)\d/.test(codice)) {
    const sanitario = leggiCodiceSanitario(codice);
    return sanitario.ok ? si(codice) : sanitario;
  }
  // il secolo qui non serve: lo decide chi sa che giorno è oggi
  const letto = leggiCodiceFiscale(codice, '9999-12-31');
  return letto.ok ? si(codice) : letto;
});

/** Un comune per nome o per codice → codice ISTAT a sei cifre, o null. */
export const comune = campo((testo): Esito<string | null> => {
  if (testo === '') return si(null);
  if (/^\d{6}$/.test(testo))
    return comuneDi(testo) ? si(testo) : no('Questo codice ISTAT non è di un comune esistente al 1º gennaio 2020.');
  const trovati = trovaComuni(testo);
  if (trovati.length > 1) return no(`C’è più di un comune con questo nome: scrivi ${trovati.map(comuneInParole).join(' o ')}.`);
  return trovati[0]
    ? si(trovati[0].istat)
    : no('Questo comune non c’è nell’elenco dei comuni italiani: se è stato soppresso o fuso scrivi quello di oggi.');
});

/** Un Paese (codice ISO o nome italiano), APOLIDE o NON_DETERMINATA; null se non dichiarato. */
export const cittadinanza = campo((testo): Esito<string | null> => {
  if (testo === '') return si(null);
  const codice = testo.toUpperCase();
  if (CITTADINANZE.has(codice)) return si(codice);
  for (const [chiave, nome] of CITTADINANZE) if (nome.toUpperCase() === codice) return si(chiave);
  return no('Questo Paese non è nell’elenco: scrivi il nome italiano o il codice di due lettere.');
});
// una volta sola: costruirlo a ogni riga di un'importazione costava più di tutto il resto della riga
const EMAIL = z.email().max(200);
export const email = campo((testo): Esito<string | null> => {
  if (testo === '') return si(null);
  return EMAIL.safeParse(testo).success ? si(testo) : no('Questo indirizzo e-mail non è completo: scrivilo come nome@esempio.it.');
});
