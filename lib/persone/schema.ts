import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { spuntati } from '@/lib/istruttoria/schema';
import { casella, dataDovuta, dataFacoltativa, scelta, sceltaDovuta, testoDovuto } from './campi';
import { contraddizioni } from './regole';
import { azioni, chi, comEra, confermo, id, MASSIMI, Scheda } from './scheda';
import { CODICI_MOTIVO_USCITA } from './vocabolari';

/**
 * I moduli delle persone. Entrano testi (di un modulo o di una riga importata), escono valori: date AAAA-MM-GG, comuni con il codice ISTAT, codici dei
 * vocabolari, null per ciò che non è dichiarato.
 */

type Campi = Record<string, string>;
/** Le caselle `azioni.<id>` di un modulo, con `dal.<id>`, `al.<id>` e `ore.<id>`; un elenco già pronto (importazione) resta com'è. */
const conAzioni = (campi: unknown) => {
  if (typeof campi !== 'object' || campi === null || Array.isArray((campi as { azioni?: unknown }).azioni)) return campi;
  const testi = campi as Campi;
  const azioni = spuntati(testi, 'azioni').map((azioneId) => ({
    azioneId,
    dal: testi[`dal.${azioneId}`] ?? '',
    al: testi[`al.${azioneId}`] ?? '',
    ore: testi[`ore.${azioneId}`] ?? '',
  }));
  return { ...testi, azioni };
};

/** Aggiunge a un modulo le contraddizioni tra i suoi campi, ciascuna sul suo campo. */
const coerente = (scritta: Scheda, contesto: { addIssue: (problema: { code: 'custom'; path: string[]; message: string }) => void }) => {
  for (const { campo, messaggio } of contraddizioni(scritta)) contesto.addIssue({ code: 'custom', path: [campo], message: messaggio });
};

/** Una persona che entra in un progetto (domain 2.4). Lo stesso per il modulo e per ogni riga importata. */
export const PersonaScritta = z.preprocess(conAzioni, Scheda.superRefine(coerente));
export type PersonaScritta = z.infer<typeof PersonaScritta>;

/** Una persona già dell'ente entra in un altro progetto: identità e nascita sono quelle che ha. */
export const NuovaPartecipazione = z.preprocess(conAzioni, z.object({ personaId: id, progettoId: id, ...comEra, azioni, confermo }));
export type NuovaPartecipazione = z.infer<typeof NuovaPartecipazione>;

const rev = z.coerce.number(SUPERATA).int(SUPERATA).min(0, SUPERATA);
const partecipante = { partecipanteId: id, rev };
/** Chi è, da correggere. */
export const IdentitaDaCorreggere = z.object({ personaId: id, rev, ...chi, confermo });
export type IdentitaDaCorreggere = z.infer<typeof IdentitaDaCorreggere>;
/** Le caratteristiche all'ingresso, da correggere. */
export const PartecipazioneDaCorreggere = z.object({ ...partecipante, ...comEra, confermo });
export type PartecipazioneDaCorreggere = z.infer<typeof PartecipazioneDaCorreggere>;

export const FrequenzeScritte = z.preprocess(conAzioni, z.object({ ...partecipante, azioni }));
export type FrequenzeScritte = z.infer<typeof FrequenzeScritte>;
export const UscitaScritta = z.object({
  ...partecipante,
  uscita: dataDovuta('Scrivi la data di uscita.'),
  motivoUscita: sceltaDovuta(CODICI_MOTIVO_USCITA, 'Scegli il motivo dell’uscita.'),
});
export type UscitaScritta = z.infer<typeof UscitaScritta>;
/** Un'uscita scritta male; senza data = la persona non è mai uscita. */
export const UscitaDaCorreggere = z.object({ ...partecipante, uscita: dataFacoltativa, motivoUscita: scelta(CODICI_MOTIVO_USCITA) });
export type UscitaDaCorreggere = z.infer<typeof UscitaDaCorreggere>;
export const RientroScritto = z.object({ ...partecipante, rientro: dataDovuta('Scrivi la data del rientro.') });
export type RientroScritto = z.infer<typeof RientroScritto>;
export const PartecipanteScelto = z.object(partecipante);
export type PartecipanteScelto = z.infer<typeof PartecipanteScelto>;

const rilevato = dataDovuta('Scrivi quando hai rilevato l’esito.');
/** Ogni casella è un si o un no: chi salva dice tutto ciò che sa quel giorno. */
export const EsitoQuattroSettimane = z.object({
  ...partecipante,
  data: rilevato,
  cercaLavoro: casella,
  istruzione: casella,
  qualifica: casella,
  lavoro: casella,
});
export type EsitoQuattroSettimane = z.infer<typeof EsitoQuattroSettimane>;
export const EsitoSeiMesi = z.object({ ...partecipante, data: rilevato, lavoro: casella, migliorato: casella });
export type EsitoSeiMesi = z.infer<typeof EsitoSeiMesi>;

export const PersoneDaUnire = z.object({ resta: id, assorbita: z.uuid('Scegli la scheda da unire.') });
export type PersoneDaUnire = z.infer<typeof PersoneDaUnire>;
export const CodiceNucleo = z.object({ codice: testoDovuto('Scrivi il codice del nucleo.', MASSIMI.nucleo) });
export const NucleoScelto = z.object({ nucleoId: id });
