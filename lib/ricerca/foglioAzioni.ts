import type { Cella } from '@/lib/format/csv';
import { type Colonna, codice, type Foglio, lista, PROGETTO, siNo } from './foglio';
import { chiaveAzione, ondePerAzione } from './pannello';
import type { AzioneLetta, CausaDiOnda, DatiAttuazione, Onda } from './righe';

const COLONNE_AZIONI: Colonna[] = [
  ['attivita_id', 'codice dell’azione, stabile tra le rilevazioni'],
  PROGETTO,
  ['ente_id', 'codice dell’ente che la realizza'],
  ['titolo', 'titolo dell’azione'],
  ['tipo', 'servizio o azione'],
  ['categoria_ente', 'categoria proposta dall’ente'],
  ['categoria_ires', 'categoria data dal valutatore'],
  ['target', 'gruppi di destinatari, separati da |'],
  ['inizio_previsto', 'data'],
  ['fine_prevista', 'data'],
  ['campi_dimostrativi', 'campi inventati per la dimostrazione, separati da |'],
  ['mese_riferimento', 'ultimo mese della rilevazione, AAAA-MM; NA se l’azione non ha relazioni approvate'],
  ['rilevazione_dimostrativa', '1 se la relazione è inventata per la dimostrazione'],
  ['approvato_il', 'data di approvazione della relazione'],
  ['stato', 'stato dell’azione; non_rilevato se la fonte non lo dice'],
  ['stato_fonte', 'esplicito, desunto o non_rilevato'],
  ['percentuale', 'avanzamento dichiarato, da 0 a 100'],
  ['inizio_effettivo', 'data'],
  ['fine_stimata', 'data'],
  ['fine_effettiva', 'data'],
  ['causa_primaria', 'codice della causa principale'],
  ['cause', 'codici di tutte le cause, separati da |'],
  ['cause_gravita', 'gravità da 1 a 3 di ogni causa, nello stesso ordine'],
  ['cause_mese_inizio', 'mese di inizio di ogni causa, nello stesso ordine'],
  ['cause_mese_fine', 'mese di fine di ogni causa, nello stesso ordine'],
  ['cause_risolta', '1 se risolta, nello stesso ordine'],
];

const cause = (voci: readonly CausaDiOnda[]): Cella[] => [
  voci.find(({ primaria }) => primaria)?.codice ?? null,
  lista(voci.map((causa) => causa.codice)),
  lista(voci.map(({ gravita }) => gravita ?? 'NA')),
  lista(voci.map(({ meseDal }) => meseDal ?? 'NA')),
  lista(voci.map(({ meseAl }) => meseAl ?? 'NA')),
  lista(voci.map(({ risolta }) => Number(risolta))),
];

const rilevazione = (onda: Onda | undefined): Cella[] =>
  onda
    ? [
        onda.al.slice(0, 7),
        siNo(onda.dimostrativo),
        onda.approvatoIl,
        codice(onda.stato) ?? 'non_rilevato',
        codice(onda.fonteStato),
        onda.percentuale,
        onda.inizioEffettivo,
        onda.fineStimata,
        onda.fineEffettiva,
        ...cause(onda.cause),
      ]
    : [null, null, null, 'non_rilevato', ...Array<null>(11).fill(null)];

const rigaAzione = (azione: AzioneLetta, onda: Onda | undefined): Cella[] => [
  azione.codice,
  azione.progetto,
  azione.ente,
  azione.titolo,
  codice(azione.tipo),
  azione.categoriaEnte,
  azione.categoria,
  lista(azione.destinatari),
  azione.inizioPrevisto,
  azione.finePrevista,
  lista(azione.campiDimostrativi),
  ...rilevazione(onda),
];

/** Il panel: una riga per azione e rilevazione approvata; un'azione senza relazioni ha una riga sola, non rilevata. */
export function foglioAzioni({ azioni, onde }: DatiAttuazione): Foglio {
  const serie = ondePerAzione(onde);
  const righe = azioni.flatMap((azione) => {
    const sue = serie.get(chiaveAzione(azione.progetto, azione.codice));
    return sue ? sue.map((onda) => rigaAzione(azione, onda)) : [rigaAzione(azione, undefined)];
  });
  return { tabella: 'azioni', colonne: COLONNE_AZIONI, righe };
}
