import { randomUUID } from 'node:crypto';
import { Configurazione } from '@/lib/bandi/configurazione';
import type { AzionePiano, ContenutoVersione, Partner, VoceBudget } from '@/lib/domande/valori';
import { improntaDi } from '@/lib/versioni/canonico';
import { DA_SEMPRE, type Ente, type Regione, type Utente } from '../builders';
import { inserisci, superutente } from '../superutente';

/** Il progetto approvato da cui la storia comincia: tre azioni, una per ente, e 100.000,00 € in due categorie di costo. */

const campo = (chiave: string, tipo: 'azioni' | 'budget') => ({ chiave, etichetta: chiave === 'azioni' ? 'Azioni' : 'Costi', tipo });
const CONFIGURAZIONE = Configurazione.parse({
  ...{ tipo: 'COMPETITIVO', titolo: 'Welfare di valle', dotazioneCents: '100000000', passi: [] },
  sezioni: [
    { chiave: 'azioni', titolo: 'Piano delle azioni', visibilita: 'PROGETTO', campi: [campo('azioni', 'azioni')] },
    { chiave: 'quadro', titolo: 'Quadro economico', visibilita: 'PROGETTO', campi: [campo('voci', 'budget')] },
  ],
  categorieCosto: [
    { codice: 'personale', etichetta: 'Personale' },
    { codice: 'beni', etichetta: 'Beni' },
  ],
  attuazione: { durataMesi: 12 }, // ogni due mesi, relazione entro 31 giorni: le regole di partenza
});

export type Aggregazione = { capofila: Ente; partner: Ente; terzoSettore: Ente };
type Piano = { azioni: AzionePiano[]; voci: VoceBudget[] };

const TITOLI = ['Sportello di valle', 'Trasporto sociale', 'Compagnia a domicilio'];

function pianoDi({ capofila, partner, terzoSettore }: Aggregazione, regione: Regione): Piano {
  const azioni = [capofila, partner, terzoSettore].map(
    ({ id }, n): AzionePiano => ({
      ...{ id: randomUUID(), codice: `A${n + 1}`, titolo: TITOLI[n] ?? '', descrizione: '', tipo: 'SERVIZIO', priorita: 1 },
      ...{ categoria: regione.categoria, organizzazioneId: id, inizio: '2021-01-01', fine: '2021-12-31', indicatori: [] },
      destinatari: [{ id: `d${n + 1}`, gruppo: regione.gruppo, quantita: 100, unita: 'persone' }],
    }),
  );
  const voci = azioni.flatMap(({ id, organizzazioneId }, n) =>
    [
      ['personale', n === 0 ? '3000000' : '2000000'],
      ['beni', '1000000'],
    ].map(
      ([categoria = '', contributoCents = ''], i): VoceBudget => ({
        ...{ id: `v${n * 2 + i}`, azioneId: id, categoria, organizzazioneId: organizzazioneId ?? '', contributoCents },
        ...{ cofinanziamentoCents: '0', naturaCents: '0' },
      }),
    ),
  );
  return { azioni, voci };
}

const RUOLI = ['CAPOFILA', 'PARTNER_GESTORE', 'PARTNER_ETS'] as const;

/** Scrive il progetto com'è il giorno dopo l'approvazione: versione presentata e versione approvata, uguali, e le tabelle che ne vengono. */
export async function unApprovato(
  regione: Regione,
  aggregazione: Aggregazione,
  dirigente: Utente,
): Promise<{ id: string; azioni: string[] }> {
  const piano = pianoDi(aggregazione, regione);
  const enti = [aggregazione.capofila, aggregazione.partner, aggregazione.terzoSettore];
  const bando = await inserisci(superutente, 'bando_versione', {
    ...{ regione_id: regione.id, bando_id: regione.bandoId, numero: 1, configurazione: JSON.stringify(CONFIGURAZIONE), sha256: 'x' },
  });
  const progetto = await inserisci(superutente, 'progetto', {
    ...{ regione_id: regione.id, bando_id: regione.bandoId, bando_versione_id: bando.id, codice: 'VALLE-01', titolo: 'Una valle che cura' },
    ...{ territorio: 'Valle Elvo', provincia: 'BI', istat_comune: '096004', lat: 45.56, lon: 8.05, stato: 'APPROVATO' },
    ...{ iniziative_collegate: [], importo_richiesto_cents: 10_000_000, importo_assegnato_cents: 10_000_000 },
  });
  const chiavi = { regione_id: regione.id, progetto_id: progetto.id };
  const partner: Partner[] = [];
  for (const [ordine, { id: organizzazione_id, denominazione }] of enti.entries()) {
    const ruolo = RUOLI[ordine] ?? 'ALTRO';
    partner.push({ organizzazioneId: organizzazione_id, denominazione, ruolo });
    await inserisci(superutente, 'partecipazione', {
      ...chiavi,
      organizzazione_id,
      ruolo,
      ordine,
      dal: DA_SEMPRE,
      confermata_il: DA_SEMPRE,
    });
  }
  const sezioni = { azioni: { azioni: piano.azioni }, quadro: { voci: piano.voci } };
  const testa = { titolo: 'Una valle che cura', fase: 'PROGETTO' as const, bando: { titolo: CONFIGURAZIONE.titolo, versione: 1 } };
  const contenuto: ContenutoVersione = { ...testa, partner, ambiti: [], documenti: [], sezioni, piano };
  const autore = { organizzazione_id: aggregazione.capofila.id, creata_da: dirigente.id, bando_versione_id: bando.id };
  for (const [n, genere] of ['PRESENTATA', 'APPROVATA'].entries())
    await inserisci(superutente, 'versione_progetto', {
      ...{ ...chiavi, ...autore, numero: n + 1, fase: 'PROGETTO', genere, protocollo: `${n + 1}/2020` },
      ...{ contenuto: JSON.stringify(contenuto), sha256: improntaDi(contenuto) },
    });
  await scriviNelleTabelle(chiavi, piano);
  return { id: progetto.id, azioni: piano.azioni.map(({ id }) => id) };
}

/** Come fa app.applica_piano quando la Regione approva. */
async function scriviNelleTabelle(chiavi: { regione_id: string; progetto_id: string }, { azioni, voci }: Piano): Promise<void> {
  for (const [n, a] of azioni.entries()) {
    await inserisci(superutente, 'azione', {
      ...{ ...chiavi, id: a.id, organizzazione_id: a.organizzazioneId, codice: a.codice, ordine: n + 1, titolo: a.titolo, tipo: a.tipo },
      ...{ categoria_ente: a.categoria, inizio_previsto: a.inizio, fine_prevista: a.fine },
    });
    for (const { id, gruppo, quantita, unita } of a.destinatari) {
      await inserisci(superutente, 'azione_destinatari', { ...chiavi, azione_id: a.id, gruppo, ordine: 1 });
      const riga = { azione_id: a.id, codice: `${a.codice}.1`, ordine: 1, unita, previsto: quantita, destinatario_id: id };
      await inserisci(superutente, 'quantita', { ...chiavi, ...riga });
    }
  }
  for (const { azioneId, categoria, organizzazioneId, contributoCents } of voci)
    await inserisci(superutente, 'voce_budget', {
      ...{ ...chiavi, azione_id: azioneId, categoria, organizzazione_id: organizzazioneId, contributo_cents: contributoCents },
    });
}
