import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { dataBreve } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import type { InElenco, Nomi } from '@/lib/persone/letture';
import { routes } from '@/lib/routes';

const COLONNE = [
  { etichetta: 'Persona' },
  { etichetta: 'Progetto' },
  { etichetta: 'Azioni' },
  { etichetta: 'Ingresso' },
  { etichetta: 'Uscita' },
  { etichetta: 'Da fare' },
];

/** Cognome e nome, o come si chiama una scheda che non ne ha più. */
export const nomeDi = (nomi: Nomi, personaId: string): string => {
  const chi = nomi.get(personaId);
  return chi ? `${chi.cognome} ${chi.nome}` : 'Persona resa anonima';
};

const daFare = ({ completo, esito4, esito6, limitata }: InElenco): string =>
  limitata
    ? 'trattamento limitato'
    : [!completo && 'dati mancanti', esito4 && 'esito a quattro settimane', esito6 && 'esito a sei mesi'].filter(Boolean).join(', ');

/** Le partecipazioni dell'ente, dalla più recente. */
export const TabellaPersone = ({ righe, nomi }: { righe: InElenco[]; nomi: Nomi }) => (
  <Tabella didascalia="Persone dell’ente, dall’ingresso più recente" schede="etichette" colonne={COLONNE}>
    {righe.map((riga) => (
      <Riga key={riga.id}>
        <CellaTitolo>
          <a href={routes.persona(riga.personaId)}>{nomeDi(nomi, riga.personaId)}</a>
        </CellaTitolo>
        <Cella etichetta="Progetto">
          <span className="mono muted">{riga.progetto.codice}</span> {riga.progetto.titolo}
        </Cella>
        <Cella etichetta="Azioni">{elenco(riga.azioni)}</Cella>
        <Cella etichetta="Ingresso">{dataBreve(riga.ingresso)}</Cella>
        <Cella etichetta="Uscita">{riga.uscita ? dataBreve(riga.uscita) : 'Ancora dentro'}</Cella>
        <Cella etichetta="Da fare">{daFare(riga) || 'Niente'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
