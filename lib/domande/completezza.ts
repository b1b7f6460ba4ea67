import type { Campo, Configurazione, Sezione } from '@/lib/bandi/configurazione';
import { caratteri, righeDi, siMostra, testiIn } from './modulo';
import type { Valore, Valori } from './valori';

/** Ciò che manca a una domanda per essere depositata, campo per campo. Pura: la usano i passi della scrittura e il banco di deposito. */

export type Mancanza = { campo: string; messaggio: string };
/** Ciò che la sezione da sola non dice: i documenti già caricati (per chiave di campo) e i principi del bando. */
export type Intorno = { documenti?: readonly { chiave: string }[]; principi?: Configurazione['principi'] };

/**
 * Le mancanze di una sezione. Un campo che la sua condizione nasconde non conta. Delle azioni e del quadro economico si dice solo se sono vuoti:
 * il resto lo dice lib/piano.
 */
export const mancanzeSezione = ({ campi }: Pick<Sezione, 'campi'>, valori: Valori, intorno: Intorno = {}): Mancanza[] =>
  campi.flatMap((campo) => {
    if (!siMostra(campo, valori)) return [];
    const messaggio = mancanzaDi(campo, valori[campo.chiave], intorno);
    return messaggio ? [{ campo: campo.chiave, messaggio: `${campo.etichetta}: ${messaggio}` }] : [];
  });

function mancanzaDi(campo: Campo, valore: Valore | undefined, intorno: Intorno): string | undefined {
  if (campo.tipo === 'file') {
    const caricato = intorno.documenti?.some(({ chiave }) => chiave === campo.chiave);
    return campo.obbligatorio && !caricato ? 'carica il documento.' : undefined;
  }
  if (vuoto(valore)) return campo.obbligatorio ? DA_FARE[campo.tipo] : undefined;
  return (
    principiMancanti(campo, valore, intorno) ??
    pochi(campo, valore) ??
    troppo(campo, valore) ??
    malScritto(campo, valore) ??
    incompleta(campo, valore)
  );
}

const DA_FARE: Record<Campo['tipo'], string> = {
  testo: 'scrivi una risposta.',
  testo_lungo: 'scrivi una risposta.',
  elenco: 'scrivi almeno una voce.',
  numero: 'scrivi un numero.',
  importo: 'scrivi un importo.',
  data: 'scrivi una data.',
  scelta: 'scegli una voce.',
  scelta_multipla: 'scegli almeno una voce.',
  tabella: 'aggiungi almeno una riga.',
  principi: 'scrivi un testo per ogni principio.',
  organizzazioni: 'scegli almeno un’organizzazione.',
  ambiti: 'scegli almeno un ambito.',
  comuni: 'scrivi almeno un comune.',
  telefono: 'scrivi un numero di telefono.',
  email: 'scrivi un indirizzo email.',
  file: 'carica il documento.',
  azioni: 'aggiungi almeno un’azione.',
  budget: 'scrivi almeno una voce di costo.',
};

function vuoto(valore: Valore | undefined): boolean {
  if (valore === null || valore === undefined) return true;
  if (typeof valore === 'string') return valore.trim() === '';
  if (Array.isArray(valore)) return valore.length === 0;
  return typeof valore === 'object' && Object.values(valore).every((testo) => testo.trim() === '');
}

function principiMancanti(campo: Campo, valore: Valore | undefined, { principi }: Intorno): string | undefined {
  if (campo.tipo !== 'principi' || !campo.obbligatorio) return undefined;
  const testi = testiIn(valore);
  const senza = (principi ?? []).filter(({ codice }) => !testi[codice]?.trim()).map(({ codice }) => codice);
  return senza.length > 0 ? `manca il testo per ${senza.join(', ')}.` : undefined;
}

function pochi({ minimo }: Campo, valore: Valore | undefined): string | undefined {
  if (!minimo || !Array.isArray(valore) || valore.length >= minimo) return undefined;
  return minimo === 1 ? 'serve almeno una voce.' : `servono almeno ${minimo} voci, ce ne sono ${valore.length}.`;
}

/** Un limite abbassato da una nuova versione del bando: il testo c'è già, e va accorciato. */
function troppo({ massimo }: Campo, valore: Valore | undefined): string | undefined {
  if (!massimo) return undefined;
  if (typeof valore === 'string') return caratteri(valore) > massimo ? `accorcia il testo a ${massimo} caratteri.` : undefined;
  return Array.isArray(valore) && valore.length > massimo ? `al massimo ${massimo} voci, ce ne sono ${valore.length}.` : undefined;
}

function malScritto({ tipo }: Campo, valore: Valore | undefined): string | undefined {
  if (typeof valore !== 'string') return undefined;
  if (tipo === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(valore.trim())) return 'scrivi un indirizzo come nome@ente.it.';
  if (tipo === 'telefono' && !/^\+?[\d\s()./-]{5,}$/.test(valore.trim()))
    return 'scrivi un numero di telefono, per esempio +39 011 123 4567.';
  return undefined;
}

function incompleta({ tipo }: Campo, valore: Valore | undefined): string | undefined {
  if (tipo !== 'tabella') return undefined;
  const indice = righeDi(valore).findIndex(({ id: _, ...celle }) => Object.values(celle).every((cella) => !cella.trim()));
  return indice >= 0 ? `la riga ${indice + 1} è vuota: compilala o toglila.` : undefined;
}

export type Completezza = { complete: number; totali: number; mancanze: number };

/** Quanto manca a tutta la domanda: sezioni complete su sezioni, e cose da fare. */
export function completezzaDi(sezioni: readonly { manca: readonly Mancanza[] }[]): Completezza {
  return {
    complete: sezioni.filter(({ manca }) => manca.length === 0).length,
    totali: sezioni.length,
    mancanze: sezioni.reduce((somma, { manca }) => somma + manca.length, 0),
  };
}
