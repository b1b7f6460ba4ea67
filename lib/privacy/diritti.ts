import type { Compito } from '@/lib/attuazione/tipiCompiti';
import { piuMesi } from '@/lib/calendario/date';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve } from '@/lib/format/data';
import { routes } from '@/lib/routes';

/** Le richieste degli interessati (GDPR artt. 15-21): pure, date AAAA-MM-GG, senza orologio. */

export const GENERI_DIRITTO = {
  ACCESSO: { nome: 'Accesso ai propri dati', articolo: 'art. 15', chiede: 'vuole sapere quali suoi dati trattate e averne copia' },
  RETTIFICA: { nome: 'Rettifica', articolo: 'art. 16', chiede: 'vuole correggere o completare i suoi dati' },
  CANCELLAZIONE: { nome: 'Cancellazione', articolo: 'art. 17', chiede: 'vuole che i suoi dati siano cancellati' },
  LIMITAZIONE: { nome: 'Limitazione', articolo: 'art. 18', chiede: 'vuole che i suoi dati si conservino senza usarli' },
  OPPOSIZIONE: { nome: 'Opposizione', articolo: 'art. 21', chiede: 'non vuole che i suoi dati siano trattati' },
} as const;
export type GenereDiritto = keyof typeof GENERI_DIRITTO;
export const CODICI_DIRITTO = Object.keys(GENERI_DIRITTO) as [GenereDiritto, ...GenereDiritto[]];
export type StatoDiritto = 'APERTA' | 'EVASA' | 'RESPINTA';

export type RichiestaLetta = {
  id: string;
  genere: GenereDiritto;
  ricevutaIl: string;
  entro: string;
  stato: StatoDiritto;
  esito: string | null;
  /** Istante ISO. */
  chiusaIl: string | null;
  personaId: string | null;
  /** Quando l'ente ha tolto la limitazione accolta; istante ISO. */
  toltaIl: string | null;
  /** Vero se la persona è già anonima. */
  anonima: boolean;
};

/** I diritti che fermano il trattamento (GDPR artt. 18 e 21): da quando si chiedono finché si respingono o l'ente toglie la limitazione. Anche in 0014. */
const LIMITANO: readonly GenereDiritto[] = ['LIMITAZIONE', 'OPPOSIZIONE'];
export const limita = ({ genere, stato, toltaIl }: Pick<RichiestaLetta, 'genere' | 'stato' | 'toltaIl'>): boolean =>
  LIMITANO.includes(genere) && stato !== 'RESPINTA' && toltaIl === null;

/** @throws DomainError interessato.nonLimitata se non c'è una limitazione accolta da togliere */
export function esigiLimitazioneAccolta(richiesta: Pick<RichiestaLetta, 'genere' | 'stato' | 'toltaIl'>): void {
  if (!limita(richiesta) || richiesta.stato !== 'EVASA')
    throw new DomainError('interessato.nonLimitata', 'Questa richiesta non ha una limitazione in corso da togliere.');
}

/** Un mese dal ricevimento (art. 12 par. 3); se il giorno non esiste, l'ultimo del mese. */
export const termineRisposta = (ricevutaIl: string): string => piuMesi(ricevutaIl, 1);
/** Due mesi in più, una volta sola: tre dal ricevimento. */
export const termineProrogato = (ricevutaIl: string): string => piuMesi(ricevutaIl, 3);

type Prorogabile = Pick<RichiestaLetta, 'stato' | 'ricevutaIl' | 'entro'>;
export const prorogata = ({ ricevutaIl, entro }: Pick<RichiestaLetta, 'ricevutaIl' | 'entro'>): boolean =>
  entro > termineRisposta(ricevutaIl);

/** @throws DomainError interessato.chiusa, interessato.giaProrogata, interessato.tardi */
export function esigiProrogabile(richiesta: Prorogabile, oggi: string): void {
  esigiAperta(richiesta.stato);
  if (prorogata(richiesta))
    throw new DomainError('interessato.giaProrogata', 'Il termine è già stato prorogato: si può fare una volta sola (art. 12).');
  if (oggi > richiesta.entro)
    throw new DomainError(
      'interessato.tardi',
      'La proroga si comunica entro un mese dalla richiesta, e il mese è passato: rispondi appena puoi.',
    );
}

/** @throws DomainError interessato.chiusa */
export function esigiAperta(stato: StatoDiritto): void {
  if (stato !== 'APERTA')
    throw new DomainError('interessato.chiusa', 'Questa richiesta è già chiusa. Ricarica la pagina per vedere com’è andata.');
}

/** Che cosa resta di chi chiede la cancellazione, e perché: lo si scrive nella risposta. */
export const PERCHE_RESTA =
  'Abbiamo cancellato nome, codice fiscale, recapiti, data di nascita, nucleo e comune di residenza. Restano, senza nulla che dica chi è la persona, ' +
  'le caratteristiche della partecipazione (età all’ingresso, sesso, titolo di studio, condizione, date, esiti): servono a rendere conto dei fondi europei ' +
  'e alla statistica (GDPR art. 17 par. 3 lett. b e d; Reg. UE 2021/1060 e 2021/1057).';

/** Perché adesso cancellare può essere presto; vuoto se i termini sono passati. */
export const frenoCancellazione = (scadenza: string | null, oggi: string): string =>
  scadenza === null
    ? 'Un progetto di questa persona è ancora aperto: finché i controlli possono chiedere chi è, l’ente può rispondere che la legge impone di conservare i dati (art. 17 par. 3 lett. b).'
    : scadenza >= oggi
      ? `I controlli possono chiedere chi è questa persona fino al ${dataBreve(scadenza)}: fino ad allora l’ente può rispondere che la legge impone di conservare i dati (art. 17 par. 3 lett. b).`
      : '';

/** Che cosa fa l'ente per le richieste aperte, una cosa ciascuna. Mai chi le ha fatte. */
export const compitiDiritti = (richieste: readonly Pick<RichiestaLetta, 'id' | 'genere' | 'entro' | 'ricevutaIl'>[]): Compito[] =>
  richieste.map(({ id, genere, entro, ricevutaIl }) => ({
    id: `diritto-${id}`,
    titolo: `Rispondi a una richiesta: ${GENERI_DIRITTO[genere].nome.toLowerCase()}`,
    perche: `Una persona ${GENERI_DIRITTO[genere].chiede}. Si risponde entro un mese (GDPR, art. 12).`,
    provenienza: `Ricevuta il ${dataBreve(ricevutaIl)}`,
    href: routes.richiestaInteressato(id),
    azione: 'Rispondi',
    entro,
  }));
