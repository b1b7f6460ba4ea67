import type { Progetto } from '../buildersProgetto';
import { type Esecutore, inserisci } from '../superutente';
import type { Mondo } from './mondo';

const CASI = ['A', 'B', 'E', 'C'];
const RICERCATORI: [lettore: string, caso: string][] = [
  ['ricercatore nella Regione 1', 'A'],
  ['ricercatore nella Regione 2', 'C'],
];

/**
 * In ogni Regione uno schema con due tornate, una svelata e una no, con il foglio di chi fa ricerca e quello di un'altra persona; su ogni progetto
 * proposte, codifiche e decisioni, una rete in due ondate, una chiusa e una aperta, e un'intervista con tre estratti: rilasciato, svelato, al buio.
 */
export async function riempiRicerca({ lettori, progetti }: Mondo, db: Esecutore): Promise<void> {
  for (const [chi, caso] of RICERCATORI) {
    const [utente, altro, primo] = [lettori[chi], lettori['valutatore della Regione 1'], progetti[caso]];
    if (!utente || !altro || !primo) throw new Error(`Il mondo non ha ${chi}.`);
    const persone = [utente.id, altro.id];
    const suoi = CASI.flatMap((nome) => progetti[nome] ?? []).filter(({ regione }) => regione.id === primo.regione.id);
    await classificazione(suoi, persone, db);
    await rete(suoi, db);
    await analisi(primo.regione.id, persone, db);
    await interviste(suoi, persone, db);
  }
}

/** Di ogni persona un'analisi privata e una condivisa: anche di chi non potrebbe salvarla. */
async function analisi(regione_id: string, persone: string[], db: Esecutore): Promise<void> {
  for (const creata_da of persone)
    for (const condivisa of [false, true])
      await inserisci(db, 'analisi', { regione_id, titolo: 'Progetti', domanda: '{}', dizionario: 1, condivisa, creata_da });
}

const diProgetto = ({ id, regione }: Progetto) => ({ regione_id: regione.id, progetto_id: id });

async function classificazione(progetti: Progetto[], persone: string[], db: Esecutore): Promise<void> {
  const [{ regione }] = progetti as [Progetto];
  const di = { regione_id: regione.id };
  const { id: schema_id } = await inserisci(db, 'schema_classificazione', { ...di, codice: 'PROVA', titolo: 'Schema', voci: '[]' });
  const tornata = { ...di, schema_id, bando_id: regione.bandoId };
  const svelata = await inserisci(db, 'tornata_codifica', { ...tornata, numero: 1 });
  await codifiche(progetti, svelata.id, persone, db);
  await db.query(`update tornata_codifica set svelata_il = '2020-07-01', chiusi = 2 where id = $1`, [svelata.id]);
  await db.query('update foglio_codifica set svelato = true where tornata_id = $1', [svelata.id]);
  await db.query('update codifica set svelata = true where regione_id = $1', [regione.id]);
  const aperta = await inserisci(db, 'tornata_codifica', { ...tornata, numero: 2 });
  await codifiche(progetti, aperta.id, persone, db);
  for (const progetto of progetti) {
    const riga = { ...diProgetto(progetto), schema_id, voci: '{A}', motivo: 'Perché' };
    const sostituita = { sostituita_il: '2020-07-02' };
    await inserisci(db, 'proposta_classificazione', { ...riga, organizzazione_id: progetto.capofila.id });
    for (const { id } of progetto.partner)
      await inserisci(db, 'proposta_classificazione', { ...riga, ...sostituita, organizzazione_id: id });
    await inserisci(db, 'classificazione_decisa', { ...riga, tornata_id: svelata.id, decisa_da: persone[0] });
    await inserisci(db, 'classificazione_decisa', { ...riga, ...sostituita, tornata_id: svelata.id, decisa_da: persone[1] });
    await inserisci(db, 'classificazione_decisa', { ...riga, ...sostituita, tornata_id: aperta.id, decisa_da: persone[0] });
  }
}

