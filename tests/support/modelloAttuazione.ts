import { randomUUID } from 'node:crypto';
import { approvaConRilievi } from '@/lib/attuazione/commands/approvaConRilievi';
import { approvaRapporto } from '@/lib/attuazione/commands/approvaRapporto';
import { chiediChiarimento } from '@/lib/attuazione/commands/chiediChiarimento';
import { chiudiChiarimento } from '@/lib/attuazione/commands/chiudiChiarimento';
import { consegnaParte } from '@/lib/attuazione/commands/consegnaParte';
import { prendiInCarico } from '@/lib/attuazione/commands/prendiInCarico';
import { presentaRapporto } from '@/lib/attuazione/commands/presentaRapporto';
import { respingiRapporto } from '@/lib/attuazione/commands/respingiRapporto';
import { riapriInParte } from '@/lib/attuazione/commands/riapriInParte';
import { riapriRapporto } from '@/lib/attuazione/commands/riapriRapporto';
import { rinviaParte } from '@/lib/attuazione/commands/rinviaParte';
import { ripresentaRapporto } from '@/lib/attuazione/commands/ripresentaRapporto';
import { rispondiChiarimento } from '@/lib/attuazione/commands/rispondiChiarimento';
import { ritiraChiarimento } from '@/lib/attuazione/commands/ritiraChiarimento';
import { salvaAvanzamento } from '@/lib/attuazione/commands/salvaAvanzamento';
import { compilata, type Persona, type Pratica } from './pratica';

/** Una relazione ridotta all'osso: ciò che gli atti cambiano. La prova confronta questo racconto con il database. */
export type Modello = {
  stato: string;
  parteDelPartner: string;
  chiarimenti: { id: string; stato: string }[];
  riaperta: boolean;
  /** Respinta e riaperta: si corregge tutta, e non torna in verifica ritirando una domanda. Nel database non è una colonna. */
  perIntero: boolean;
  rev: number;
  versioni: number;
  eventi: string[];
};

export const inizio = (): Modello => ({
  stato: 'BOZZA',
  parteDelPartner: 'APERTO',
  chiarimenti: [],
  riaperta: false,
  perIntero: false,
  rev: 1,
  versioni: 0,
  eventi: [],
});

const NOTA = 'Un testo abbastanza lungo';
const ENTE: readonly Persona[] = ['referente', 'operatore', 'partner'];
const CAPOFILA: readonly Persona[] = ['referente', 'operatore'];
const REGIONE: readonly Persona[] = ['istruttore', 'collega', 'dirigente'];

const conStato = (m: Modello, stato: string) => m.chiarimenti.find((c) => c.stato === stato);
const inEsame = (m: Modello) => m.stato === 'IN_VERIFICA' || m.stato === 'CHIARIMENTI';
const decidibile = (m: Modello) => m.stato === 'IN_VERIFICA' && m.chiarimenti.every(({ stato }) => stato === 'CHIUSO');
const scrivibile = (m: Modello, chi: Persona) =>
  m.stato === 'BOZZA' ? chi !== 'partner' || ['APERTO', 'RINVIATO'].includes(m.parteDelPartner) : m.stato === 'CHIARIMENTI' && m.riaperta;
const inVerifica = (m: Modello) => Object.assign(m, { stato: 'IN_VERIFICA', riaperta: false, perIntero: false, versioni: m.versioni + 1 });
const torna = (m: Modello) => inVerifica(m).eventi.push('rapporto.ripresentato');

type Atto = {
  /** Chi può compierlo, e quando. */
  chi: readonly Persona[];
  se: (m: Modello, chi: Persona) => boolean;
  /** Il comando vero. */
  fai: (p: Pratica, chi: Persona, m: Modello) => Promise<unknown>;
  /** Che cosa cambia se riesce; aggiunge i nomi degli eventi attesi. */
  poi: (m: Modello, esito: unknown) => void;
};

const decisione = (fai: Atto['fai'], stato: string, evento: string): Atto => ({
  chi: REGIONE,
  se: decidibile,
  fai,
  poi: (m) => Object.assign(m, { stato }).eventi.push(evento),
});
const parte = (p: Pratica) => ({ rapportoId: p.rapportoId, organizzazioneId: p.enteDelPartner.id });
const conNota = ({ rapportoId }: Pratica) => ({ rapportoId, nota: NOTA });

