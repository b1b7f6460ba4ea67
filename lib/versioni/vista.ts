import { type Campo, type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import { inTesto } from '@/lib/domande/confronto';
import { inCampo, righeDi, siMostra } from '@/lib/domande/modulo';
import type { AzionePiano, ContenutoVersione, Valore, Valori, VoceBudget } from '@/lib/domande/valori';
import { dataBreve } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import type { Nomi } from './queries';

/** Una versione come si legge, sullo schermo e nel PDF: per ogni campo un testo o una tabella. */

export type ColonnaVista = { etichetta: string; numerica?: boolean; quota?: number };
export type CampoVista = { chiave: string; etichetta: string } & (
  | { tipo: 'testo'; testo: string }
  | { tipo: 'tabella'; colonne: ColonnaVista[]; righe: string[][]; piede?: string[] }
);
export type SezioneVista = { chiave: string; titolo: string; campi: CampoVista[] };

export type NomiVersione = Nomi & { principi: Configurazione['principi'] };

const VUOTA: Pick<Configurazione, 'sezioni' | 'principi' | 'categorieCosto'> = { sezioni: [], principi: [], categorieCosto: [] };

/** Le sezioni di una versione, nell'ordine del modulo. Una sezione che il modulo non ha piu si mostra com'era scritta: nulla si nasconde. */
export function vistaDi(configurazione: Configurazione | null, contenuto: ContenutoVersione, nomi: Nomi): SezioneVista[] {
  const config = configurazione ?? VUOTA;
  const sezioni = sezioniDi(config, contenuto.fase);
  const note = new Set(sezioni.map(({ chiave }) => chiave));
  const lettura: Lettura = { nomi: { ...nomi, principi: config.principi }, config, contenuto };
  return [
    ...sezioni.map(({ chiave, codice, titolo, campi }) => {
      const valori = contenuto.sezioni[chiave] ?? {};
      const visti = campi.filter((campo) => campo.tipo !== 'file' && siMostra(campo, valori));
      return { chiave, titolo: codice ? `${codice}. ${titolo}` : titolo, campi: visti.map((campo) => campoVisto(campo, valori, lettura)) };
    }),
    ...Object.entries(contenuto.sezioni)
      .filter(([chiave]) => !note.has(chiave))
      .map(([chiave, valori]) => ({ chiave, titolo: chiave, campi: senzaModulo(valori) })),
  ];
}

type Lettura = { nomi: NomiVersione; config: Pick<Configurazione, 'categorieCosto'>; contenuto: ContenutoVersione };

function campoVisto(campo: Campo, valori: Valori, lettura: Lettura): CampoVista {
  const { chiave, etichetta } = campo;
  const valore = valori[chiave];
  if (campo.tipo === 'azioni') return { chiave, etichetta, tipo: 'tabella', ...tabellaAzioni(lettura) };
  if (campo.tipo === 'budget') return { chiave, etichetta, tipo: 'tabella', ...tabellaBudget(lettura) };
  if (campo.tipo === 'tabella') return { chiave, etichetta, tipo: 'tabella', ...tabellaLibera(campo, valore) };
  return { chiave, etichetta, tipo: 'testo', testo: inTesto(campo, valore, lettura.nomi) };
}

const senzaModulo = (valori: Valori): CampoVista[] =>
  Object.entries(valori).map(([chiave, valore]) => ({
    chiave,
    etichetta: chiave,
    tipo: 'testo',
    testo: typeof valore === 'object' && valore !== null ? JSON.stringify(valore) : String(valore ?? ''),
  }));

function tabellaLibera({ colonne }: Campo, valore: Valore | undefined) {
  return {
    colonne: colonne.map((c) => ({ etichetta: c.etichetta, numerica: c.tipo === 'importo' || c.tipo === 'numero' })),
    righe: righeDi(valore).map((riga) => colonne.map((c) => cella(c, riga[c.chiave]))),
  };
}

/** La cella di una tabella come si legge. */
export function cella({ tipo, opzioni }: Pick<Campo['colonne'][number], 'tipo' | 'opzioni'>, valore: string | undefined): string {
  if (tipo === 'importo' && valore && /^\d{1,15}$/.test(valore)) return euro(BigInt(valore));
  if (tipo === 'scelta') return opzioni.find(({ codice }) => codice === valore)?.etichetta ?? valore ?? '';
  return inCampo(tipo, valore);
}

export const nomeEnte = (nomi: Pick<Nomi, 'organizzazioni'>, id: string | null): string =>
  nomi.organizzazioni.find((o) => o.id === id)?.nome ?? '';
export const periodoDi = ({ inizio, fine }: Pick<AzionePiano, 'inizio' | 'fine'>): string =>
  inizio || fine ? `${inizio ? dataBreve(inizio) : '…'} – ${fine ? dataBreve(fine) : '…'}` : '';

function tabellaAzioni({ contenuto: { piano }, nomi }: Lettura) {
  const riga = (azione: AzionePiano): string[] => [
    azione.codice,
    [azione.titolo, azione.descrizione].filter(Boolean).join('\n'),
    nomi.categorie.find(({ codice }) => codice === azione.categoria)?.etichetta ?? azione.categoria ?? '',
    nomeEnte(nomi, azione.organizzazioneId),
    periodoDi(azione),
    azione.destinatari
      .map((d) => `${numero(d.quantita)} ${d.unita}, ${nomi.gruppi.find(({ codice }) => codice === d.gruppo)?.etichetta ?? d.gruppo}`)
      .join('\n'),
  ];
  const colonne: ColonnaVista[] = [
    { etichetta: 'Codice', quota: 0.7 },
    { etichetta: 'Azione', quota: 3 },
    { etichetta: 'Categoria', quota: 1.4 },
    { etichetta: 'Ente', quota: 1.4 },
    { etichetta: 'Periodo', quota: 1.2 },
    { etichetta: 'Destinatari', quota: 1.6 },
  ];
  return { colonne, righe: (piano?.azioni ?? []).map(riga) };
}

/** Le tre fonti di una voce di budget, con il nome che hanno nel quadro economico. */
export const FONTI_VOCE = [
  ['contributoCents', 'Contributo'],
  ['cofinanziamentoCents', 'Cofinanziamento'],
  ['naturaCents', 'In natura'],
] as const satisfies [keyof VoceBudget, string][];

function tabellaBudget({ contenuto: { piano }, nomi, config }: Lettura) {
  const voci = piano?.voci ?? [];
  const somma = (righe: VoceBudget[], fonte: (typeof FONTI_VOCE)[number][0]) => righe.reduce((s, v) => s + BigInt(v[fonte]), 0n);
  const importi = (righe: VoceBudget[]) => {
    const fonti = FONTI_VOCE.map(([fonte]) => somma(righe, fonte));
    return [...fonti, fonti.reduce((s, v) => s + v, 0n)].map(euro);
  };
  const colonne: ColonnaVista[] = [
    { etichetta: 'Azione', quota: 0.8 },
    { etichetta: 'Voce di costo', quota: 1.5 },
    { etichetta: 'Ente', quota: 1.5 },
    ...[...FONTI_VOCE.map(([, etichetta]) => etichetta), 'Totale'].map((etichetta) => ({ etichetta, numerica: true, quota: 1.3 })),
  ];
  return {
    colonne,
    righe: voci.map((voce) => [
      piano?.azioni.find(({ id }) => id === voce.azioneId)?.codice ?? '',
      config.categorieCosto.find(({ codice }) => codice === voce.categoria)?.etichetta ?? voce.categoria,
      nomeEnte(nomi, voce.organizzazioneId),
      ...importi([voce]),
    ]),
    piede: ['Totale', '', '', ...importi(voci)],
  };
}
