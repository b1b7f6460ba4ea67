import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Tabella } from '@/components/ui/Tabella';
import type { Configurazione, Criterio } from '@/lib/bandi/configurazione';
import { type Proposta, proposte } from '@/lib/valutazione/consolidamento';
import { inPunti, totaleScheda } from '@/lib/valutazione/punteggio';
import type { Commissario, Scheda } from '@/lib/valutazione/queries';

type Props = {
  schede: Scheda[];
  commissari: Commissario[];
  criteri: Criterio[];
  configurazione: Pick<Configurazione, 'scartoSegnalatoPercento'> | null;
};

/** I punti di ogni commissario, criterio per criterio: si vedono solo quando hanno concluso tutti. */
export const SchedeDeiCommissari = ({ schede, commissari, criteri, configurazione }: Props) => {
  const valide = schede.filter(({ conflitto }) => conflitto === 'NESSUNO');
  const nome = (utenteId: string) => commissari.find((c) => c.utenteId === utenteId)?.nome ?? 'Commissario';
  const astenuti = schede.filter(({ conflitto }) => conflitto === 'PRESENTE').map(({ utenteId }) => nome(utenteId));
  const voci = proposte(
    criteri,
    valide.map(({ punteggi }) => punteggi),
    { scartoSegnalatoPercento: configurazione?.scartoSegnalatoPercento ?? 100 },
  );
  return (
    <Sezione
      id="schede"
      titolo="Le schede dei commissari"
      nota={astenuti.length > 0 ? `Astenuti per conflitto: ${astenuti.join(', ')}.` : undefined}
    >
      <Tabella
        didascalia="Punti di ciascun commissario per criterio"
        colonne={[
          { etichetta: 'Criterio' },
          ...valide.map(({ utenteId }) => ({ etichetta: nome(utenteId), numerica: true })),
          { etichetta: 'Media', numerica: true },
        ]}
        piede={
          <tr>
            <th scope="row">Totale pesato</th>
            {valide.map((s) => (
              <td key={s.utenteId} className="num">
                {inPunti(totaleScheda(criteri, s.punteggi))}
              </td>
            ))}
            <td />
          </tr>
        }
      >
        {voci.map(({ criterio, proposto, segnalato, scarto }) => (
          <Riga key={criterio.chiave}>
            <CellaTitolo>
              {criterio.titolo} <span className="muted">su {criterio.massimo}</span>
              {segnalato && <div className="soon">Scarto di {scarto} punti tra i commissari</div>}
            </CellaTitolo>
            {valide.map(({ utenteId, punteggi }) => (
              <Cella key={utenteId} numerica>
                {punteggi[criterio.chiave]?.punti ?? ''}
              </Cella>
            ))}
            <Cella numerica>{inPunti(proposto)}</Cella>
          </Riga>
        ))}
      </Tabella>
      <details>
        <summary>Le motivazioni</summary>
        {valide.map(({ utenteId, punteggi }) => (
          <div key={utenteId} className="lettura">
            <h3>{nome(utenteId)}</h3>
            {criteri.map(({ chiave, titolo }) =>
              punteggi[chiave]?.motivazione ? (
                <p key={chiave} className="testo">
                  <b>{titolo}:</b> {punteggi[chiave].motivazione}
                </p>
              ) : null,
            )}
          </div>
        ))}
      </details>
    </Sezione>
  );
};

/** I punti dati a un criterio, in breve, per chi consolida. */
export const PuntiDati = ({ voce: { punti, scarto, segnalato } }: { voce: Proposta }) => (
  <p className="small">
    Punti dati: {punti.join(', ')}. {segnalato && <span className="soon">Scarto di {scarto} punti: discutetene prima di consolidare.</span>}
  </p>
);
