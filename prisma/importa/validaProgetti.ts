import type { Ente } from './formato';
import { Attivita, Progetto, Quantita } from './formatoProgetto';
import { accetta, eNuovo, type Registro, rifiutaFigli } from './registro';

/** I codici già accettati, a cui progetti e attività si riferiscono. */
export type Noti = { categorie: Set<string>; cause: Set<string>; ambiti: Set<number>; enti: Map<string, Ente> };

/** Una quantità con la sua posizione nel file: da lì nasce il codice. */
export type QuantitaAccettata = Quantita & { posizione: number };
export type AttivitaAccettata = Omit<Attivita, 'quantita' | 'cause_ritardo'> & { quantita: QuantitaAccettata[]; cause: string[] };
export type ProgettoAccettato = Progetto & {
  ambitiBuoni: number[];
  /** Nell'ordine del file. */
  entiBuoni: Ente[];
  codiceCapofila: string;
  classificazioni: { categoria: string; presente: boolean }[];
  attivitaBuone: AttivitaAccettata[];
  destinatari: QuantitaAccettata[];
  cause: string[];
};

const FIGLI = ['attivita', 'destinatari_dichiarati', 'quantita'] as const;

/** I progetti accettati con i loro figli accettati. Un progetto rifiutato porta con sé tutti i figli. */
export function validaProgetti(registro: Registro, progetti: unknown[], noti: Noti): ProgettoAccettato[] {
  const visti = new Map<string | number, string>();
  const azioniViste = new Map<string | number, string>();
  return progetti.flatMap((grezzo, i) => {
    const qui = `progetti[${i}]`;
    const progetto = accetta(registro, Progetto, grezzo, qui);
    const accettato =
      progetto && eNuovo(registro, visti, progetto.id, qui, 'id') ? conFigli(registro, progetto, qui, noti, azioniViste) : null;
    if (!accettato) rifiutaFigli(registro, grezzo, qui, FIGLI);
    return accettato ? [accettato] : [];
  });
}

function conFigli(
  registro: Registro,
  progetto: Progetto,
  qui: string,
  noti: Noti,
  azioniViste: Map<string | number, string>,
): ProgettoAccettato | null {
  const entiBuoni = riferimenti(registro, progetto.enti_gestori, `${qui}.enti_gestori`, (id) => noti.enti.has(id as string), 'l’ente')
    .map((id) => noti.enti.get(id as string))
    .filter((ente) => ente !== undefined);
  const capofila = entiBuoni.find((ente) => ente.capofila);
  if (!capofila) {
    registro.rifiuta(`${qui}.enti_gestori`, 'nessuno degli enti accettati è capofila');
    return null;
  }
  return {
    ...progetto,
    ambitiBuoni: riferimenti(registro, progetto.ambiti, `${qui}.ambiti`, (id) => noti.ambiti.has(id as number), 'l’ambito') as number[],
    entiBuoni,
    codiceCapofila: capofila.id,
    classificazioni: classificazioni(registro, progetto, qui, noti),
    attivitaBuone: progetto.attivita.flatMap(
      (grezza, i) => attivita(registro, progetto, grezza, `${qui}.attivita[${i}]`, noti, azioniViste) ?? [],
    ),
    destinatari: destinatari(registro, progetto, `${qui}.destinatari_dichiarati`),
    cause: causeNote(registro, progetto.cause_ritardo_progetto, `${qui}.cause_ritardo_progetto`, noti),
  };
}

/** I riferimenti che esistono, una volta sola ciascuno. */
function riferimenti(
  registro: Registro,
  valori: unknown[],
  percorso: string,
  esiste: (valore: unknown) => boolean,
  nome: string,
): unknown[] {
  const visti = new Map<string | number, string>();
  return valori.filter((valore, i) => {
    const qui = `${percorso}[${i}]`;
    if (esiste(valore)) return eNuovo(registro, visti, valore as string | number, qui, '');
    registro.rifiuta(qui, `${nome} ${JSON.stringify(valore)} non c’è tra le righe accettate`);
    return false;
  });
}

const causeNote = (registro: Registro, valori: unknown[], percorso: string, noti: Noti): string[] =>
  riferimenti(registro, valori, percorso, (codice) => noti.cause.has(codice as string), 'la causa di ritardo') as string[];

function classificazioni(registro: Registro, progetto: Progetto, qui: string, noti: Noti): ProgettoAccettato['classificazioni'] {
  return Object.entries(progetto.classificazione).flatMap(([categoria, presente]) => {
    const percorso = `${qui}.classificazione.${categoria}`;
    if (!noti.categorie.has(categoria)) registro.rifiuta(percorso, 'la categoria non c’è nel vocabolario');
    else if (typeof presente !== 'boolean') registro.rifiuta(percorso, 'deve essere true o false');
    else return [{ categoria, presente }];
    return [];
  });
}

function attivita(
  registro: Registro,
  progetto: Progetto,
  grezza: unknown,
  qui: string,
  noti: Noti,
  viste: Map<string | number, string>,
): AttivitaAccettata | null {
  const riga = accetta(registro, Attivita, grezza, qui);
  if (!riga || !inOrdine(registro, progetto, riga, qui, noti) || !eNuovo(registro, viste, riga.id, qui, 'id')) {
    rifiutaFigli(registro, grezza, qui, FIGLI);
    return null;
  }
  return {
    ...riga,
    quantita: quantita(registro, riga.quantita, `${qui}.quantita`),
    cause: causeNote(registro, riga.cause_ritardo, `${qui}.cause_ritardo`, noti),
  };
}

function inOrdine(registro: Registro, progetto: Progetto, riga: Attivita, qui: string, noti: Noti): boolean {
  if (!riga.id.startsWith(`${progetto.id}.`)) registro.rifiuta(`${qui}.id`, `«${riga.id}» deve cominciare con «${progetto.id}.»`);
  else if (riga.categoria !== null && !noti.categorie.has(riga.categoria))
    registro.rifiuta(`${qui}.categoria`, `«${riga.categoria}» non c’è nel vocabolario delle categorie`);
  else return true;
  return false;
}

function quantita(registro: Registro, valori: unknown[], percorso: string): QuantitaAccettata[] {
  return valori.flatMap((valore, posizione) => {
    const riga = accetta(registro, Quantita, valore, `${percorso}[${posizione}]`);
    return riga ? [{ ...riga, posizione }] : [];
  });
}

/** Del progetto intero si dichiara solo il previsto: il realizzato appartiene allo stato di un'azione in un periodo. */
function destinatari(registro: Registro, progetto: Progetto, percorso: string): QuantitaAccettata[] {
  return quantita(registro, progetto.destinatari_dichiarati, percorso).filter(({ tipo, posizione }) => {
    if (tipo !== 'realizzato') return true;
    registro.rifiuta(`${percorso}[${posizione}].tipo`, 'per il progetto intero si dichiara solo il previsto');
    return false;
  });
}
