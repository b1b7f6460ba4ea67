import { randomInt, randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { improntaDi, nuovoSegreto } from '@/lib/auth/segreti';
import { ModuloCandidatura } from '@/lib/avvisi/candidatura';
import { cifraDiControllo } from '@/lib/avvisi/codiceFiscale';
import { confermaCandidatura } from '@/lib/avvisi/commands/confermaCandidatura';
import { inviaCandidatura } from '@/lib/avvisi/commands/inviaCandidatura';
import type { DatiAvviso } from '@/lib/avvisi/schema';
import { oraDiRoma } from '@/lib/bandi/termini';
import { type BandoDiProva, type DomandaDiProva, unaDomanda } from './buildersDomanda';
import { inserisci, superutente } from './superutente';

const GIORNO = 86_400_000;
const AZIONI = [
  { chiave: 'a1', titolo: 'Sportello di quartiere' },
  { chiave: 'a2', titolo: 'Trasporto sociale' },
];
const CRITERI = [
  { chiave: 'c1', testo: 'Valore aggiunto', massimo: 60 },
  { chiave: 'c2', testo: 'Esperienza', massimo: 40 },
];

/** Un codice fiscale di organizzazione mai visto, con la sua cifra di controllo. */
export function unCodiceFiscale(): string {
  const dieci = `9${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
  return `${dieci}${cifraDiControllo(dieci)}`;
}

export type AvvisoDiProva = { id: string; domanda: DomandaDiProva; referente: Attore; titolo: string };
type Opzioni = { bando?: BandoDiProva; stato?: 'BOZZA' | 'PUBBLICATO' | 'CHIUSO' };

/** Un avviso di un progetto che cerca partner: aperto da ieri, chiuso tra trenta giorni (ieri, se CHIUSO). */
export async function unAvviso({ bando, stato = 'PUBBLICATO' }: Opzioni = {}): Promise<AvvisoDiProva> {
  const domanda = await unaDomanda({ bando, stato: stato === 'BOZZA' ? 'IDEA_APPROVATA' : 'PARTNERSHIP_APERTA' });
  const referente = await domanda.capofila.attore();
  const titolo = `Avviso ${randomUUID().slice(0, 8)}`;
  const adesso = referente.adesso.getTime();
  const { id } = await inserisci(superutente, 'avviso', {
    ...{ regione_id: domanda.bando.regione.id, progetto_id: domanda.id, titolo, testo: 'Cerchiamo partner per il territorio.', stato },
    ...{ azioni: JSON.stringify(AZIONI), criteri: JSON.stringify(CRITERI), rev: 1 },
    apre: new Date(adesso - 2 * GIORNO),
    chiude: new Date(adesso + (stato === 'CHIUSO' ? -GIORNO : 30 * GIORNO)),
    pubblicato_il: stato === 'BOZZA' ? null : new Date(adesso - 2 * GIORNO),
  });
  return { id, domanda, referente, titolo };
}

/** Il modulo di chi si candida, come lo invia una pagina. */
export const modulo = (avviso: { id: string }, cambio: Partial<Record<keyof ModuloCandidatura, unknown>> = {}): ModuloCandidatura =>
  ModuloCandidatura.parse({
    ...{ avvisoId: avviso.id, denominazione: 'Associazione Il Ponte', tipo: 'ETS', codiceFiscale: unCodiceFiscale(), runts: '12345' },
    ...{ sede: 'Via Roma 1, Biella', email: `${randomUUID().slice(0, 8)}@ponte.example`, azioni: ['a1'], privacy: 'si' },
    ...{ valoreAggiunto: 'Volontari del quartiere.', risorseProprie: 'Una sede e due mezzi.', esperienza: 'Dieci anni di sportello.' },
    ...cambio,
  });

/** Si candida dalla porta pubblica. @returns il segreto del collegamento */
export async function candidati(avviso: AvvisoDiProva, inviato = modulo(avviso), file: { nome: string; contenuto: Uint8Array }[] = []) {
  const segreto = nuovoSegreto();
  const scritto = { titolo: avviso.titolo, ente: avviso.domanda.capofila.denominazione, chiude: null };
  await inviaCandidatura(inviato, file, scritto, {
    impronta: improntaDi(segreto),
    collegamento: `http://localhost/avvisi/conferma/${segreto}`,
  });
  return { segreto, modulo: inviato, conferma: () => confermaCandidatura(improntaDi(segreto)) };
}

