import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import type { Opzione } from '@/components/forms/Selezione';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Dialogo } from '@/components/ui/Dialogo';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { Membro } from '@/lib/valutazione/queriesCommissione';
import { esoneraAction, presidenzaAction, revocaAction } from './actions';

type Props = { bandoId: string; membri: Membro[]; nomina: boolean; persone: Opzione[] };

const giorno = (istante: string): string => dataBreve(giornoDi(new Date(istante)));

/** Chi è in commissione, con l'atto e a che punto è; chi nomina può cambiare la presidenza, togliere chi non ha dichiarato, esonerare chi tarda. */
export const Membri = ({ bandoId, membri, nomina, persone }: Props) => (
  <Tabella
    didascalia="Membri della commissione"
    schede="etichette"
    colonne={['Persona', 'Atto', 'Dal', 'Schede concluse', ...(nomina ? ['Comandi'] : [])].map((etichetta) => ({ etichetta }))}
  >
    {membri.map((m) => (
      <Riga key={m.id}>
        <CellaTitolo>
          {m.nome}
          {m.presidente && <span className="sub">Presiede</span>}
          {m.esoneratoIl && (
            <span className="sub">
              Con esonero dal {giorno(m.esoneratoIl)}, {m.attoEsonero}
            </span>
          )}
        </CellaTitolo>
        <Cella etichetta="Atto">{m.atto ?? 'non indicato'}</Cella>
        <Cella etichetta="Dal">{giorno(m.nominatoIl)}</Cella>
        <Cella etichetta="Schede concluse">{schede(m)}</Cella>
        {nomina && <Cella etichetta="Comandi">{m.esoneratoIl ? null : <Comandi bandoId={bandoId} membro={m} persone={persone} />}</Cella>}
      </Riga>
    ))}
  </Tabella>
);

const schede = ({ daValutare, concluse }: Membro): string =>
  daValutare === 0 ? 'Nessuna domanda da valutare' : `${concluse} su ${daValutare}`;

const Comandi = ({ bandoId, membro: m, persone }: Pick<Props, 'bandoId' | 'persone'> & { membro: Membro }) => {
  const nascosti = { bandoId, commissarioId: m.id };
  return (
    <div className="btn-row">
      {!m.presidente && (
        <ModuloAtto action={presidenzaAction} nascosti={nascosti} invia="Affida la presidenza" variante="quieto" taglia={36} />
      )}
      {!m.haDichiarato ? (
        <Dialogo id={`togli-${m.id}`} titolo={`Togliere ${m.nome} dalla commissione?`} apri="Togli" variante="quieto" taglia={36}>
          <ModuloAtto action={revocaAction} nascosti={nascosti} invia="Togli dalla commissione" variante="pericolo" />
        </Dialogo>
      ) : m.presidente ? (
        <span className="muted">Ha già dichiarato. Per l’esonero affida prima la presidenza a un’altra persona.</span>
      ) : (
        <Esonera nascosti={nascosti} nome={m.nome} persone={persone} id={m.id} />
      )}
    </div>
  );
};

type DaEsonerare = { nascosti: { bandoId: string; commissarioId: string }; nome: string; id: string; persone: Opzione[] };

/** Chi ha già dichiarato esce con un atto, e di solito qualcuno prende il suo posto. */
const Esonera = ({ nascosti, nome, id, persone }: DaEsonerare) => (
  <Dialogo id={`esonera-${id}`} titolo={`Esonerare ${nome} dalla commissione?`} apri="Esonera" variante="quieto" taglia={36}>
    <p>
      Le schede che ha concluso valgono, quelle a metà no, e non potrà rientrare. Se gli altri hanno già concluso, senza un sostituto i
      punteggi diventano leggibili subito e chi arriva dopo non valuta più quelle domande.
    </p>
    <ModuloEsame
      action={esoneraAction}
      nascosti={nascosti}
      invia="Esonera dalla commissione"
      variante="pericolo"
      gruppi={[
        {
          campi: [
            {
              tipo: 'testo',
              nome: 'atto',
              etichetta: 'Atto di esonero',
              aiuto: 'Per esempio «D.D. 31 del 10/03/2020». Vale anche per la nomina.',
            },
            { tipo: 'scelta', nome: 'sostitutoId', etichetta: 'Sostituto', vuota: 'Nessun sostituto', facoltativo: true, opzioni: persone },
          ],
        },
      ]}
    />
  </Dialogo>
);
