import { routes } from '@/lib/routes';
import { giorniDi, NOME_MOTIVO } from '@/lib/sospensioni/labels';
import type { ProgettoSospendibile, SospensioniDelBando } from '@/lib/sospensioni/queries';
import { ostacolo } from '@/lib/sospensioni/rules';
import { Badge } from '../ui/Badge';
import { Fatto } from '../ui/Fatto';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

type Props = { bando: SospensioniDelBando; lotto: string; oggi: string };

/** Com'è andata una sospensione disposta in blocco, progetto per progetto: chi c'è, e perché gli altri no. */
export const EsitoLotto = ({ bando, lotto, oggi }: Props) => {
  if (!bando.lotto) return null;
  const fatti = bando.progetti.filter((progetto) => nel(lotto, progetto)).length;
  return (
    <Sezione id="esito" titolo="Com’è andata">
      <Fatto>
        {fatti === 1 ? 'Un progetto sospeso' : `${fatti} progetti sospesi`} {giorniDi(bando.lotto)}. {NOME_MOTIVO[bando.lotto.motivo]}, atto{' '}
        {bando.lotto.atto}.
      </Fatto>
      <Tabella
        didascalia="L’esito per ogni progetto del bando"
        schede="etichette"
        colonne={['Progetto', 'Esito'].map((etichetta) => ({ etichetta }))}
      >
        {bando.progetti.map((progetto) => (
          <Riga key={progetto.id}>
            <CellaTitolo>
              <span className="mono muted">{progetto.codice}</span> <a href={routes.sospensioni(progetto.id)}>{progetto.titolo}</a>
            </CellaTitolo>
            <Cella etichetta="Esito">{esito(progetto, bando.lotto, lotto, oggi)}</Cella>
          </Riga>
        ))}
      </Tabella>
    </Sezione>
  );
};

const nel = (lotto: string, { sospensioni }: ProgettoSospendibile): boolean => sospensioni.some((s) => s.lotto === lotto);

function esito(progetto: ProgettoSospendibile, date: SospensioniDelBando['lotto'], lotto: string, oggi: string) {
  if (nel(lotto, progetto))
    return (
      <Badge famiglia="fermo" icona="pausa">
        Sospeso
      </Badge>
    );
  const perche = date && ostacolo(date, progetto, oggi);
  return perche ? `Non sospeso. ${perche}` : 'Lasciato fuori.';
}
