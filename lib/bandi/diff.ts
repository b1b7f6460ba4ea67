import { dataBreve } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import type { Attuazione, Campo, Colonna, Configurazione, DominioModifica, Sezione } from './configurazione';
import { type Attributi, attributi, type Elenco, elenco } from './diffElenco';
import { NOME_CALENDARIO, NOME_DOMINIO, NOME_INDICATORI, NOME_PRECOMPILATO, NOME_TIPO_CAMPO, NOME_VISIBILITA, nomeSezione } from './nomi';
import { NOME_PASSO, NOME_TIPO_BANDO } from './stato';

/** Che cosa cambia da una versione di un bando alla successiva, una frase per cambiamento. Due configurazioni diverse danno almeno una frase. */
export const differenze = (prima: Configurazione, dopo: Configurazione): string[] => [
  ...attributi('', prima, dopo, GENERALI),
  ...attributi('Dopo l’avvio: ', prima.attuazione, dopo.attuazione, ATTUAZIONE),
  ...deiPassi(prima, dopo),
  ...elenco(prima.importiPerAmbito, dopo.importiPerAmbito, {
    chiave: (i) => String(i.ambito),
    nome: (i) => `Importo dell’ambito ${i.ambito}`,
    genere: 'm',
    attributi: { ambito: null, cents: ['importo', comeEuro] },
  }),
  ...elenco(prima.sezioni, dopo.sezioni, {
    chiave: (s) => s.chiave,
    nome: nomeSezione,
    intero: (s) => (s.codice ? `${nomeSezione(s)} «${s.titolo}»` : nomeSezione(s)),
    genere: 'f',
    attributi: ATTRIBUTI_SEZIONE,
    dentro: (p, d) => elenco(p.campi, d.campi, CAMPI).map((frase) => `${nomeSezione(d)}: ${frase}`),
  }),
  ...elenco(prima.documenti, dopo.documenti, {
    chiave: (v) => v.chiave,
    nome: (v) => `Documento «${v.titolo}»`,
    genere: 'm',
    attributi: {
      chiave: null,
      titolo: ['titolo', virgolette],
      aiuto: ['aiuto', virgolette],
      obbligatorio: ['obbligatorio', siNo],
      visibilita: ['chiesto', visto],
    },
  }),
  ...elenco(prima.ammissibilita, dopo.ammissibilita, {
    chiave: (v) => v.chiave,
    nome: (v) => `Verifica «${v.testo}»`,
    genere: 'f',
    attributi: { chiave: null, testo: ['testo', virgolette], visibilita: ['vale', visto] },
  }),
  ...elenco(prima.griglia, dopo.griglia, {
    chiave: (v) => v.chiave,
    nome: (v) => `Criterio «${v.titolo}»`,
    genere: 'm',
    attributi: {
      chiave: null,
      titolo: ['titolo', virgolette],
      aiuto: ['aiuto', virgolette],
      visibilita: ['vale', visto],
      massimo: ['punti massimi', String],
      soglia: ['soglia', String],
      pesoCentesimi: ['peso', centesimi],
    },
  }),
  ...elenco(prima.categorieCosto, dopo.categorieCosto, {
    chiave: (v) => v.codice,
    nome: (v) => `Categoria di costo «${v.etichetta}»`,
    genere: 'f',
    attributi: { codice: null, etichetta: ['nome', virgolette] },
  }),
  ...elenco(prima.principi, dopo.principi, {
    chiave: (v) => v.codice,
    nome: (v) => `Principio ${v.codice}`,
    genere: 'm',
    attributi: { codice: null, nome: ['nome', virgolette], significato: ['significato', virgolette] },
  }),
];

// ---------------------------------------------------------------- come si scrive un valore

const breve = (testo: string): string => (testo.length > 120 ? `${testo.slice(0, 119)}…` : testo);
const virgolette = (valore: unknown): string => (valore ? `«${breve(String(valore))}»` : 'vuoto');
const siNo = (valore: unknown): string => (valore ? 'sì' : 'no');
const comeEuro = (valore: unknown): string => (valore ? euro(BigInt(String(valore))) : 'nessuno');
const centesimi = (valore: unknown): string => numero(Number(valore) / 100);
const quanti = (valore: unknown): string => (valore === undefined ? 'nessun limite' : numero(Number(valore)));
const visto = (valore: unknown): string => (valore ? NOME_VISIBILITA[valore as keyof typeof NOME_VISIBILITA] : 'come la sezione');
const lista = (valore: unknown): string => (valore as string[]).join(', ') || 'nessuno';
const opzioniIn = (valore: unknown): string =>
  (valore as Campo['opzioni']).map((o) => `${o.etichetta} (${o.codice})`).join(', ') || 'nessuna';
const colonneIn = (valore: unknown): string =>
  (valore as Colonna[])
    .map((c) => `${c.etichetta} (${c.chiave}, ${c.tipo}, ${c.massimo}${c.opzioni.length ? `, ${opzioniIn(c.opzioni)}` : ''})`)
    .join(', ') || 'nessuna';
