import type { Attore } from '@/lib/auth/attore';
import { Configurazione, type Sezione, sezioniDi } from '@/lib/bandi/configurazione';
import { spettaA } from '@/lib/bandi/importiAmbito';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { mancanzeDelPiano } from '@/lib/piano/passi';
import type { StatoProgetto } from '@/lib/progetti/schema';
import type { FaseDomanda, VesteProgetto } from '@/lib/progetti/stati';
import { type SezioniPerFase, sezioniCorrenti } from '@/lib/versioni/ereditati';
import { type Mancanza, mancanzeSezione } from './completezza';
import { conPrecompilati } from './precompilati';
import { siScrive } from './rules';
import type { Diritto } from './schema';
import type { Partner, Valori } from './valori';

export type PartnerDomanda = Partner & { confermataIl: string | null };
export type DocumentoDomanda = { id: string; chiave: string; nome: string; byte: number; sha256: string; presentato: boolean };
export type IntegrazioneDomanda = { id: string; genere: 'INTEGRAZIONE' | 'PREAVVISO'; sezioni: string[]; testo: string; entro: string };

/** Una sezione della fase in corso: la sua configurazione, ciò che c'è scritto, se si può scrivere e che cosa manca. */
export type SezioneDomanda = Sezione & {
  /** 0 = nessuno l'ha ancora salvata; i valori, se ci sono, vengono dalla fase prima. */
  rev: number;
  valori: Valori;
  aggiornataIl: string | null;
  /** Aperta alla scrittura: lo stato della domanda lo consente. */
  aperta: boolean;
  /** Che cosa può farci l'ente di chi legge. */
  diritto: Diritto;
  manca: Mancanza[];
  commentiAperti: number;
};

export type Domanda = {
  id: string;
  codice: string;
  titolo: string;
  territorio: string;
  stato: StatoProgetto;
  fase: FaseDomanda;
  veste: VesteProgetto;
  /** `ultima` supera `versione` se la Regione ha pubblicato di nuovo il bando dopo l'apertura della domanda. */
  bando: { id: string; titolo: string; versione: number; ultima: number; chiude: string | null };
  configurazione: Configurazione;
  sezioni: SezioneDomanda[];
  partner: PartnerDomanda[];
  ambiti: { id: string; numero: number; nome: string }[];
  documenti: DocumentoDomanda[];
  integrazioni: IntegrazioneDomanda[];
  permessi: { organizzazioneId: string; chiave: string; diritto: Diritto }[];
};

type Riga = Omit<Domanda, 'sezioni' | 'veste' | 'configurazione'> & {
  configurazione: unknown;
  capofila: boolean;
  scritte: { fase: FaseDomanda; chiave: string; rev: number; aperta: boolean; valori: Valori; aggiornataIl: string }[];
  commenti: Record<string, number>;
};

/** La fase che si legge in ogni stato: fuori dalla scrittura, l'ultima scritta. L'alias `p` è il progetto. */
const FASE = sql`(case when p.stato::text like 'IDEA%' or p.stato = 'PARTNERSHIP_APERTA' then 'IDEA' when p.stato = 'RIMODULAZIONE_INIZIALE' then 'RIMODULAZIONE'
  when p.stato = 'RITIRATO' and not exists (select from sezione_progetto x where x.progetto_id = p.id and x.fase = 'PROGETTO') then 'IDEA' else 'PROGETTO' end)`;

/** La domanda intera come la scrivono gli enti che vi partecipano; null se non esiste, non si vede o non nasce da un bando del portale. Un'istruzione. */
export async function leggiDomanda(attore: Attore, progettoId: string): Promise<Domanda | null> {
  if (attore.lettore !== 'app_ente') return null; // ciò che si sta scrivendo non lo legge nessun altro
  const [riga] = await interroga<{ dati: Riga }>(
    attore,
    sql`
    with p as (select p.*, ${FASE} as fase from progetto p where p.id = ${progettoId}::uuid)
    select json_build_object('id', p.id, 'codice', p.codice, 'titolo', p.titolo, 'territorio', p.territorio, 'stato', p.stato, 'fase', p.fase,
      'capofila', exists (select from partecipazione pa where pa.progetto_id = p.id and pa.organizzazione_id = ${attore.organizzazioneId}::uuid and pa.ruolo = 'CAPOFILA'),
      'bando', json_build_object('id', p.bando_id, 'titolo', v.configurazione ->> 'titolo', 'versione', v.numero,
        'ultima', (select max(u.numero) from bando_versione u where u.bando_id = p.bando_id), 'chiude', (select t.chiude from passo_bando t where t.bando_id = p.bando_id and t.fase = p.fase)),
      'configurazione', v.configurazione,
      'scritte', (select coalesce(json_agg(json_build_object('fase', s.fase, 'chiave', s.chiave, 'rev', s.rev, 'aperta', s.aperta, 'valori', s.valori,
          'aggiornataIl', s.aggiornata_il)), '[]') from sezione_progetto s where s.progetto_id = p.id),
      'partner', (select coalesce(json_agg(json_build_object('organizzazioneId', o.id, 'denominazione', o.denominazione, 'ruolo', pa.ruolo,
          'confermataIl', pa.confermata_il) order by pa.ruolo <> 'CAPOFILA', pa.ordine, o.denominazione), '[]')
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
      'ambiti', (select coalesce(json_agg(json_build_object('id', a.id, 'numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]')
        from progetto_ambito pa join ambito a on a.id = pa.ambito_id where pa.progetto_id = p.id),
      'documenti', (select coalesce(json_agg(json_build_object('id', d.id, 'chiave', d.chiave, 'nome', d.nome, 'byte', d.byte, 'sha256', d.sha256,
          'presentato', d.presentato) order by d.caricato_il), '[]') from documento d where d.progetto_id = p.id and d.fase = p.fase),
      'integrazioni', (select coalesce(json_agg(json_build_object('id', i.id, 'genere', i.genere, 'sezioni', i.sezioni, 'testo', i.testo, 'entro', i.entro)
          order by i.chiesta_il), '[]') from integrazione i where i.progetto_id = p.id and i.fase = p.fase and i.stato = 'APERTA'),
      'permessi', (select coalesce(json_agg(json_build_object('organizzazioneId', m.organizzazione_id, 'chiave', m.chiave, 'diritto', m.diritto)), '[]')
        from permesso_sezione m where m.progetto_id = p.id),
      'commenti', (select coalesce(json_object_agg(c.chiave, c.quanti), '{}') from (select chiave, count(*)::int as quanti from commento_sezione
        where progetto_id = p.id and fase = p.fase and risolto_il is null group by 1) c)
    ) as dati from p join bando_versione v on v.id = p.bando_versione_id`,
  );
  return riga ? componi(attore, riga.dati) : null;
}

