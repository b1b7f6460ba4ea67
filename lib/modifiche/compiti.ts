import { giorniTra } from '@/lib/attuazione/rules';
import type { Compito } from '@/lib/attuazione/tipiCompiti';
import type { Ruolo } from '@/lib/auth/attore';
import type { DominioModifica } from '@/lib/bandi/configurazione';
import { giornoDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { rifiutoDecisione } from './regola';
import { type Competente, NOME_DOMINIO, type StatoModifica } from './schema';

/** Che cosa c'è da fare, e che cosa si aspetta, per le richieste di modifica. Istanti ISO. */

export type ModificaDovuta = {
  id: string;
  progettoId: string;
  progetto: string;
  numero: number;
  dominio: DominioModifica;
  stato: StatoModifica;
  competente: Competente | null;
  apertaIl: string;
  presentataIl: string | null;
  /** Se l'ente di chi guarda è capofila. */
  capofila: boolean;
};
export type AttesaModifica = { id: string; titolo: string; perche: string; href: string; giorni: number };

const nome = ({ dominio }: Pick<ModificaDovuta, 'dominio'>): string => NOME_DOMINIO[dominio].toLowerCase();
const indirizzo = ({ progettoId, id }: Pick<ModificaDovuta, 'progettoId' | 'id'>): string => routes.modifica(progettoId, id);

/** Ciò che il capofila deve finire: le richieste in preparazione. Nessuno ha fissato un termine. */
export const compitiModifiche = (richieste: readonly ModificaDovuta[]): Compito[] =>
  richieste
    .filter(({ stato, capofila }) => stato === 'BOZZA' && capofila)
    .map((richiesta) => ({
      id: `modifica-${richiesta.id}`,
      titolo: `Presenta o annulla la richiesta di modifica: ${nome(richiesta)}`,
      perche: 'L’hai cominciata e la Regione non la vede ancora.',
      provenienza: `Progetto ${richiesta.progetto}`,
      href: indirizzo(richiesta),
      azione: 'Continua la richiesta',
      entro: null,
    }));

/** Ciò che l'ente aspetta dalla Regione, e da quanti giorni. */
export const atteseModifiche = (richieste: readonly ModificaDovuta[], adesso: Date): AttesaModifica[] =>
  richieste.flatMap((richiesta) => {
    if (richiesta.stato === 'BOZZA' || !richiesta.presentataIl) return [];
    return [
      {
        id: `modifica-${richiesta.id}`,
        titolo: `Richiesta di modifica: ${nome(richiesta)}, progetto ${richiesta.progetto}`,
        perche: richiesta.stato === 'PRESENTATA' ? 'La Regione non l’ha ancora presa in carico.' : 'La Regione la sta esaminando.',
        href: indirizzo(richiesta),
        giorni: giorniTra(giornoDi(new Date(richiesta.presentataIl)), giornoDi(adesso)),
      },
    ];
  });

type InCoda = Pick<ModificaDovuta, 'id' | 'progettoId' | 'numero' | 'dominio' | 'stato' | 'competente'> & {
  titolo: string;
  assegnataA: { id: string } | null;
};

/** Ciò che una persona della Regione deve fare: prendere in carico ciò che nessuno segue, decidere ciò che le spetta. */
export const compitiDecisione = (coda: readonly InCoda[], chi: { ruolo: Ruolo; utenteId: string }): Compito[] =>
  coda.flatMap((richiesta) => {
    if (chi.ruolo !== 'ISTRUTTORE' && chi.ruolo !== 'DIRIGENTE') return [];
    const comune = { id: `modifica-${richiesta.id}`, provenienza: `Progetto ${richiesta.titolo}`, href: indirizzo(richiesta), entro: null };
    if (richiesta.stato === 'PRESENTATA')
      return [
        {
          ...comune,
          titolo: `Prendi in carico la modifica: ${nome(richiesta)}`,
          perche: 'Nessuno la sta ancora esaminando.',
          azione: 'Apri la richiesta',
        },
      ];
    if (rifiutoDecisione(chi.ruolo, richiesta.competente)) return [];
    const mia = richiesta.assegnataA?.id === chi.utenteId;
    return [
      {
        ...comune,
        titolo: `Decidi la modifica: ${nome(richiesta)}`,
        perche: mia ? 'L’hai presa in carico.' : 'Aspetta chi può decidere.',
        azione: 'Decidi',
      },
    ];
  });
