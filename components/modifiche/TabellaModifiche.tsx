import { dataBreve, giornoDi } from '@/lib/format/data';
import type { RichiestaInBreve } from '@/lib/modifiche/queries';
import { NOME_DOMINIO } from '@/lib/modifiche/schema';
import { ETICHETTA_RICHIESTA } from '@/lib/richieste/labels';
import { routes } from '@/lib/routes';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { aspetta } from './FattiModifica';

const giorno = (istante: string): string => dataBreve(giornoDi(new Date(istante)));

/** Le richieste di modifica di un progetto, dalla più recente: che cosa, a che punto, chi aspettano, con quale regola. */
export const TabellaModifiche = ({ progettoId, richieste }: { progettoId: string; richieste: readonly RichiestaInBreve[] }) => (
  <Tabella
    didascalia="Richieste di modifica, dalla più recente"
    schede="etichette"
    colonne={['Richiesta', 'Stato', 'Aspetta', 'Regola', 'Cambiamenti', 'Presentata', 'Versione'].map((etichetta) => ({ etichetta }))}
  >
    {richieste.map((richiesta) => {
      const stato = ETICHETTA_RICHIESTA[richiesta.stato];
      return (
        <Riga key={richiesta.id}>
          <CellaTitolo>
            <a href={routes.modifica(progettoId, richiesta.id)}>
              N. {richiesta.numero}, {NOME_DOMINIO[richiesta.dominio].toLowerCase()}
            </a>
          </CellaTitolo>
          <Cella etichetta="Stato">
            <Badge famiglia={stato.famiglia} icona={stato.icona}>
              {stato.testo}
            </Badge>
          </Cella>
          <Cella etichetta="Aspetta">{aspetta(richiesta)}</Cella>
          <Cella etichetta="Regola">{regola(richiesta)}</Cella>
          <Cella etichetta="Cambiamenti">{quanti(richiesta)}</Cella>
          <Cella etichetta="Presentata">{richiesta.presentataIl ? giorno(richiesta.presentataIl) : 'Non ancora'}</Cella>
          <Cella etichetta="Versione">
            {richiesta.versione === null ? (
              'Nessuna'
            ) : (
              <a href={routes.versione(progettoId, richiesta.versione)}>Versione {richiesta.versione}</a>
            )}
          </Cella>
        </Riga>
      );
    })}
  </Tabella>
);

const regola = ({ regime }: RichiestaInBreve): string =>
  regime === null ? 'Si decide alla presentazione' : regime === 'COMUNICAZIONE' ? 'Comunicazione' : 'Approvazione';

const quanti = ({ cambiamenti, accolti, stato }: RichiestaInBreve): string =>
  stato === 'ACCOLTA_IN_PARTE' && accolti !== null ? `${accolti} accolti su ${cambiamenti}` : `${cambiamenti}`;
