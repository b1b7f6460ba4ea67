import { euro, numero } from '@/lib/format/euro';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { percento } from '@/lib/piano/importi';
import type { Perdite } from '@/lib/piano/perdite';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { perdite: Perdite; gruppi: ContestoPiano['gruppi'] };

/** Che cosa si perde con una riduzione: destinatari per gruppo, azioni, risultati attesi, risorse proprie. */
export const PerditePiano = ({ perdite, gruppi }: Props) => {
  const { contributo, risorseProprie, azioniTolte, indicatoriPersi } = perdite;
  const proprie = risorseProprie.prima - risorseProprie.dopo;
  return (
    <div className="perdite">
      <p>
        {contributo.prima === contributo.dopo ? (
          `Il contributo resta ${euro(contributo.prima)}.`
        ) : (
          <>
            Contributo: da {euro(contributo.prima)} a <b>{euro(contributo.dopo)}</b>{' '}
            <span className="muted">{percento(contributo.dopo - contributo.prima, contributo.prima)}</span>.
          </>
        )}
        {proprie > 0n && ` Con le azioni tolte cadono anche ${euro(proprie)} di cofinanziamento e apporti in natura.`}
      </p>
      <Destinatari righe={perdite.destinatari} gruppi={gruppi} />
      {azioniTolte.length === 0 ? (
        <p>Nessuna azione viene tolta.</p>
      ) : (
        <>
          <p className="legend">{azioniTolte.length === 1 ? 'Si rinuncia a un’azione' : `Si rinuncia a ${azioniTolte.length} azioni`}</p>
          <ul className="punti">
            {azioniTolte.map(({ id, codice, titolo }) => (
              <li key={id}>
                <span className="mono">{codice}</span> {titolo}
              </li>
            ))}
          </ul>
        </>
      )}
      {indicatoriPersi.length > 0 && (
        <>
          <p className="legend">Risultati attesi che non si avranno</p>
          <ul className="punti">
            {indicatoriPersi.map(({ nome, atteso, azione }) => (
              <li key={`${azione} ${nome}`}>
                {nome}: {atteso || 'valore non indicato'} <span className="muted">(azione {azione})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <AzioniRidotte righe={perdite.azioniRidotte} />
    </div>
  );
};

const Destinatari = ({ righe, gruppi }: { righe: Perdite['destinatari']; gruppi: ContestoPiano['gruppi'] }) => (
  <Tabella
    didascalia="Destinatari previsti, prima e dopo"
    didascaliaVisibile
    fitta
    schede="etichette"
    colonne={[
      { etichetta: 'Gruppo' },
      { etichetta: 'Prima', numerica: true },
      { etichetta: 'Dopo', numerica: true },
      { etichetta: 'In meno', numerica: true },
    ]}
  >
    {righe.map(({ gruppo, unita, prima, dopo }) => (
      <Riga key={`${gruppo} ${unita}`}>
        <CellaTitolo>
          {gruppi.find(({ codice }) => codice === gruppo)?.etichetta ?? gruppo} <span className="muted">({unita})</span>
        </CellaTitolo>
        <Cella etichetta="Prima" numerica>
          {numero(prima)}
        </Cella>
        <Cella etichetta="Dopo" numerica>
          {numero(dopo)}
        </Cella>
        <Cella etichetta="In meno" numerica>
          <b>{prima === dopo ? '–' : prima > dopo ? numero(prima - dopo) : `${numero(dopo - prima)} in più`}</b>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);

const AzioniRidotte = ({ righe }: { righe: Perdite['azioniRidotte'] }) =>
  righe.length === 0 ? null : (
    <Tabella
      didascalia="Azioni che costano meno"
      didascaliaVisibile
      fitta
      schede="etichette"
      colonne={[
        { etichetta: 'Azione' },
        { etichetta: 'Prima', numerica: true },
        { etichetta: 'Dopo', numerica: true },
        { etichetta: 'Differenza', numerica: true },
      ]}
    >
      {righe.map(({ id, codice, titolo, primaCents, dopoCents }) => (
        <Riga key={id}>
          <CellaTitolo>
            <span className="mono">{codice}</span> {titolo}
          </CellaTitolo>
          <Cella etichetta="Prima" numerica>
            {euro(primaCents)}
          </Cella>
          <Cella etichetta="Dopo" numerica>
            {euro(dopoCents)}
          </Cella>
          <Cella etichetta="Differenza" numerica>
            {euro(dopoCents - primaCents)} <span className="muted">{percento(dopoCents - primaCents, primaCents)}</span>
          </Cella>
        </Riga>
      ))}
    </Tabella>
  );