export const ATTI: Record<string, Atto> = {
  salva: {
    chi: ENTE,
    se: scrivibile,
    fai: (p, chi, { rev }) => salvaAvanzamento(p.chi[chi], compilata(p, p.azioneDelPartner, { rev })),
    poi: (m) => Object.assign(m, { rev: m.rev + 1 }).eventi.push('avanzamento.salvato'),
  },
  consegna: {
    chi: ENTE,
    se: (m) => m.stato === 'BOZZA' && ['APERTO', 'RINVIATO'].includes(m.parteDelPartner),
    fai: (p, chi) => consegnaParte(p.chi[chi], parte(p)),
    poi: (m) => Object.assign(m, { parteDelPartner: 'CONSEGNATO' }).eventi.push('parte.consegnata'),
  },
  rinvia: {
    chi: CAPOFILA,
    se: (m) => m.stato === 'BOZZA' && m.parteDelPartner === 'CONSEGNATO',
    fai: (p, chi) => rinviaParte(p.chi[chi], { ...parte(p), nota: NOTA }),
    poi: (m) => Object.assign(m, { parteDelPartner: 'RINVIATO' }).eventi.push('parte.rinviata'),
  },
  presenta: {
    chi: ['referente'],
    se: (m) => m.stato === 'BOZZA' && m.parteDelPartner === 'CONSEGNATO',
    fai: (p, chi) => presentaRapporto(p.chi[chi], p),
    poi: (m) => Object.assign(m, { stato: 'PRESENTATO', parteDelPartner: 'INCLUSO', versioni: 1 }).eventi.push('rapporto.presentato'),
  },
  prendi: {
    chi: REGIONE,
    se: (m) => m.stato === 'PRESENTATO',
    fai: (p, chi) => prendiInCarico(p.chi[chi], p),
    poi: (m) => Object.assign(m, { stato: 'IN_VERIFICA' }).eventi.push('rapporto.presoInCarico'),
  },
  chiedi: {
    chi: REGIONE,
    se: (m) => inEsame(m) && conStato(m, 'APERTO') === undefined, // il modello chiede sempre sulla stessa azione
    fai: (p, chi) => chiediChiarimento(p.chi[chi], { rapportoId: p.rapportoId, azioneId: p.azioneDelPartner.id, domanda: NOTA }),
    poi: (m, esito) => {
      m.chiarimenti.push({ id: (esito as { chiarimentoId: string }).chiarimentoId, stato: 'APERTO' });
      Object.assign(m, { stato: 'CHIARIMENTI', riaperta: true }).eventi.push('rapporto.chiarimentoChiesto');
    },
  },
  rispondi: {
    chi: ['referente'],
    se: (m) => m.stato === 'CHIARIMENTI' && conStato(m, 'APERTO') !== undefined,
    fai: (p, chi, m) =>
      rispondiChiarimento(p.chi[chi], { chiarimentoId: (conStato(m, 'APERTO') ?? m.chiarimenti[0])?.id ?? randomUUID(), risposta: NOTA }),
    poi: (m) => {
      Object.assign(conStato(m, 'APERTO') ?? {}, { stato: 'RISPOSTO' });
      m.eventi.push('chiarimento.risposto');
      if (!conStato(m, 'APERTO')) torna(m);
    },
  },
  chiudi: {
    chi: REGIONE,
    se: (m) => inEsame(m) && conStato(m, 'RISPOSTO') !== undefined,
    fai: (p, chi, m) => chiudiChiarimento(p.chi[chi], { chiarimentoId: (conStato(m, 'RISPOSTO') ?? m.chiarimenti[0])?.id ?? randomUUID() }),
    poi: (m) => {
      Object.assign(conStato(m, 'RISPOSTO') ?? {}, { stato: 'CHIUSO' });
      m.eventi.push('chiarimento.chiuso');
    },
  },
  ritira: {
    chi: REGIONE,
    se: (m) => m.stato === 'CHIARIMENTI' && conStato(m, 'APERTO') !== undefined,
    fai: (p, chi, m) => ritiraChiarimento(p.chi[chi], { chiarimentoId: (conStato(m, 'APERTO') ?? m.chiarimenti[0])?.id ?? randomUUID() }),
    poi: (m) => {
      Object.assign(conStato(m, 'APERTO') ?? {}, { stato: 'CHIUSO' });
      m.eventi.push('chiarimento.ritirato');
      if (!m.perIntero) inVerifica(m);
    },
  },
  approva: decisione((p, chi) => approvaRapporto(p.chi[chi], p), 'APPROVATO', 'rapporto.approvato'),
  approvaConRilievi: decisione(
    (p, chi) => approvaConRilievi(p.chi[chi], conNota(p)),
    'APPROVATO_CON_RILIEVI',
    'rapporto.approvatoConRilievi',
  ),
  respingi: decisione((p, chi) => respingiRapporto(p.chi[chi], conNota(p)), 'RESPINTO', 'rapporto.respinto'),
  riapri: {
    chi: ['dirigente'],
    se: (m) => m.stato === 'RESPINTO',
    fai: (p, chi) => riapriRapporto(p.chi[chi], conNota(p)),
    poi: (m) => Object.assign(m, { stato: 'CHIARIMENTI', riaperta: true, perIntero: true }).eventi.push('rapporto.riaperto'),
  },
  riapriInParte: {
    chi: REGIONE,
    se: (m) => m.stato.startsWith('APPROVATO'),
    fai: (p, chi) => riapriInParte(p.chi[chi], { rapportoId: p.rapportoId, azioni: [p.azioneDelPartner.id], domanda: NOTA }),
    poi: (m, esito) => {
      for (const id of (esito as { chiarimenti: string[] }).chiarimenti) m.chiarimenti.push({ id, stato: 'APERTO' });
      Object.assign(m, { stato: 'CHIARIMENTI', riaperta: true }).eventi.push('rapporto.riapertoInParte');
    },
  },
  ripresenta: {
    chi: ['referente'],
    se: (m) => m.stato === 'CHIARIMENTI' && !conStato(m, 'APERTO'),
    fai: (p, chi) => ripresentaRapporto(p.chi[chi], p),
    poi: torna,
  },
};