function componi(attore: Attore, { configurazione: scritta, capofila, scritte, commenti, ...riga }: Riga): Domanda {
  const configurazione = Configurazione.parse(scritta);
  const valori = conPrecompilati(configurazione, riga.fase, sezioniCorrenti(configurazione, riga.fase, perFase(scritte)), riga.partner);
  const qui = scritte.filter(({ fase }) => fase === riga.fase);
  const depositata = riga.fase === 'RIMODULAZIONE' && qui.some(({ aperta }) => !aperta);
  // nella rimodulazione il limite è quanto si è avuto, non quello del bando: lo controlla la sua pagina
  const limiti =
    riga.fase === 'RIMODULAZIONE'
      ? { contributoMinCents: null, contributoMaxCents: null }
      : { spettaCents: spettaA(configurazione, riga.ambiti) };
  const regole = { ...configurazione, ...limiti, partner: riga.partner };
  const sezioni = sezioniDi(configurazione, riga.fase).map((sezione): SezioneDomanda => {
    const riscritta = qui.find(({ chiave }) => chiave === sezione.chiave);
    const valoriSezione = valori[sezione.chiave] ?? {};
    return {
      ...sezione,
      rev: riscritta?.rev ?? 0,
      valori: valoriSezione,
      aggiornataIl: riscritta?.aggiornataIl ?? null,
      aperta: siScrive({ stato: riga.stato, chiave: sezione.chiave, riga: riscritta?.aperta, depositata, integrazioni: riga.integrazioni }),
      diritto: capofila ? 'SCRITTURA' : dirittoDi(riga.permessi, attore.organizzazioneId, sezione.chiave),
      manca: [
        ...mancanzeSezione(sezione, valoriSezione, { documenti: riga.documenti, principi: configurazione.principi }),
        ...mancanzeDelPiano(sezione.campi, valori, regole),
      ],
      commentiAperti: commenti[sezione.chiave] ?? 0,
    };
  });
  return { ...riga, configurazione, veste: { ruolo: attore.ruolo, capofila }, sezioni };
}

const dirittoDi = (permessi: Domanda['permessi'], organizzazioneId: string, chiave: string): Diritto =>
  permessi.find((m) => m.organizzazioneId === organizzazioneId && m.chiave === chiave)?.diritto ?? 'SCRITTURA';

function perFase(scritte: Riga['scritte']): SezioniPerFase {
  const fasi: SezioniPerFase = {};
  for (const { fase, chiave, valori } of scritte) fasi[fase] = { ...fasi[fase], [chiave]: valori };
  return fasi;
}

export type Commento = { id: string; campo: string; testo: string; ente: string; mio: boolean; creatoIl: string; risoltoIl: string | null };
type Vocabolari = {
  organizzazioni: { id: string; nome: string }[];
  ambiti: { id: string; numero: number; nome: string }[];
  commenti: Commento[];
};

/** Ciò che serve a disegnare una sezione, oltre alla domanda: i commenti e gli elenchi da cui scegliere. */
export async function leggiIntorno(attore: Attore, progettoId: string, fase: FaseDomanda, chiave: string): Promise<Vocabolari> {
  const [riga] = await interroga<{ dati: Vocabolari }>(
    attore,
    sql`select json_build_object(
      'organizzazioni', (select coalesce(json_agg(json_build_object('id', o.id, 'nome', ${NOME_ENTE}) order by o.denominazione), '[]')
        from organizzazione o where o.tipo <> 'REGIONE' and (o.tipo = 'ENTE_GESTORE' or exists (select from partecipazione pa
          where pa.progetto_id = ${progettoId}::uuid and pa.organizzazione_id = o.id))),
      'ambiti', (select coalesce(json_agg(json_build_object('id', a.id, 'numero', a.numero, 'nome', a.nome_descrittivo) order by a.numero), '[]') from ambito a),
      'commenti', (select coalesce(json_agg(json_build_object('id', c.id, 'campo', c.campo, 'testo', c.testo, 'ente', ${NOME_ENTE},
          'mio', c.autore_id = ${attore.utenteId}::uuid, 'creatoIl', c.creato_il, 'risoltoIl', c.risolto_il) order by c.creato_il), '[]')
        from commento_sezione c join organizzazione o on o.id = c.organizzazione_id
        where c.progetto_id = ${progettoId}::uuid and c.fase = ${fase} and c.chiave = ${chiave})) as dati`,
  );
  return riga?.dati ?? { organizzazioni: [], ambiti: [], commenti: [] };
}
