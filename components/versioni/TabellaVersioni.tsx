import { dataBreve, giornoDi, oraDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { etichettaVersione, nomeVersione, type PerNome } from '@/lib/versioni/labels';
import type { VersioneInElenco } from '@/lib/versioni/queries';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

/** Le versioni congelate, dalla più recente: si leggono, si scaricano, si confrontano con quella prima. */
export const TabellaVersioni = ({
  progettoId,
  versioni,
}: {
  progettoId: string;
  versioni: (PerNome & Pick<VersioneInElenco, 'numero' | 'creataIl' | 'ente'>)[];
}) => (
  <Tabella
    didascalia="Versioni depositate e approvate"
    schede="etichette"
    colonne={[
      { etichetta: 'Versione' },
      { etichetta: 'Che cosa' },
      { etichetta: 'Quando' },
      { etichetta: 'Chi' },
      { etichetta: 'Protocollo' },
      { etichetta: 'Scarica' },
    ]}
  >
    {versioni.map((versione) => {
      const { numero, creataIl, ente, protocollo, richiesta } = versione;
      const { testo, famiglia, icona } = etichettaVersione(versione);
      const istante = new Date(creataIl);
      return (
        <Riga key={numero}>
          <CellaTitolo>
            <a href={routes.versione(progettoId, numero)}>Versione {numero}</a>
          </CellaTitolo>
          <Cella etichetta="Che cosa">
            {richiesta ? (
              <a href={routes.modifica(progettoId, richiesta.id)}>{maiuscola(nomeVersione(versione))}</a>
            ) : (
              maiuscola(nomeVersione(versione))
            )}{' '}
            <Badge famiglia={famiglia} icona={icona}>
              {testo}
            </Badge>
          </Cella>
          <Cella etichetta="Quando">
            {dataBreve(giornoDi(istante))}, {oraDi(istante)}
          </Cella>
          <Cella etichetta="Chi">{ente}</Cella>
          <Cella etichetta="Protocollo">
            <span className="mono">{protocollo}</span>
          </Cella>
          <Cella etichetta="Scarica">
            <a href={routes.ricevuta(progettoId, numero)} download aria-label={`Ricevuta della versione ${numero} (PDF)`}>
              Ricevuta
            </a>
            {', '}
            <a href={routes.domandaPdf(progettoId, numero)} download aria-label={`Domanda, versione ${numero} (PDF)`}>
              domanda (PDF)
            </a>
          </Cella>
        </Riga>
      );
    })}
  </Tabella>
);
