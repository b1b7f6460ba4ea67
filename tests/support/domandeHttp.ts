import { createHash } from 'node:crypto';
import type { Ente, Regione, Utente } from './builders';
import { type BandoDiProva, type DomandaDiProva, unaCommissione, unaDomanda, unBando } from './buildersDomanda';
import { inserisci, superutente } from './superutente';

/** Le domande di un'aggregazione, una per ciascuna situazione che una pagina mostra diversamente. */
const SITUAZIONI = {
  idea: 'IDEA_BOZZA',
  presentata: 'IDEA_PRESENTATA',
  ammissibile: 'IDEA_AMMISSIBILE',
  partnership: 'PARTNERSHIP_APERTA',
  progetto: 'PROGETTO_BOZZA',
  daDecidere: 'AMMISSIBILE',
  prescrizioni: 'APPROVATO_CON_PRESCRIZIONI',
  rimodulazione: 'RIMODULAZIONE_INIZIALE',
  daAvviare: 'APPROVATO',
} as const;

export type Domande = Record<keyof typeof SITUAZIONI, DomandaDiProva> & {
  bando: BandoDiProva;
  avvisoId: string;
  candidaturaId: string;
  documentoId: string;
  decisioneId: string;
};

/** Un bando con le sue domande, un avviso pubblicato con una candidatura, un documento, una decisione. */
export async function leDomande({ regione, capofila, partner }: { regione: Regione; capofila: Ente; partner: Ente }): Promise<Domande> {
  const bando = await unBando({ regione });
  const [presidente] = await unaCommissione({ bando });
  const importi = { richiesto: 1_000_000, assegnato: 800_000 };
  const voci = Object.entries(SITUAZIONI) as [keyof typeof SITUAZIONI, string][];
  const domande: [string, DomandaDiProva][] = [];
  for (const [situazione, stato] of voci)
    domande.push([
      situazione,
      await unaDomanda({ bando, capofila, partner: [partner], stato, ...(stato.startsWith('RIMOD') && { importi }) }),
    ]);
  const tutte = Object.fromEntries(domande) as Record<keyof typeof SITUAZIONI, DomandaDiProva>;
  if (presidente) await consolida(tutte.daDecidere, presidente);
  await approvata(tutte.rimodulazione);
  const avvisoId = await unAvviso(tutte.partnership);
  return {
    ...tutte,
    bando,
    avvisoId,
    candidaturaId: await unaCandidatura(tutte.partnership, avvisoId),
    documentoId: await unDocumento(tutte.idea),
    decisioneId: await unaDecisione(tutte.prescrizioni),
  };
}

const chiavi = ({ id, bando }: DomandaDiProva) => ({ regione_id: bando.regione.id, progetto_id: id });

/** La valutazione consolidata, senza passare dalle schede: i trigger che le pretendono si saltano. */
async function consolida(domanda: DomandaDiProva, presidente: Utente): Promise<void> {
  const db = await superutente.connect();
  try {
    await db.query('begin; set local session_replication_role = replica');
    await inserisci(db, 'valutazione_consolidata', {
      ...{ ...chiavi(domanda), fase: 'PROGETTO', presidente_id: presidente.id, motivazione: 'Buona.', totale_centesimi: 8000 },
      punteggi: '{}',
    });
    await db.query('commit');
  } finally {
    db.release();
  }
}

/** Il progetto depositato diventa quello approvato: è da lì che si rimodula. */
const approvata = ({ id }: DomandaDiProva) =>
  superutente.query(
    `insert into versione_progetto (regione_id, progetto_id, numero, fase, genere, contenuto, sha256, protocollo, bando_versione_id, organizzazione_id, creata_da)
     select regione_id, progetto_id, numero + 1, fase, 'APPROVATA', contenuto, sha256, protocollo, bando_versione_id, organizzazione_id, creata_da
     from versione_progetto where progetto_id = $1 and fase = 'PROGETTO' order by numero desc limit 1`,
    [id],
  );

async function unAvviso(domanda: DomandaDiProva): Promise<string> {
  const { id } = await inserisci(superutente, 'avviso', {
    ...{ ...chiavi(domanda), titolo: 'Cerchiamo partner', testo: 'Per uno sportello.', stato: 'PUBBLICATO' },
    azioni: JSON.stringify([{ chiave: 'a1', titolo: 'Sportello' }]),
    criteri: JSON.stringify([{ chiave: 'esperienza', testo: 'Esperienza', massimo: 10 }]),
    ...{ apre: '2010-01-01', chiude: '2100-01-01', pubblicato_il: '2010-01-01' },
  });
  return id;
}

async function unaCandidatura(domanda: DomandaDiProva, avviso_id: string): Promise<string> {
  const dati = {
    ...{ denominazione: 'Associazione Esempio', tipo: 'ETS', runts: '12345', sede: 'Via Roma 1, Biella', azioni: ['a1'] },
    ...{ valoreAggiunto: 'Volontari.', risorseProprie: 'Una sede.', esperienza: 'Dieci anni.' },
  };
  const { id } = await inserisci(superutente, 'candidatura', {
    ...{ ...chiavi(domanda), avviso_id, dati: JSON.stringify(dati), email: 'info@ets.example', codice_fiscale: '00743110157' },
    ...{ stato: 'INVIATA', conferma_hash: createHash('sha256').update(domanda.id).digest(), conferma_entro: '2100-01-01' },
    inviata_il: '2020-07-01',
  });
  return id;
}

async function unDocumento(domanda: DomandaDiProva): Promise<string> {
  const contenuto = Buffer.from('%PDF-1.4\n%%EOF\n');
  const { id } = await inserisci(superutente, 'documento', {
    ...{ ...chiavi(domanda), fase: 'IDEA', chiave: 'lettera', nome: 'lettera.pdf', tipo: 'application/pdf', byte: contenuto.length },
    ...{ sha256: createHash('sha256').update(contenuto).digest('hex'), contenuto, organizzazione_id: domanda.capofila.id },
  });
  return id;
}

async function unaDecisione(domanda: DomandaDiProva): Promise<string> {
  await inserisci(superutente, 'prescrizione', {
    ...{ ...chiavi(domanda), testo: 'Allegare il protocollo d’intesa.', organizzazione_id: domanda.capofila.id, entro: '2020-12-31' },
  });
  const { id } = await inserisci(superutente, 'decisione', {
    ...{
      ...chiavi(domanda),
      bando_id: domanda.bando.id,
      fase: 'PROGETTO',
      esito: 'APPROVATO_CON_PRESCRIZIONI',
      atto: 'D.D. 1',
      data_atto: '2020-07-01',
    },
    decisa_da: domanda.capofila.utente.id,
  });
  return id;
}
