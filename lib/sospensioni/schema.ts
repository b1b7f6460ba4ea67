import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { leggiData } from '@/lib/format/lettura';
import { Uuid } from '@/lib/format/uuid';
import { dataScritta, testoFacoltativo } from '@/lib/istruttoria/schema';
import { MOTIVI_SOSPENSIONE } from './labels';

/** I moduli delle sospensioni. Le date si scrivono gg/mm/aaaa e ne escono AAAA-MM-GG. */

export const NOTA_MASSIMA = 2000;
const id = z.uuid(SUPERATA);

export const attoScritto = z
  .string()
  .transform((testo) => testo.replaceAll('\u0000', '').trim())
  .pipe(z.string().min(1, 'Scrivi il numero dell’atto.').max(200, 'Il numero dell’atto supera 200 caratteri: accorcialo.'));

/** Una data che può mancare: vuoto = null. */
export const dataFacoltativa = z
  .string()
  .default('')
  .transform((testo, contesto): string | null => {
    const letta = leggiData(testo);
    if (letta.ok) return letta.iso;
    contesto.addIssue({ code: 'custom', message: letta.messaggio });
    return z.NEVER;
  });

const comune = {
  motivo: z.enum(MOTIVI_SOSPENSIONE, 'Scegli il motivo.'),
  nota: testoFacoltativo(NOTA_MASSIMA),
  dal: dataScritta('Scrivi il primo giorno di sospensione.'),
  al: dataFacoltativa,
  atto: attoScritto,
  dataAtto: dataScritta('Scrivi la data dell’atto.'),
};
/** Vuoto = il progetto intero. */
const azione = z
  .union([z.literal(''), id])
  .default('')
  .transform((scelta) => scelta || null);

export const SospensioneNuova = z.object({ progettoId: id, azioneId: azione, ...comune });
export type SospensioneNuova = z.infer<typeof SospensioneNuova>;

const ripresa = { al: dataScritta('Scrivi l’ultimo giorno di sospensione.'), atto: attoScritto };
/** `vista`: la fine che chi decide leggeva (vuota se aperta); se intanto qualcuno l'ha cambiata, si ferma. */
export const Ripresa = z.object({ progettoId: id, sospensioneId: id, vista: dataFacoltativa, ...ripresa });
export type Ripresa = z.infer<typeof Ripresa>;

/** I progetti spuntati di un elenco: caselle `progetti.<id>`. */
const conProgetti = (campi: unknown) =>
  typeof campi === 'object' && campi !== null
    ? { ...campi, progetti: Object.keys(campi).flatMap((nome) => (nome.startsWith('progetti.') ? nome.slice(9) : [])) }
    : campi;
const scelti = z.array(id).min(1, 'Scegli almeno un progetto.').max(5000);

export const SospensioneInBlocco = z.preprocess(conProgetti, z.object({ bandoId: id, progetti: scelti, ...comune }));
export type SospensioneInBlocco = z.infer<typeof SospensioneInBlocco>;
export const RipresaInBlocco = z.preprocess(conProgetti, z.object({ bandoId: id, progetti: scelti, ...ripresa }));
export type RipresaInBlocco = z.infer<typeof RipresaInBlocco>;

/** Dove riprende un atto in blocco: dopo quale progetto, e gli id lasciati fuori, separati da virgole. */
const segno = {
  bandoId: id,
  dopo: id,
  fuori: z
    .string()
    .max(2000)
    .default('')
    .transform((testo) => testo.split(',').filter((uno) => Uuid.safeParse(uno).success)),
};
/** Il seguito di una sospensione in blocco. */
export const SeguitoBlocco = z.object({ ...segno, lotto: id });
export type SeguitoBlocco = z.infer<typeof SeguitoBlocco>;

const conta = z.coerce.number().int().min(0).max(9999);
/** Il seguito di una ripresa in blocco, con le stesse date e lo stesso atto. `al` AAAA-MM-GG; `ripresi` finora, `su` quanti scelti. */
export const SeguitoRipresa = z.object({ ...segno, al: z.iso.date(), atto: attoScritto, ripresi: conta, su: conta });
export type SeguitoRipresa = z.infer<typeof SeguitoRipresa>;
