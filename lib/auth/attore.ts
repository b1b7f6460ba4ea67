/** I ruoli di un incarico, come nello schema del database. */
export type Ruolo =
  | 'REFERENTE'
  | 'OPERATORE'
  | 'ISTRUTTORE'
  | 'DIRIGENTE'
  | 'CONTROLLORE'
  | 'VALUTATORE'
  | 'AMMINISTRATORE'
  | 'RICERCATORE';

/** Il login PostgreSQL (e quindi le policy) con cui un ruolo legge e scrive. */
export type Lettore = 'app_ente' | 'app_regione' | 'app_ricerca';

/** Chi chiede: una persona con l'incarico scelto. Nasce da una sessione viva, riletta a ogni richiesta. */
export type Attore = {
  utenteId: string;
  nome: string;
  cognome: string;
  incaricoId: string;
  ruolo: Ruolo;
  lettore: Lettore;
  regioneId: string;
  regioneNome: string;
  organizzazioneId: string;
  organizzazioneNome: string;
  /** L'istante dell'orologio del portale (in dimostrazione è spostato): è il "presente" di ogni regola. */
  adesso: Date;
  /** Vero se l'orologio è spostato: la testata lo dice. */
  orologioSpostato: boolean;
  /** Quanti incarichi attivi ha la persona: con più d'uno la testata offre di cambiare profilo. */
  nIncarichi: number;
  /** Contesto della transazione e firma: li prepara il database, qui sono opachi. */
  contesto: string;
  firma: string;
};

const ENTE: readonly Ruolo[] = ['REFERENTE', 'OPERATORE'];

/** La stessa regola di app.login_del_ruolo nel database. */
export const lettoreDelRuolo = (ruolo: Ruolo): Lettore =>
  ENTE.includes(ruolo) ? 'app_ente' : ruolo === 'RICERCATORE' ? 'app_ricerca' : 'app_regione';
