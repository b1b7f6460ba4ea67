import type { Ruolo } from '@/lib/auth/attore';

/** Un incarico dimostrativo: ruolo, codice dell'organizzazione nel programma, come la si chiama a voce. */
export type IncaricoDimostrativo = { ruolo: Ruolo; codice: string; organizzazione: string };
export type PersonaDimostrativa = {
  nome: string;
  cognome: string;
  email: string;
  incarichi: [IncaricoDimostrativo, ...IncaricoDimostrativo[]];
};

const persona = (nome: string, cognome: string, dominio: string, ...incarichi: PersonaDimostrativa['incarichi']): PersonaDimostrativa => ({
  nome,
  cognome,
  email: `${nome}.${cognome}@${dominio}.example`.toLowerCase(),
  incarichi,
});
const incarico = (ruolo: Ruolo, codice: string, organizzazione: string): IncaricoDimostrativo => ({ ruolo, codice, organizzazione });

export const MARTA = persona('Marta', 'Ferraris', 'cissaca', incarico('REFERENTE', 'EG01', 'CISSACA'));
export const LUCA = persona('Luca', 'Berta', 'cspnovi', incarico('OPERATORE', 'EG04', 'CSP Novi Ligure'));
export const PAOLO = persona('Paolo', 'Gallo', 'regione', incarico('ISTRUTTORE', 'REG', 'Regione Piemonte'));
export const SILVIA = persona('Silvia', 'Conti', 'regione', incarico('DIRIGENTE', 'REG', 'Regione Piemonte'));
/** Configura i bandi; i tre dopo di lei sono la commissione che li valuta. */
export const ADELE = persona('Adele', 'Vitale', 'regione', incarico('AMMINISTRATORE', 'REG', 'Regione Piemonte'));
export const BRUNO = persona('Bruno', 'Ferrero', 'regione', incarico('VALUTATORE', 'REG', 'Regione Piemonte'));
export const CARLA = persona('Carla', 'Greco', 'regione', incarico('VALUTATORE', 'REG', 'Regione Piemonte'));
export const DAVIDE = persona('Davide', 'Longo', 'regione', incarico('VALUTATORE', 'REG', 'Regione Piemonte'));
export const CHIARA = persona('Chiara', 'Monti', 'ires', incarico('RICERCATORE', 'IRES', 'IRES Piemonte'));
/** La classificazione la fanno in due. */
export const TOMMASO = persona('Tommaso', 'Bianco', 'ires', incarico('RICERCATORE', 'IRES', 'IRES Piemonte'));
/** Lavora per due enti: dopo l'accesso sceglie il profilo. */
export const ELENA = persona(
  'Elena',
  'Riva',
  'iris',
  incarico('OPERATORE', 'EG03', 'CISA Tortona'),
  incarico('REFERENTE', 'EG11', 'IRIS Biella'),
);

export const DARIO = persona('Dario', 'Villa', 'aslal', incarico('OPERATORE', 'EG07', 'ASL AL Casale Monferrato'));
export const ANNA = persona('Anna', 'Bosio', 'cssm', incarico('REFERENTE', 'EG15', 'CSSM Mondovì'));
export const GIULIA = persona('Giulia', 'Prato', 'cissborgomanero', incarico('REFERENTE', 'EG19', 'CISS Borgomanero'));
export const MARCO = persona('Marco', 'Oddone', 'torino', incarico('REFERENTE', 'EG24', 'Comune di Torino'));
export const SARA = persona('Sara', 'Bruno', 'conisa', incarico('REFERENTE', 'EG26', 'CONISA Susa'));
export const PIETRO = persona('Pietro', 'Negri', 'cssac', incarico('REFERENTE', 'EG39', 'CSSAC Chieri'));
export const LAURA = persona('Laura', 'Sala', 'cssv', incarico('REFERENTE', 'EG43', 'CSSV Verbania'));
export const FABIO = persona('Fabio', 'Costa', 'vercelli', incarico('REFERENTE', 'EG46', 'Comuni convenzionati di Vercelli'));

/** Nomi inventati. I primi sei sono quelli delle storie dimostrative. */
export const PERSONE: readonly PersonaDimostrativa[] = [
  MARTA,
  LUCA,
  PAOLO,
  SILVIA,
  CHIARA,
  ELENA,
  ADELE,
  BRUNO,
  CARLA,
  DAVIDE,
  DARIO,
  ANNA,
  GIULIA,
  MARCO,
  SARA,
  PIETRO,
  LAURA,
  FABIO,
  TOMMASO,
];