const competentiIn = (valore: unknown): string =>
  (Object.entries(valore as Attuazione['competenti']) as [DominioModifica, string][])
    .map(([dominio, ruolo]) => `${NOME_DOMINIO[dominio]} (${ruolo.toLowerCase()})`)
    .join(', ') || 'sempre il dirigente';
const chiRiempie = (valore: unknown): string =>
  valore ? `da sé, ${NOME_PRECOMPILATO[valore as keyof typeof NOME_PRECOMPILATO]}` : 'scrivendo nella domanda';
const condizione = (valore: unknown): string => {
  const quando = valore as Campo['quando'];
  return quando ? `«${quando.campo}» uguale a «${quando.valore}»` : 'sempre';
};

// ---------------------------------------------------------------- gli attributi: tutti, lo pretende il tipo

const GENERALI: Attributi<Configurazione> = {
  tipo: ['tipo', (v) => NOME_TIPO_BANDO[v as keyof typeof NOME_TIPO_BANDO]],
  titolo: ['titolo', virgolette],
  atto: ['atto', virgolette],
  presentazione: ['presentazione', virgolette],
  dotazioneCents: ['dotazione', comeEuro],
  contributoMinCents: ['contributo minimo', comeEuro],
  contributoMaxCents: ['contributo massimo', comeEuro],
  importiPerAmbito: null,
  passi: null,
  principi: null,
  sezioni: null,
  documenti: null,
  ammissibilita: null,
  griglia: null,
  sogliaTotaleCentesimi: ['soglia totale', centesimi],
  scartoSegnalatoPercento: ['scarto tra commissari da segnalare, in percentuale', String],
  parita: ['criteri in caso di parità', lista],
  categorieCosto: null,
  giorniAvviso: ['giorni minimi dell’avviso', String],
  giorniIntegrazioni: ['giorni per le integrazioni', String],
  giorniPreavviso: ['giorni per rispondere al preavviso', String],
  attuazione: null,
};
const ATTUAZIONE: Attributi<Attuazione> = {
  calendario: ['relazioni', (v) => NOME_CALENDARIO[v as keyof typeof NOME_CALENDARIO]],
  dallAvvio: ['periodi contati dall’avvio', siNo],
  date: ['date scelte', (v) => (v as string[]).map(dataBreve).join(', ') || 'nessuna'],
  durataMesi: ['durata in mesi', String],
  giorniConsegna: ['giorni per presentare una relazione', String],
  sogliaBudgetPercento: ['quota del contributo spostabile con una comunicazione, in percentuale', String],
  competenti: ['chi decide le modifiche', competentiIn],
  prorogaMassimaMesi: ['proroga massima in mesi', String],
  indicatori: ['indicatori sui partecipanti', (v) => NOME_INDICATORI[v as keyof typeof NOME_INDICATORI]],
  sovrapposizioni: ['verifica se una persona è già seguita altrove', (v) => (v ? 'permessa' : 'non permessa')],
};
const ATTRIBUTI_SEZIONE: Attributi<Sezione> = {
  chiave: null,
  parte: ['parte', virgolette],
  codice: ['codice', virgolette],
  titolo: ['titolo', virgolette],
  aiuto: ['aiuto', virgolette],
  visibilita: ['si compila', visto],
  campi: null,
};
const CAMPI: Elenco<Campo> = {
  chiave: (f) => f.chiave,
  nome: (f) => `campo «${f.etichetta}»`,
  genere: 'm',
  attributi: {
    chiave: null,
    etichetta: ['nome', virgolette],
    tipo: ['tipo', (v) => NOME_TIPO_CAMPO[v as keyof typeof NOME_TIPO_CAMPO]],
    obbligatorio: ['obbligatorio', siNo],
    aiuto: ['aiuto', virgolette],
    visibilita: ['si compila', visto],
    massimo: null,
    minimo: ['minimo', quanti],
    opzioni: ['opzioni', opzioniIn],
    colonne: ['colonne', colonneIn],
    quando: ['si mostra', condizione],
    precompilato: ['si riempie', chiRiempie],
  },
  dentro: (p, d) => (p.massimo === d.massimo ? [] : [`campo «${d.etichetta}» ${limiti(p, d)}.`]),
};
const limiti = ({ massimo: da }: Campo, { massimo: a, tipo }: Campo): string => {
  const unita = /testo|email|telefono/.test(tipo) ? ' caratteri' : ' al massimo';
  if (da !== undefined && a !== undefined) return `da ${numero(da)} a ${numero(a)}${unita}`;
  return a === undefined ? `senza più il limite di ${quanti(da)}` : `con un limite di ${numero(a)}${unita}`;
};

const oraCivile = (ora: string | null): string => (ora ? `${dataBreve(ora.slice(0, 10))} ${ora.slice(11)}` : 'nessun termine');

function deiPassi(prima: Configurazione, dopo: Configurazione): string[] {
  return elenco(prima.passi, dopo.passi, {
    chiave: (p) => p.fase,
    nome: (p) => NOME_PASSO[p.fase],
    genere: 'm',
    attributi: {
      fase: null,
      apre: ['apertura', (v) => oraCivile(v as string)],
      chiude: ['chiusura', (v) => oraCivile(v as string | null)],
    },
  });
}