async function codifiche(progetti: Progetto[], tornata_id: string, persone: string[], db: Esecutore): Promise<void> {
  for (const codificatore_id of persone) {
    const [primo] = progetti as [Progetto];
    const foglio = await inserisci(db, 'foglio_codifica', { regione_id: primo.regione.id, tornata_id, codificatore_id });
    for (const progetto of progetti)
      await inserisci(db, 'codifica', { ...diProgetto(progetto), foglio_id: foglio.id, codificatore_id, voci: '{A}' });
  }
}

async function rete(progetti: Progetto[], db: Esecutore): Promise<void> {
  const [{ regione }] = progetti as [Progetto];
  const ondata = { regione_id: regione.id, bando_id: regione.bandoId };
  const chiusa = await inserisci(db, 'ondata_rete', { ...ondata, numero: 0, mese: '2019-10-01', chiusa_il: '2019-11-30' });
  const aperta = await inserisci(db, 'ondata_rete', { ...ondata, numero: 1, mese: '2020-04-01' });
  for (const progetto of progetti) {
    const di = diProgetto(progetto);
    const capofila = { ...di, organizzazione_id: progetto.capofila.id, nome: 'Capofila', tipo: 'ENTE_GESTORE' };
    const da = await inserisci(db, 'nodo_rete', capofila);
    const a = await inserisci(db, 'nodo_rete', { ...di, nome: 'Scuola', tipo: 'SCUOLA' });
    for (const { id: ondata_id } of [chiusa, aperta])
      await inserisci(db, 'legame_rete', { ...di, ondata_id, da: da.id, a: a.id, intensita: 2, prima_del_progetto: true });
  }
}

async function interviste(progetti: Progetto[], persone: string[], db: Esecutore): Promise<void> {
  const [{ regione }] = progetti as [Progetto];
  const { rows } = await db.query('select programma_id from bando where id = $1', [regione.bandoId]);
  const [utente, altro] = persone;
  for (const [n, progetto] of progetti.entries()) {
    const di = { ...diProgetto(progetto), mese: '2020-03-01', modalita: 'ONLINE', programma_id: rows[0].programma_id };
    const intervista = await inserisci(db, 'intervista', { ...di, numero: n * 2 + 1 });
    // una senza nulla di rilasciato: la Regione non ne sa nulla
    const muta = await inserisci(db, 'intervista', { ...di, numero: n * 2 + 2 });
    for (const [indice, { intervista_id, codificano }] of [
      { intervista_id: intervista.id, codificano: [utente, altro] },
      { intervista_id: intervista.id, codificano: [utente, altro] },
      { intervista_id: muta.id, codificano: [utente] },
      { intervista_id: muta.id, codificano: [altro] },
      { intervista_id: muta.id, codificano: [] },
    ].entries()) {
      const testo = 'Un brano che non nomina nessuno.';
      const autore_id = indice % 2 === 0 ? utente : altro;
      const riga = { ...diProgetto(progetto), intervista_id, azione_id: progetto.azioni[0]?.id ?? null, testo, autore_id };
      const { id: estratto_id } = await inserisci(db, 'estratto', riga);
      for (const codificatore_id of codificano)
        await inserisci(db, 'codifica_estratto', { regione_id: regione.id, estratto_id, codificatore_id, codici: '{X01}' });
      const decisa = { regione_id: regione.id, estratto_id, codici: '{X01}', motivo: 'Perché' };
      await inserisci(db, 'codifica_decisa', { ...decisa, decisa_da: utente });
      await inserisci(db, 'codifica_decisa', { ...decisa, decisa_da: altro, sostituita_il: '2020-07-02' });
      if (indice === 0)
        await db.query(`update estratto set rilasciato_il = '2020-07-01', rilasciato_da = $2 where id = $1`, [estratto_id, altro]);
    }
  }
}
