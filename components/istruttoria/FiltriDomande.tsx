import type { FiltriIstruttorie } from '@/lib/istruttoria/queriesIstruttorie';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';
import { classiBottone } from '../ui/Bottone';
import { CampoCerca } from '../ui/CampoCerca';

/** Gli stati che si possono cercare: quelli in esame e quelli decisi. */
const STATI: StatoProgetto[] = [
  'IDEA_PRESENTATA',
  'IDEA_DA_INTEGRARE',
  'IDEA_AMMISSIBILE',
  'IDEA_INAMMISSIBILE',
  'IDEA_APPROVATA',
  'IDEA_NON_APPROVATA',
  'PARTNERSHIP_APERTA',
  'PROGETTO_PRESENTATO',
  'PROGETTO_DA_INTEGRARE',
  'AMMISSIBILE',
  'INAMMISSIBILE',
  'APPROVATO',
  'APPROVATO_CON_PRESCRIZIONI',
  'NON_APPROVATO',
  'PRESCRIZIONI_PRESENTATE',
  'RIMODULAZIONE_INIZIALE',
  'RITIRATO',
];

const SCELTA = 'input input--select min-h-9 w-auto max-w-72 py-1 text-small';

/** Ricerca, stato e bando, in un modulo che si invia da sé nell'indirizzo. */
export const FiltriDomande = ({ filtri, bandi }: { filtri: FiltriIstruttorie; bandi: { id: string; titolo: string }[] }) => (
  <search>
    <form action={routes.istruttorie()} className="toolbar">
      <input type="hidden" name="assegnata" value={filtri.assegnata} />
      <div className="search">
        <CampoCerca valore={filtri.q} in="titolo, territorio o codice" />
      </div>
      <select name="stato" defaultValue={filtri.stato ?? ''} aria-label="Stato della domanda" className={SCELTA}>
        <option value="">In esame</option>
        {STATI.map((stato) => (
          <option key={stato} value={stato}>
            {ETICHETTA_PROGETTO[stato].testo}
          </option>
        ))}
      </select>
      <select name="bando" defaultValue={filtri.bando ?? ''} aria-label="Bando" className={SCELTA}>
        <option value="">Tutti i bandi</option>
        {bandi.map(({ id, titolo }) => (
          <option key={id} value={id}>
            {titolo}
          </option>
        ))}
      </select>
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Filtra
      </button>
      {(filtri.q || filtri.stato || filtri.bando) && <a href={routes.istruttorie({ assegnata: filtri.assegnata })}>Togli i filtri</a>}
    </form>
  </search>
);
