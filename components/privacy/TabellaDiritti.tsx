import { giorniTra } from '@/lib/attuazione/rules';
import { dataBreve, giornoDi, mancano } from '@/lib/format/data';
import { GENERI_DIRITTO, prorogata, type RichiestaLetta } from '@/lib/privacy/diritti';
import { routes } from '@/lib/routes';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** A che punto è una richiesta, in parole. */
export const StatoDiritto = ({ richiesta: { stato }, tardi }: { richiesta: Pick<RichiestaLetta, 'stato'>; tardi: boolean }) => {
  if (stato !== 'APERTA')
    return (
      <Badge famiglia={stato === 'EVASA' ? 'positivo' : 'negativo'} icona={stato === 'EVASA' ? 'spunta-cerchio' : 'chiudi'}>
        {stato === 'EVASA' ? 'Accolta' : 'Non accolta'}
      </Badge>
    );
  return (
    <Badge famiglia="tocca" icona={tardi ? 'attenzione' : 'freccia'}>
      {tardi ? 'In ritardo' : 'Aperta'}
    </Badge>
  );
};

/** Le richieste dell'ente; mai chi le ha fatte. */
export const TabellaDiritti = ({ richieste, oggi }: { richieste: RichiestaLetta[]; oggi: string }) => (
  <Tabella
    didascalia="Richieste degli interessati, prima le aperte"
    fitta
    schede="etichette"
    colonne={['Richiesta', 'Ricevuta', 'Rispondere entro', 'Stato'].map((etichetta) => ({ etichetta }))}
  >
    {richieste.map((r) => {
      const giorni = giorniTra(oggi, r.entro);
      const aperta = r.stato === 'APERTA';
      return (
        <Riga key={r.id}>
          <CellaTitolo>
            <a href={routes.richiestaInteressato(r.id)}>{GENERI_DIRITTO[r.genere].nome}</a>
          </CellaTitolo>
          <Cella etichetta="Ricevuta">{dataBreve(r.ricevutaIl)}</Cella>
          <Cella etichetta="Rispondere entro">
            {aperta ? `${dataBreve(r.entro)} (${mancano(giorni).toLowerCase()}${prorogata(r) ? ', prorogata' : ''})` : dataBreve(r.entro)}
          </Cella>
          <Cella etichetta="Stato">
            <StatoDiritto richiesta={r} tardi={giorni < 0} />
            {r.chiusaIl && <span className="small muted"> il {dataBreve(giornoDi(new Date(r.chiusaIl)))}</span>}
          </Cella>
        </Riga>
      );
    })}
  </Tabella>
);
