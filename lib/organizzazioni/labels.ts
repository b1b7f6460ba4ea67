import type { Ruolo } from '@/lib/auth/attore';

const RUOLI: Record<Ruolo, string> = {
  REFERENTE: 'referente',
  OPERATORE: 'operatore',
  ISTRUTTORE: 'istruttore',
  DIRIGENTE: 'dirigente',
  CONTROLLORE: 'controllore',
  VALUTATORE: 'valutatore',
  AMMINISTRATORE: 'amministratore',
  RICERCATORE: 'ricercatore',
};

/** Il nome di un ruolo, minuscolo: si usa dentro una frase. */
export const nomeRuolo = (ruolo: Ruolo): string => RUOLI[ruolo];

/** «Piemonte» → «Regione Piemonte»; le Province autonome restano come sono. */
export const nomeRegione = (nome: string): string => (/^(Regione|Provincia)\b/.test(nome) ? nome : `Regione ${nome}`);
