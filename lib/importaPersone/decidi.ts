import { piegaLatina } from '@/lib/codiceFiscale/piega';
import { dataBreve } from '@/lib/format/data';
import type { Problema, RigaValida, Scritta } from './righe';

/**
 * Che cosa fare di ogni riga valida, dato ciò che il database sa già. Pura: la stessa decisione nel controllo e nell'importazione.
 * Una riga è «già presente» se la stessa persona è già nella stessa azione del progetto con la stessa data di ingresso.
 */

/** Chi è già dell'ente, trovato per codice o per nome e nascita. Date AAAA-MM-GG. */
export type PersonaNota = {
  personaId: string;
  sesso: string | null;
  dataNascita: string | null;
  partecipante: {
    id: string;
    ingresso: string;
    uscita: string | null;
    motivoUscita: string | null;
    rientri: string[];
    azioni: string[];
  } | null;
};

export type Nuova = { numero: number; personaId: string | null; scritta: Scritta };
/** Di chi nel progetto c'è già: con l'id, o la riga del file che lo ha fatto entrare. */
export type Rientro = { di: string | number; scritta: Scritta };
/** Un'altra azione, o una che riprende dopo un rientro. */
export type Frequenza = Rientro & { ripresa: boolean };
export type Decisione = {
  /** Chi entra nel progetto; `personaId` se l'ente la conosce già. */
  nuove: Nuova[];
  frequenze: Frequenza[];
  rientri: Rientro[];
  giaPresenti: number[];
  rifiutate: { riga: RigaValida; problemi: Problema[] }[];
};

/** La stessa persona: stesso codice, o senza codice stesso nome e stessa nascita. */
export function chiavePersona({
  codice,
  cognome,
  nome,
  dataNascita,
}: Pick<Scritta, 'codice' | 'cognome' | 'nome' | 'dataNascita'>): string {
  return codice ? `cf:${codice}` : `nome:${nomePiegato(cognome)}|${nomePiegato(nome)}|${dataNascita ?? ''}`;
}
export const nomePiegato = (nome: string): string =>
  piegaLatina(nome)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type InCorso = {
  di: string | number;
  prima: RigaValida | null;
  ingresso: string;
  uscita: string | null;
  motivoUscita: string | null;
  rientri: string[];
  /** Azione → ingressi registrati, con la riga del file che li ha scritti (0 = il database). */
  azioni: Map<string, Map<string, number>>;
};

export function decidi(righe: readonly RigaValida[], note: ReadonlyMap<string, PersonaNota>): Decisione {
  const decisione: Decisione = { nuove: [], frequenze: [], rientri: [], giaPresenti: [], rifiutate: [] };
  const inCorso = new Map<string, InCorso>();
  for (const riga of righe) {
    const chiave = chiavePersona(riga.scritta);
    const nota = note.get(chiave);
    const diversa = nota ? diversaDallaScheda(riga.scritta, nota) : [];
    const suo = inCorso.get(chiave) ?? daNota(nota);
    const problemi = diversa.length > 0 || !suo ? diversa : nelProgetto(riga, suo, decisione);
    if (problemi.length > 0) decisione.rifiutate.push({ riga, problemi });
    else if (suo) inCorso.set(chiave, suo);
    else inCorso.set(chiave, entra(riga, nota, decisione));
  }
  return decisione;
}

const daNota = (nota: PersonaNota | undefined): InCorso | undefined => {
  const p = nota?.partecipante;
  if (!p) return undefined;
  const ingressi = () => new Map([p.ingresso, ...p.rientri].map((giorno) => [giorno, 0]));
  return { di: p.id, prima: null, ...p, rientri: [...p.rientri], azioni: new Map(p.azioni.map((azione) => [azione, ingressi()])) };
};

const nuovoInCorso = (riga: RigaValida): InCorso => ({
  di: riga.numero,
  prima: riga,
  ingresso: riga.scritta.ingresso,
  uscita: riga.scritta.uscita,
  motivoUscita: riga.scritta.motivoUscita,
  rientri: [],
  azioni: new Map([[riga.scritta.azioni[0].azioneId, new Map([[riga.scritta.ingresso, riga.numero]])]]),
});

function entra(riga: RigaValida, nota: PersonaNota | undefined, { nuove }: Decisione): InCorso {
  nuove.push({ numero: riga.numero, personaId: nota?.personaId ?? null, scritta: riga.scritta });
  return nuovoInCorso(riga);
}

