import { type Campo, type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import { inTesto } from '@/lib/domande/confronto';
import { inCampo, righeDi, siMostra } from '@/lib/domande/modulo';
import type { ContenutoVersione, Valore, Valori } from '@/lib/domande/valori';
import { euro } from '@/lib/format/euro';
import { fuoriDalModulo } from './fuoriModulo';
import type { Nomi } from './queries';
import type { CampoVista, Lettura, SezioneVista } from './tabellePiano';
import { tabellaAzioni, tabellaBudget } from './tabellePiano';

/** Una versione come si legge, sullo schermo e nel PDF: per ogni campo un testo o una tabella. */

const VUOTA: Pick<Configurazione, 'sezioni' | 'principi' | 'categorieCosto'> = { sezioni: [], principi: [], categorieCosto: [] };

/** Le sezioni di una versione, nell'ordine del modulo. Una sezione che il modulo non ha più si mostra com'era scritta: nulla si nasconde. */
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
    ...fuoriDalModulo(sezioni, lettura),
  ];
}

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
