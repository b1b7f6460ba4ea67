import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Dialogo } from '@/components/ui/Dialogo';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { Membro } from '@/lib/valutazione/queriesCommissione';
import { presidenzaAction, revocaAction } from './actions';

type Props = { bandoId: string; membri: Membro[]; nomina: boolean };

/** Chi e in commissione, con l'atto; chi nomina puo cambiare la presidenza e togliere chi non ha ancora dichiarato. */
export const Membri = ({ bandoId, membri, nomina }: Props) => (
  <Tabella
    didascalia="Membri della commissione"
    schede="etichette"
    colonne={['Persona', 'Atto', 'Dal', ...(nomina ? ['Comandi'] : [])].map((etichetta) => ({ etichetta }))}
  >
    {membri.map((m) => (
      <Riga key={m.id}>
        <CellaTitolo>
          {m.nome}
          {m.presidente && <span className="sub">Presiede</span>}
        </CellaTitolo>
        <Cella etichetta="Atto">{m.atto ?? 'non indicato'}</Cella>
        <Cella etichetta="Dal">{dataBreve(giornoDi(new Date(m.nominatoIl)))}</Cella>
        {nomina && (
          <Cella etichetta="Comandi">
            <Comandi bandoId={bandoId} membro={m} />
          </Cella>
        )}
      </Riga>
    ))}
  </Tabella>
);

const Comandi = ({ bandoId, membro: m }: { bandoId: string; membro: Membro }) => {
  const nascosti = { bandoId, commissarioId: m.id };
  return (
    <div className="btn-row">
      {!m.presidente && (
        <ModuloAtto action={presidenzaAction} nascosti={nascosti} invia="Affida la presidenza" variante="quieto" taglia={36} />
      )}
      {m.haDichiarato ? (
        <span className="muted">Ha già dichiarato: resta in commissione.</span>
      ) : (
        <Dialogo id={`togli-${m.id}`} titolo={`Togliere ${m.nome} dalla commissione?`} apri="Togli" variante="quieto" taglia={36}>
          <ModuloAtto action={revocaAction} nascosti={nascosti} invia="Togli dalla commissione" variante="pericolo" />
        </Dialogo>
      )}
    </div>
  );
};
