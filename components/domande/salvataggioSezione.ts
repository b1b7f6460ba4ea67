import type { Campo } from '@/lib/bandi/configurazione';
import { giaScritti } from '@/lib/domande/confronto';
import { MASSIMO_INVIO, TROPPO_LUNGO } from '@/lib/domande/invio';
import { type Errori, valoriDaModulo } from '@/lib/domande/modulo';
import type { RispostaSalvataggio } from '@/lib/domande/salvataggio';
import type { Valori } from '@/lib/domande/valori';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { buttaBozza, conservaBozza } from './bozzaLocale';

export type ConflittoSezione = {
  messaggio: string;
  rev: number;
  loro: Valori;
  miei: Valori;
  /** Ciò che avevo già salvato da questa pagina: da lì in poi si vede chi ha cambiato che cosa. */
  salvati: Valori;
};
export type StatoSezione = {
  stato: 'fermo' | 'inCorso' | 'salvato' | 'nonSalvato';
  testo: string;
  errori: Errori;
  conflitto: ConflittoSezione | null;
};

const ATTESA = 900; // ms dopo l'ultimo tasto
const RIPROVA = [2000, 4000, 8000, 15_000]; // ms, se manca la rete o la sessione
const MASSIMO_CHIUDENDO = 60_000; // byte: oltre, un browser non li invia mentre la pagina si chiude
const RESTA = 'Il testo resta qui, riprovo da solo.';
const SENZA_RETE = `Non salvato: sei senza rete. ${RESTA}`;
const NON_RISPONDE = `Non salvato: il portale non risponde. ${RESTA}`;
const SENZA_SESSIONE =
  'Non salvato: la sessione è scaduta. Il testo resta in questa pagina: accedi in un’altra scheda e continua a scrivere qui, riprovo da solo.';

const daCorreggere = (errori: Errori): string => {
  const quanti = Object.keys(errori).length;
  return quanti === 1 ? 'Non salvato: 1 valore da correggere' : `Non salvato: ${quanti} valori da correggere`;
};

export type OpzioniSalvataggio = {
  url: string;
  fase: FaseDomanda;
  campi: readonly Campo[];
  /** Il nome della bozza nel browser. */
  chiave: string;
  rev: number;
  /** I campi del modulo com'è adesso; null se non c'è più. */
  leggi: () => Record<string, string> | null;
  mostra: (cambia: (prima: StatoSezione) => StatoSezione) => void;
};

/**
 * Il salvataggio di una sezione mentre si scrive: mai due insieme, e di nuovo da solo quando rete o sessione tornano. Ciò che non è ancora salvato resta nella
 * pagina e nel browser (bozzaLocale). Un conflitto ferma tutto finché la persona non ha scelto.
 */