/** Una riga non corregge una scheda: se dicono cose diverse, decide una persona. */
function diversaDallaScheda({ sesso, dataNascita }: Scritta, nota: PersonaNota): Problema[] {
  const frase = (che: string) => `${che} non è nella scheda di questa persona, o è diverso: correggi la scheda o la riga.`;
  return [
    ...(sesso && sesso !== nota.sesso ? [{ colonna: 'sesso', messaggio: frase('Questo dato') }] : []),
    ...(dataNascita && dataNascita !== nota.dataNascita ? [{ colonna: 'data_nascita', messaggio: frase('Questa data') }] : []),
  ];
}

/** Una riga di chi nel progetto c'è già: per il database, o per una riga prima. */
function nelProgetto(riga: RigaValida, suo: InCorso, decisione: Decisione): Problema[] {
  const { scritta, numero } = riga;
  const contraria = suo.prima ? contrariaAllaPrima(scritta, suo.prima) : [];
  if (contraria.length > 0) return contraria;
  const { ingresso } = scritta;
  if (ingresso === suo.ingresso || suo.rientri.includes(ingresso)) return altraAzione(riga, suo, decisione);
  if (suo.uscita === null || ingresso < suo.uscita || suo.motivoUscita === 'DECESSO')
    return [{ colonna: 'ingresso', messaggio: fraseIngresso(suo) }];
  decisione.rientri.push({ di: suo.di, scritta });
  decisione.frequenze.push({ di: suo.di, scritta, ripresa: suo.azioni.has(scritta.azioni[0].azioneId) });
  suo.rientri.push(ingresso);
  suo.uscita = scritta.uscita;
  suo.motivoUscita = scritta.motivoUscita;
  segna(suo, scritta, numero);
  return [];
}

const fraseIngresso = ({ ingresso, uscita, motivoUscita }: InCorso): string =>
  motivoUscita === 'DECESSO'
    ? 'L’uscita di questa persona è per decesso: se è un errore, correggi prima l’uscita dalla sua scheda.'
    : uscita
      ? `Questa persona è già nel progetto dal ${dataBreve(ingresso)} al ${dataBreve(uscita)}: un rientro non può venire prima dell’uscita.`
      : `Questa persona è già nel progetto dal ${dataBreve(ingresso)}: usa quella data, o registra prima l’uscita.`;

function altraAzione(riga: RigaValida, suo: InCorso, decisione: Decisione): Problema[] {
  const { scritta, numero } = riga;
  const [azione] = scritta.azioni;
  const gia = suo.azioni.get(azione.azioneId)?.get(scritta.ingresso);
  if (gia) return [{ colonna: 'azione', messaggio: `La stessa persona con la stessa azione e lo stesso ingresso è già alla riga ${gia}.` }];
  if (scritta.uscita && scritta.uscita !== suo.uscita)
    return [
      {
        colonna: 'uscita',
        messaggio: suo.uscita
          ? `Per questa persona l’uscita è già il ${dataBreve(suo.uscita)}: correggi la riga o la scheda.`
          : 'Questa persona è già nel progetto senza uscita: registrala dalla sua scheda.',
      },
    ];
  if (gia === 0) decisione.giaPresenti.push(numero);
  else decisione.frequenze.push({ di: suo.di, scritta, ripresa: suo.azioni.has(azione.azioneId) });
  segna(suo, scritta, gia ?? numero);
  return [];
}

function segna(suo: InCorso, { azioni: [{ azioneId }], ingresso }: Scritta, numero: number): void {
  const ingressi = suo.azioni.get(azioneId) ?? new Map<string, number>();
  suo.azioni.set(azioneId, ingressi.set(ingresso, numero));
}

/** Due righe della stessa persona nello stesso file devono dire la stessa persona. */
function contrariaAllaPrima(scritta: Scritta, { scritta: prima, numero }: RigaValida): Problema[] {
  const campi = [
    ['cognome', nomePiegato(scritta.cognome) === nomePiegato(prima.cognome)],
    ['nome', nomePiegato(scritta.nome) === nomePiegato(prima.nome)],
    ['sesso', scritta.sesso === prima.sesso],
    ['data_nascita', scritta.dataNascita === prima.dataNascita],
  ] as const;
  return campi.flatMap(([colonna, uguale]) =>
    uguale ? [] : [{ colonna, messaggio: `È la stessa persona della riga ${numero}, ma qui il dato è diverso.` }],
  );
}
