import { nomeRegione } from '@/lib/organizzazioni/labels';
import type { Blocco, DocumentoPdf } from '@/lib/pdf/documento';
import type { DatiKit } from './kitDati';
import { informativa } from './kitInformativa';
import { liberatoria } from './kitLiberatoria';
import { registro } from './kitRegistro';
import { ruoli } from './kitRuoli';

/** I modelli privacy di un progetto: ciascuno si scarica in PDF e in DOCX con gli stessi testi. */
type Descritto = { titolo: string; serve: string; blocchi: (kit: DatiKit) => Blocco[] };
export const MODELLI = {
  informativa: {
    titolo: 'Informativa per chi partecipa',
    serve: 'Si consegna a ogni persona prima di registrarla; la data si scrive nella sua scheda.',
    blocchi: informativa,
  },
  registro: {
    titolo: 'Registro delle attività di trattamento',
    serve: 'La scheda del progetto da inserire nel registro dell’ente (art. 30).',
    blocchi: registro,
  },
  ruoli: {
    titolo: 'Ruoli privacy e nomina a responsabile',
    serve: 'Chi è titolare, responsabile e contitolare, e l’atto di nomina da allegare alla convenzione (artt. 26 e 28).',
    blocchi: ruoli,
  },
  liberatoria: {
    titolo: 'Consenso e liberatoria per foto, riprese e interviste',
    serve: 'Per gli eventi. È separato dal servizio: chi non firma partecipa lo stesso.',
    blocchi: liberatoria,
  },
} as const satisfies Record<string, Descritto>;
export type Modello = keyof typeof MODELLI;
export const CODICI_MODELLO = Object.keys(MODELLI) as [Modello, ...Modello[]];

/** Un modello riempito. @param istante quello che il documento porta */
export const documentoKit = (modello: Modello, kit: DatiKit, istante: Date): DocumentoPdf => ({
  titolo: MODELLI[modello].titolo,
  intestazione: { regione: kit.ente.nome, ufficio: `${nomeRegione(kit.regione.nome)}, ${kit.bando.programma}` },
  istante,
  blocchi: MODELLI[modello].blocchi(kit),
  piede: `${kit.progetto.codice} · modello da verificare prima dell’uso`,
});

/** «Informativa per chi partecipa WC-01.pdf». */
export const nomeKit = (modello: Modello, kit: DatiKit, formato: 'pdf' | 'docx'): string =>
  `${MODELLI[modello].titolo} ${kit.progetto.codice}.${formato}`;