export function creaSalvataggio({ url, fase, campi, chiave, leggi, mostra, ...iniziale }: OpzioniSalvataggio) {
  let { rev } = iniziale;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inVolo: Promise<void> | null = null;
  let tentativi = 0;
  let sporco = false;
  let fermato = false;
  /** Vero se uscire adesso lascerebbe il testo solo nel browser. */
  let aRischio = false;
  /** Gli invii di cui non si conosce la risposta: se il server ne ha già uno, non è il testo di un altro. */
  let sospesi: Valori[] = [];
  let salvati: Valori = {};

  function nonSalvato(testo: string, resto: Partial<StatoSezione> = {}): void {
    aRischio = true;
    mostra((prima) => ({ ...prima, ...resto, stato: 'nonSalvato', testo }));
  }
  function traPoco(ms: number): void {
    sporco = true;
    timer = setTimeout(() => void salva(), ms);
  }
  function aspetta(testo: string): void {
    nonSalvato(testo);
    traPoco(RIPROVA[Math.min(tentativi++, RIPROVA.length - 1)] ?? ATTESA);
  }

  async function invia(grezzi: Record<string, string>, chiudendo: boolean): Promise<void> {
    const { valori, errori } = valoriDaModulo(campi, grezzi);
    sporco = false;
    conservaBozza(chiave, { rev, valori });
    const body = JSON.stringify({ fase, rev, valori });
    if (Object.keys(errori).length > 0) nonSalvato(daCorreggere(errori), { errori });
    else if (body.length > MASSIMO_INVIO) nonSalvato(`Non salvato. ${TROPPO_LUNGO}`);
    else await spedisci(body, valori, chiudendo && body.length < MASSIMO_CHIUDENDO);
  }

  async function spedisci(body: string, valori: Valori, keepalive: boolean): Promise<void> {
    mostra((prima) => ({ ...prima, stato: 'inCorso', testo: 'Salvataggio in corso' }));
    let risposta: RispostaSalvataggio;
    try {
      const letta = await fetch(url, { method: 'POST', body, keepalive, headers: { 'Content-Type': 'application/json' } });
      risposta = (await letta.json()) as RispostaSalvataggio;
    } catch {
      sospesi.push(valori);
      return aspetta(navigator.onLine ? NON_RISPONDE : SENZA_RETE);
    }
    ricevi(risposta, valori);
  }

  function ricevi(risposta: RispostaSalvataggio, inviati: Valori): void {
    if (risposta.esito === 'salvato') {
      salvati = { ...salvati, ...inviati };
      riuscito(risposta.rev, risposta.alle);
    } else if (risposta.esito === 'sessione') aspetta(SENZA_SESSIONE);
    else if (risposta.esito === 'campi') nonSalvato(daCorreggere(risposta.errori), { errori: risposta.errori });
    else if (risposta.esito === 'conflitto') superato(risposta, inviati);
    else if (risposta.quando === 'subito') aspetta(`Non salvato. ${risposta.messaggio}`);
    else {
      fermato = risposta.quando === 'mai';
      nonSalvato(`Non salvato. ${risposta.messaggio}`);
    }
  }

  function riuscito(nuova: number, alle: string): void {
    rev = nuova;
    tentativi = 0;
    sospesi = [];
    aRischio = false;
    if (!sporco) buttaBozza(chiave);
    mostra(() => ({ stato: 'salvato', testo: `Salvato alle ${alle}`, errori: {}, conflitto: null }));
  }

  function superato({ messaggio, rev: altrui, valori: loro }: Extract<RispostaSalvataggio, { esito: 'conflitto' }>, miei: Valori): void {
    if (sospesi.some((inviato) => giaScritti(inviato, loro))) {
      // il testo «altrui» è il mio di prima, la cui risposta si era persa: si riparte da lì
      sospesi = [];
      salvati = { ...salvati, ...loro };
      rev = altrui;
      traPoco(0);
    } else {
      fermato = true;
      nonSalvato('Non salvato: qualcun altro ha scritto', { conflitto: { messaggio, rev: altrui, loro, miei, salvati } });
    }
  }

  async function salva(chiudendo = false): Promise<void> {
    clearTimeout(timer);
    if (inVolo && !chiudendo && !fermato) await inVolo;
    const grezzi = sporco ? leggi() : null;
    if (!grezzi) return;
    if (fermato) {
      conservaBozza(chiave, { rev, valori: valoriDaModulo(campi, grezzi).valori });
      return;
    }
    inVolo = invia(grezzi, chiudendo);
    await inVolo;
    inVolo = null;
  }

  return {
    salva,
    scritto: () => {
      sporco = true;
      clearTimeout(timer);
      timer = setTimeout(() => void salva(), ATTESA);
    },
    /** Dopo un conflitto la persona ha scelto: si riparte dalla revisione dell'altro. */
    riparti: (da: number) => {
      rev = da;
      fermato = false;
      sospesi = [];
      salvati = {};
      mostra((prima) => ({ ...prima, conflitto: null }));
    },
    aRischio: () => aRischio,
  };
}
