import { DomainError } from '@/lib/errors/domainError';

/** Codici SQLSTATE che sono un rifiuto previsto, con la frase per chi usa il portale. Gli altri restano errori. */
const RIFIUTI: Record<string, [code: string, message: string]> = {
  CT001: [
    'stato.transizioneNonAmmessa',
    'Questo atto non è possibile nello stato attuale. Ricarica la pagina per vedere lo stato aggiornato.',
  ],
  CT003: [
    'bando.capienzaSuperata',
    'Il bando non ha più abbastanza risorse per questo importo. Ricarica la pagina: forse un’altra decisione è arrivata prima.',
  ],
  CT004: ['termine.scaduto', 'Il termine è chiuso: secondo l’orologio del portale questo atto non si può più compiere.'],
  CT005: ['candidatura.troppe', 'Ci sono già troppe candidature da confermare con questo indirizzo. Controlla la posta o riprova domani.'],
  CT006: [
    'calendario.sovrapposto',
    'Le date si sovrappongono a quelle di un altro periodo o di un’altra sospensione. Ricarica la pagina e controllale.',
  ],
  CT007: ['sovrapposizione.troppe', 'Hai già fatto 60 verifiche nell’ultima ora: è il limite. Riprova più tardi.'],
  CT008: [
    'persona.limitata',
    'Il trattamento dei dati di questa persona è limitato per una sua richiesta: si conservano e basta. Prima il referente chiude la richiesta o toglie la limitazione.',
  ],
  '42501': ['accesso.scritturaNonConsentita', 'Non puoi modificare questo dato con il profilo attivo.'],
  '40001': ['database.riprova', 'Un’altra persona stava scrivendo nello stesso momento. Riprova.'],
  '40P01': ['database.riprova', 'Un’altra persona stava scrivendo nello stesso momento. Riprova.'],
};

const campo = (oggetto: unknown, nome: string): unknown =>
  typeof oggetto === 'object' && oggetto !== null ? (oggetto as Record<string, unknown>)[nome] : undefined;

/** Cerca lo SQLSTATE lungo la catena delle cause: Prisma lo annida in modi diversi per query tipizzate e grezze. */
export function sqlstateDi(error: unknown, profondita = 0): string | undefined {
  if (profondita > 6 || typeof error !== 'object' || error === null) return undefined;
  for (const nome of ['originalCode', 'code']) {
    const valore = campo(error, nome);
    if (typeof valore === 'string' && /^[0-9A-Z]{5}$/.test(valore) && !/^P\d{4}$/.test(valore)) return valore;
  }
  for (const nome of ['cause', 'meta', 'driverAdapterError']) {
    const trovato = sqlstateDi(campo(error, nome), profondita + 1);
    if (trovato) return trovato;
  }
  return undefined;
}

/** L'errore di PostgreSQL come rifiuto comprensibile, se lo è; altrimenti lo stesso errore. */
export function rifiutoDelDatabase(error: unknown): unknown {
  const rifiuto = RIFIUTI[sqlstateDi(error) ?? ''];
  return rifiuto ? new DomainError(rifiuto[0], rifiuto[1]) : error;
}
