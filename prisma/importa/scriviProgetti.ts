import { idPer, type RigaTabella } from './allinea';
import { primoGiorno, ultimoGiorno } from './date';
import { codiceGruppo, type Lavoro, scrivi } from './scriviRegione';
import type { Programma } from './valida';
import type { ProgettoAccettato } from './validaProgetti';

type Id = (chiave: string | number) => string;

/** Progetti con ambiti, enti e classificazione del valutatore. */
export async function scriviProgetti(lavoro: Lavoro, programma: Programma, bandoId: string): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const righe = programma.progetti.map((progetto) => rigaProgetto(progetto, regione_id, bandoId));
  // lo stato dopo l'importazione lo muove il portale
  await scrivi(lavoro, { nome: 'progetto', chiave: ['regione_id', 'codice'], soloInserimento: ['stato'] }, righe);
  const progetto = await idPer(db, 'progetto', 'codice', regione_id);
  const ambito = await idPer(db, 'ambito', 'numero', regione_id);
  const organizzazione = await idPer(db, 'organizzazione', 'codice', regione_id);
  const legami = programma.progetti.flatMap((p) =>
    p.ambitiBuoni.map((numero) => ({ regione_id, progetto_id: progetto(p.id), ambito_id: ambito(numero) })),
  );
  await scrivi(lavoro, { nome: 'progetto_ambito', chiave: ['progetto_id', 'ambito_id'] }, legami);
  const chiavePartecipazione = { nome: 'partecipazione', chiave: ['progetto_id', 'organizzazione_id'] };
  await scrivi(lavoro, chiavePartecipazione, partecipazioni(programma, regione_id, progetto, organizzazione));
  const classificazione = {
    nome: 'classificazione_progetto',
    chiave: ['progetto_id', 'categoria'],
    condizioneChiave: 'sostituita_il is null',
  };
  await scrivi(lavoro, classificazione, classificazioni(programma, regione_id, progetto));
}

const rigaProgetto = (p: ProgettoAccettato, regione_id: string, bando_id: string): RigaTabella => ({
  regione_id,
  bando_id,
  codice: p.id,
  titolo: p.titolo,
  acronimo: p.acronimo,
  territorio: p.capofila,
  provincia: p.provincia,
  istat_comune: p.istat_comune,
  lat: p.lat,
  lon: p.lon,
  popolazione: p.popolazione,
  n_comuni: p.n_comuni,
  stato: 'AVVIATO',
  sintesi_stato: p.sintesi_stato,
  iniziative_collegate: p.iniziative_collegate,
  note: p.note,
  mese_avvio_attivita: p.avvio_attivita && primoGiorno(p.avvio_attivita),
});

function partecipazioni({ meta, progetti }: Programma, regione_id: string, progetto: Id, organizzazione: Id): RigaTabella[] {
  // l'ultima fase del bando è l'attuazione
  const dal = primoGiorno(meta.fasi.at(-1)?.da ?? '');
  const righe = progetti.flatMap((p) =>
    p.entiBuoni.map((ente, ordine) => ({
      ...{ regione_id, progetto_id: progetto(p.id), organizzazione_id: organizzazione(ente.id), ordine: ordine + 1, dal },
      ruolo: ente.id === p.codiceCapofila ? 'CAPOFILA' : 'PARTNER_GESTORE',
    })),
  );
  // il capofila per ultimo: se cambia, il precedente deve essere già diventato partner (uno solo per progetto)
  return righe.sort((a, b) => Number(a.ruolo === 'CAPOFILA') - Number(b.ruolo === 'CAPOFILA'));
}

function classificazioni({ meta, progetti }: Programma, regione_id: string, progetto: Id): RigaTabella[] {
  const mesi = progetti.map((p) => p.mese_rilevazione).sort();
  const attribuita_il = meta.valutazione?.attribuita_il ?? ultimoGiorno(mesi.at(-1) ?? meta.fasi.at(-1)?.da ?? '');
  const fonte = meta.valutazione?.fonte ?? meta.fonte;
  return progetti.flatMap((p) => p.classificazioni.map((c) => ({ regione_id, progetto_id: progetto(p.id), ...c, fonte, attribuita_il })));
}

/** Attività del file → azioni del progetto, con i destinatari. Dell'ente responsabile la fonte non dice: è il capofila. */
export async function scriviAzioni(lavoro: Lavoro, { progetti }: Programma): Promise<void> {
  const { db, regioneId: regione_id } = lavoro;
  const progetto = await idPer(db, 'progetto', 'codice', regione_id);
  const organizzazione = await idPer(db, 'organizzazione', 'codice', regione_id);
  const righe = progetti.flatMap((p) =>
    p.attivitaBuone.map((a, i) => ({
      ...{
        regione_id,
        progetto_id: progetto(p.id),
        organizzazione_id: organizzazione(p.codiceCapofila),
        codice: a.id,
        ordine: i + 1,
        titolo: a.titolo,
      },
      tipo: a.tipo.toUpperCase(),
      // la categoria dell'attività la da chi valuta, non l'ente
      categoria_valutatore: a.categoria,
    })),
  );
  const tabella = { nome: 'azione', chiave: ['progetto_id', 'codice'], soloInserimento: ['organizzazione_id'] };
  await scrivi(lavoro, tabella, righe);
  const azione = await idPer(db, 'azione', 'codice', regione_id);
  const destinatari = progetti.flatMap((p) =>
    p.attivitaBuone.flatMap((a) =>
      [...new Set(a.target.map(codiceGruppo))].map((gruppo, i) => ({
        regione_id,
        progetto_id: progetto(p.id),
        azione_id: azione(a.id),
        gruppo,
        ordine: i + 1,
      })),
    ),
  );
  await scrivi(lavoro, { nome: 'azione_destinatari', chiave: ['azione_id', 'gruppo'] }, destinatari);
}
