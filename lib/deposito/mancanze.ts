import { type Configurazione, type Sezione, sezioniDi, vociDi } from '@/lib/bandi/configurazione';
import { spettaA } from '@/lib/bandi/importiAmbito';
import { mancanzeSezione } from '@/lib/domande/completezza';
import { conPrecompilati } from '@/lib/domande/precompilati';
import type { Valori } from '@/lib/domande/valori';
import { isDomainError } from '@/lib/errors/domainError';
import { mancanzeAzioni, mancanzeBudget } from '@/lib/piano/mancanze';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { documentiVigenti, pianoDi } from '@/lib/versioni/contenuto';
import { sezioniCorrenti } from '@/lib/versioni/ereditati';
import type { DomandaScritta } from './queriesDomanda';

/** Una cosa che manca per presentare, con il posto dove si rimedia. */
export type Mancanza = { href: string; messaggio: string };
/** Le mancanze di una sezione, o dei documenti, o dei partner. */
export type GruppoMancanze = { chiave: string; titolo: string; href: string; mancanze: Mancanza[] };

export type Scritta = Pick<
  DomandaScritta,
  'id' | 'partner' | 'ambiti' | 'sezioni' | 'documenti' | 'categorieIntervento' | 'gruppi' | 'prescrizioni'
> & {
  configurazione: Configurazione;
};

/** Tutto ciò che manca per presentare una fase, nell'ordine del modulo. Un gruppo per sezione, anche se completa. */
export function mancanzeDomanda(domanda: Scritta, fase: FaseDomanda): GruppoMancanze[] {
  const sezioni = sezioniDi(domanda.configurazione, fase);
  const { configurazione, partner } = domanda;
  const scritte = conPrecompilati(configurazione, fase, sezioniCorrenti(configurazione, fase, domanda.sezioni), partner);
  return [
    ...sezioni.map((sezione) => gruppoDiSezione(domanda, fase, sezione, scritte)),
    ...documentiMancanti(domanda, fase),
    ...partnerMancanti(domanda),
    ...(fase === 'PROGETTO' ? prescrizioniMancanti(domanda) : []),
  ];
}

export const quanteMancanze = (gruppi: readonly GruppoMancanze[]): number =>
  gruppi.reduce((somma, { mancanze }) => somma + mancanze.length, 0);

function gruppoDiSezione(domanda: Scritta, fase: FaseDomanda, sezione: Sezione, scritte: Record<string, Valori>): GruppoMancanze {
  const { chiave, titolo, codice } = sezione;
  const dellaFase = documentiVigenti(documentiDi(domanda, fase));
  const campi = sezione.campi.filter(({ tipo }) => tipo !== 'azioni' && tipo !== 'budget');
  const diModulo = mancanzeSezione({ campi }, scritte[chiave] ?? {}, { documenti: dellaFase, principi: domanda.configurazione.principi });
  const diPiano = sezione.campi
    .flatMap(({ tipo, chiave: campo }) => (tipo === 'azioni' || tipo === 'budget' ? [{ tipo, campo }] : []))
    .flatMap(({ tipo, campo }) => messaggiPiano(domanda, tipo, scritte).map((messaggio) => ({ campo, messaggio })));
  return {
    chiave,
    titolo: codice ? `${codice}. ${titolo}` : titolo,
    href: routes.sezione(domanda.id, chiave),
    mancanze: [...diModulo, ...diPiano].map(({ campo, messaggio }) => ({
      href: `${routes.sezione(domanda.id, chiave)}#campo-${campo}`,
      messaggio,
    })),
  };
}

/** I documenti di una fase: la rimodulazione tiene quelli del progetto. */
const documentiDi = ({ documenti }: Pick<Scritta, 'documenti'>, fase: FaseDomanda) =>
  documenti.filter((d) => d.fase === fase || (fase === 'RIMODULAZIONE' && d.fase === 'PROGETTO'));

function messaggiPiano(
  { configurazione, partner, ambiti, categorieIntervento, gruppi }: Scritta,
  quale: 'azioni' | 'budget',
  scritte: Record<string, Valori>,
): string[] {
  try {
    const { azioni, voci } = pianoDi(scritte);
    const { categorieCosto, contributoMinCents, contributoMaxCents } = configurazione;
    const spettaCents = spettaA(configurazione, ambiti);
    const regole = { partner, categorieCosto, contributoMinCents, contributoMaxCents, spettaCents, categorieIntervento, gruppi };
    return (quale === 'azioni' ? mancanzeAzioni(azioni, regole) : mancanzeBudget(azioni, voci, regole)).map(({ messaggio }) => messaggio);
  } catch (error) {
    if (isDomainError(error)) return [error.message];
    throw error;
  }
}

function documentiMancanti({ id, configurazione, documenti }: Scritta, fase: FaseDomanda): GruppoMancanze[] {
  const richiesti = vociDi(configurazione.documenti, fase === 'IDEA' ? 'IDEA' : 'PROGETTO').filter(({ obbligatorio }) => obbligatorio);
  if (richiesti.length === 0) return [];
  const presenti = new Set(documentiDi({ documenti }, fase).map(({ chiave }) => chiave));
  const mancanze = richiesti
    .filter(({ chiave }) => !presenti.has(chiave))
    .map(({ chiave, titolo }) => ({ href: `${routes.documenti(id)}#voce-${chiave}`, messaggio: `Carica il documento «${titolo}».` }));
  return [{ chiave: 'documenti', titolo: 'Documenti', href: routes.documenti(id), mancanze }];
}

function partnerMancanti({ id, partner }: Scritta): GruppoMancanze[] {
  const altri = partner.filter(({ ruolo }) => ruolo !== 'CAPOFILA');
  if (altri.length === 0) return [];
  const mancanze = altri
    .filter(({ confermata }) => !confermata)
    .map(({ denominazione }) => ({ href: routes.partner(id), messaggio: `${denominazione} deve ancora confermare di partecipare.` }));
  return [{ chiave: 'partner', titolo: 'Partner', href: routes.partner(id), mancanze }];
}

/** Il progetto definitivo dice come rispetta ogni prescrizione posta sull'idea. */
function prescrizioniMancanti({ id, prescrizioni }: Scritta): GruppoMancanze[] {
  if (prescrizioni.length === 0) return [];
  const mancanze = prescrizioni
    .filter(({ scritta, respinta }) => !scritta || respinta)
    .map(({ id: prescrizione, ente }) => ({
      href: `${routes.prescrizioni(id)}#prescrizione-${prescrizione}`,
      messaggio: `${ente} deve scrivere come rispetta una prescrizione posta sull’idea.`,
    }));
  return [{ chiave: 'prescrizioni', titolo: 'Prescrizioni sull’idea', href: routes.prescrizioni(id), mancanze }];
}
