import { dataBreve, giornoDi } from '@/lib/format/data';
import { NOME_DOMINIO } from '@/lib/modifiche/schema';
import { attesaDi, ETICHETTA_RICHIESTA, NOME_GENERE } from '@/lib/richieste/labels';
import type { RichiestaInCoda } from '@/lib/richieste/queries';
import { routes } from '@/lib/routes';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { ToccaA } from '../ui/ToccaA';

/** Dove si decide una richiesta. */
function hrefDi({ genere, id, progettoId }: Pick<RichiestaInCoda, 'genere' | 'id' | 'progettoId'>): string {
  if (genere === 'MODIFICA') return routes.modifica(progettoId, id);
  return genere === 'PROROGA' ? routes.proroga(progettoId, id) : routes.cessazione(progettoId);
}

/** Di che cosa si tratta, in una riga: «Modifica n. 3, quadro economico», «Proroga n. 1, azione A2». */
function nomeDi({ genere, numero, dominio, azione }: RichiestaInCoda): string {
  const testa = numero === null ? NOME_GENERE[genere] : `${NOME_GENERE[genere]} n. ${numero}`;
  if (dominio) return `${testa}, ${NOME_DOMINIO[dominio].toLowerCase()}`;
  if (genere === 'PROROGA') return `${testa}, ${azione ? `azione ${azione}` : 'tutto il progetto'}`;
  return testa;
}

/** Una richiesta che aspetta la Regione; `mia` se tocca a chi guarda. */
export const RigaRichiesta = ({ richiesta, mia }: { richiesta: RichiestaInCoda; mia: boolean }) => {
  const stato = ETICHETTA_RICHIESTA[richiesta.stato === 'CHIESTA' ? 'PRESENTATA' : richiesta.stato];
  return (
    <Riga>
      <CellaTitolo>
        <a href={hrefDi(richiesta)}>{nomeDi(richiesta)}</a>
      </CellaTitolo>
      <Cella etichetta="Progetto">
        <span>
          <span className="mono muted">{richiesta.codice}</span> {richiesta.territorio}{' '}
          <span className="second titolo-lieve">{richiesta.titolo}</span>
        </span>
      </Cella>
      <Cella etichetta="Stato">
        <Badge famiglia={stato.famiglia} icona={stato.icona}>
          {stato.testo}
        </Badge>
      </Cella>
      <Cella etichetta="Aspetta">
        <ToccaA chi={attesaDi(richiesta)} tu={mia} />
      </Cella>
      <Cella etichetta="Presentata">{dataBreve(giornoDi(new Date(richiesta.presentataIl)))}</Cella>
      <Cella etichetta="Da quanto">
        {richiesta.giorni === 0 ? 'Da oggi' : richiesta.giorni === 1 ? '1 giorno' : `${richiesta.giorni} giorni`}
      </Cella>
    </Riga>
  );
};