type StatoDiProva = 'BOZZA' | 'INVIATA' | 'AMMESSA' | 'ESCLUSA' | 'SELEZIONATA' | 'RISERVA' | 'NON_SELEZIONATA';

/** Una candidatura già nello stato chiesto. */
export async function unaCandidatura(avviso: AvvisoDiProva, stato: StatoDiProva = 'INVIATA', cambio: Parameters<typeof modulo>[1] = {}) {
  const { codiceFiscale, email, avvisoId: _, privacy: __, ...dati } = modulo(avviso, cambio);
  const { id } = await inserisci(superutente, 'candidatura', {
    ...{ regione_id: avviso.domanda.bando.regione.id, progetto_id: avviso.domanda.id, avviso_id: avviso.id, dati: JSON.stringify(dati) },
    ...{ email, codice_fiscale: codiceFiscale, stato, conferma_hash: Buffer.from(improntaDi(nuovoSegreto())) },
    ...{ conferma_entro: '2100-01-01', inviata_il: avviso.referente.adesso },
    punteggi: JSON.stringify(['INVIATA', 'BOZZA', 'ESCLUSA'].includes(stato) ? {} : { c1: 50, c2: 30 }),
  });
  return { id, email, codiceFiscale, rev: 0 };
}

/** La posta accodata per un indirizzo, dalla più vecchia. */
export async function postaPer(email: string): Promise<{ id: string; oggetto: string; testo: string; stato: string; tentativi: number }[]> {
  return (await superutente.query('select * from posta where destinatario = $1 order by creata_il, id', [email])).rows;
}

/**
 * L'istante del portale come lo calcolano le sue connessioni, che sono in UTC: app.adesso() chiesta da qui, con un altro fuso, dà un'ora diversa
 * (lo scarto dell'orologio dimostrativo è fatto di giorni, e tra oggi e la data dimostrativa cambia l'ora legale).
 */
export const ADESSO = `(select now() + make_interval(secs => extract(epoch from scarto)::double precision) from app.orologio)`;

/** Sposta i termini di un avviso, con espressioni SQL. */
export const sposta = ({ id }: AvvisoDiProva, apre: string, chiude: string) =>
  superutente.query(`update avviso set apre = ${ADESSO} ${apre}, chiude = ${ADESSO} ${chiude} where id = $1`, [id]);

/** Passa il termine di un avviso. */
export const scade = (avviso: AvvisoDiProva) => sposta(avviso, `- interval '2 days'`, `- interval '1 millisecond'`);

/** Gli atti del progetto, dal più vecchio. */
export const attiDi = async ({ domanda }: AvvisoDiProva): Promise<Record<string, unknown>[]> =>
  (await superutente.query('select atto, prima, dopo, riservato, attore_id from evento where progetto_id = $1 order by id', [domanda.id]))
    .rows;

export const statoProgetto = async ({ domanda }: AvvisoDiProva): Promise<string> =>
  (await superutente.query('select stato from progetto where id = $1', [domanda.id])).rows[0].stato;

/** L'avviso come lo scrive il modulo: intero e pubblicabile. */
export function bozza(progettoId: string, adesso: Date, cambio: Partial<DatiAvviso> = {}): DatiAvviso {
  return {
    ...{ progettoId, rev: 0, titolo: 'Ricerca di partner', testo: 'Cerchiamo partner.', azioni: AZIONI, criteri: CRITERI, apre: null },
    chiude: oraDiRoma(new Date(adesso.getTime() + 25 * GIORNO)),
    ...cambio,
  };
}
