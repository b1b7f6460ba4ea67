import type { Ruolo } from '@/lib/auth/attore';
import { annullaTentativo, apriSessione, prenotaTentativo, tentativoFallito } from '@/lib/db/accesso';
import { env } from '@/lib/env';
import { chiaviTentativo } from './chiaviTentativo';
import { MASSIMO_PASSWORD, verificaPassword } from './password';
import { improntaDi, nuovoSegreto } from './segreti';

/** Chi prova a entrare e da dove. */
export type Tentativo = {
  email: string;
  password: string;
  indirizzo: string;
  /** Il segreto del cookie del dispositivo, se c'è. */
  dispositivo: string | null;
  /** Il segreto della sessione che il browser ha già, se c'è. */
  precedente: string | null;
  descrizione: string;
};

export type Esito =
  | { esito: 'entrato'; utenteId: string; segreto: string; dispositivo: string; ruolo: Ruolo | null }
  | { esito: 'rifiutato'; rimasti: number }
  | { esito: 'aspetta'; minuti: number };

const NESSUNO: bigint[] = [];

/**
 * Verifica email e password e apre una sessione. Una persona che non c'è, una disattivata e una password sbagliata hanno lo stesso esito e
 * lo stesso costo. Il tentativo si conta prima di verificarlo: tanti insieme non passano la soglia.
 * @throws DomainError accesso.troppeRichieste se il server sta già verificando troppe password
 */
export async function entra(tentativo: Tentativo): Promise<Esito> {
  const email = tentativo.email.trim().toLowerCase();
  const { dispositivo } = tentativo;
  const chiavi = chiaviTentativo(email, tentativo.indirizzo, dispositivo);
  const prenotato = await prenotaTentativo(email, chiavi, dispositivo ? improntaDi(dispositivo) : null);
  if (prenotato.attesa_s !== null) return { esito: 'aspetta', minuti: Math.ceil(prenotato.attesa_s / 60) };

  const prenotazioni = prenotato.prenotazioni ?? NESSUNO;
  const giusta = await verifica(prenotato, tentativo.password, prenotazioni);
  if (!giusta || !prenotato.utente_id) {
    await tentativoFallito(prenotato.utente_id);
    return { esito: 'rifiutato', rimasti: prenotato.rimasti ?? 0 };
  }
  const nuovi = { segreto: nuovoSegreto(), dispositivo: dispositivo ?? nuovoSegreto() };
  const aperta = await apriSessione({
    utenteId: prenotato.utente_id,
    prenotazioni,
    azzera: [chiavi.coppia, chiavi.perDispositivo],
    segreto: improntaDi(nuovi.segreto),
    precedente: tentativo.precedente ? improntaDi(tentativo.precedente) : null,
    dispositivo: improntaDi(nuovi.dispositivo),
    descrizione: tentativo.descrizione,
  });
  if (!aperta) return { esito: 'rifiutato', rimasti: prenotato.rimasti ?? 0 };
  return { esito: 'entrato', utenteId: prenotato.utente_id, ...nuovi, ruolo: aperta.ruolo };
}

type DaVerificare = { hash: string | null; dimostrativo: boolean | null };

async function verifica({ hash, dimostrativo }: DaVerificare, password: string, prenotazioni: bigint[]): Promise<boolean> {
  // la password degli account dimostrativi è pubblica: fuori dalla dimostrazione non apre nulla
  const ammesso = !dimostrativo || env().CANTIERE_DEMO;
  try {
    return await verificaPassword(ammesso ? hash : null, password.slice(0, MASSIMO_PASSWORD));
  } catch (error) {
    await annullaTentativo(prenotazioni);
    throw error;
  }
}
