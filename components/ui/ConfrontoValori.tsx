// biome-ignore-all lint/a11y/noRedundantRoles: sul telefono il CSS toglie display:table e con lui i ruoli impliciti
import type { ReactNode } from 'react';

export type RigaConfronto = {
  id: string;
  campo: string;
  prima: ReactNode;
  ora: ReactNode;
  /** La differenza in parole: «+20 punti», «31 giorni prima del previsto». */
  delta?: ReactNode;
  verifica?: ReactNode;
  daChiarire?: boolean;
};

type Props = { didascalia: string; prima: string; ora: string; righe: RigaConfronto[]; conVerifica?: boolean };

const Riga = ({ riga, conVerifica }: { riga: RigaConfronto; conVerifica?: boolean }) => (
  <tr role="row" id={riga.id} className={riga.daChiarire ? 'ask' : undefined}>
    <th role="rowheader" scope="row">
      {riga.campo}
    </th>
    <td role="cell" className="old" data-l="Prima">
      {riga.prima}
    </td>
    <td role="cell" data-l="Ora">
      <span className="new">{riga.ora}</span>
      {riga.delta && <span className="delta">{riga.delta}</span>}
    </td>
    {conVerifica && (
      <td role="cell" className="c-seg">
        {riga.verifica}
      </td>
    )}
  </tr>
);

/** Prima e ora, una riga per valore: il lettore non deve calcolare la differenza. `daChiarire` segna la riga su cui c'è una domanda aperta. */
export const ConfrontoValori = ({ didascalia, prima, ora, righe, conVerifica }: Props) => (
  <table className={conVerifica ? 'cmp cmp--check' : 'cmp'} role="table">
    <caption className="sr">{didascalia}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {['Campo', prima, ora, ...(conVerifica ? ['Verifica'] : [])].map((titolo) => (
          <th key={titolo} role="columnheader" scope="col">
            {titolo}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {righe.map((riga) => (
        <Riga key={riga.id} riga={riga} conVerifica={conVerifica} />
      ))}
    </tbody>
  </table>
);
