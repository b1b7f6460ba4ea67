import { normaleCodice } from './codiceFiscale';

/** Chi non ha un codice fiscale può avere un codice sanitario: STP (straniero temporaneamente presente) o ENI (europeo non iscritto). */
export type CodiceSanitario = { ok: true; genere: 'STP' | 'ENI'; codice: string } | { ok: false; messaggio: string };

/** Legge un codice STP o ENI: la sigla e 13 cifre (Regione, azienda sanitaria, progressivo). Non c'è un carattere di controllo: si guarda la sola forma. */
export function leggiCodiceSanitario(testo: string): CodiceSanitario {
  const codice = normaleCodice(testo);
  const genere = codice.startsWith('STP') ? 'STP' : codice.startsWith('ENI') ? 'ENI' : null;
  if (!genere)
    return { ok: false, messaggio: 'Un codice sanitario comincia con STP o ENI. Se la persona non ne ha, scegli «nessun codice».' };
  if (!/^\d{13}$/.test(codice.slice(3)))
    return { ok: false, messaggio: `Un codice ${genere} ha 13 cifre dopo la sigla: ricontrollalo sul tesserino.` };
  return { ok: true, genere, codice };
}
