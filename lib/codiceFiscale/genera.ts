import { letteraDiControllo } from './controllo';
import { lettereCognome, lettereNome } from './lettere';

/** Una persona inventata: nascita AAAA-MM-GG, luogo con il codice catastale (Z e tre cifre per uno Stato estero). */
export type Inventata = { cognome: string; nome: string; sesso: 'F' | 'M'; nascita: string; catastale: string };

/** Il codice fiscale che avrebbe una persona inventata, per le prove e i dati dimostrativi. Quelli veri li rilascia l'Agenzia delle entrate. */
export function codiceFiscaleDi({ cognome, nome, sesso, nascita, catastale }: Inventata): string {
  const [anno = '', mese = '', giorno = ''] = nascita.split('-');
  const giornoDetto = String(Number(giorno) + (sesso === 'F' ? 40 : 0)).padStart(2, '0');
  const quindici =
    lettereCognome(cognome) + lettereNome(nome) + anno.slice(2) + 'ABCDEHLMPRST'.charAt(Number(mese) - 1) + giornoDetto + catastale;
  return quindici + letteraDiControllo(quindici);
}
