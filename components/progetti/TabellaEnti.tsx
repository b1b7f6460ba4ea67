import { Badge } from '@/components/ui/Badge';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { ETICHETTA_PARTE } from '@/lib/attuazione/labels';
import { dataBreve, nomePeriodo } from '@/lib/format/data';
import type { EnteDelProgetto } from '@/lib/progetti/letture';

const RUOLI: Record<EnteDelProgetto['ruolo'], string> = {
  CAPOFILA: 'capofila',
  PARTNER_GESTORE: 'ente gestore',
  PARTNER_ETS: 'ente del terzo settore',
  ALTRO: 'altro ente',
};

type Props = {
  enti: readonly EnteDelProgetto[];
  /** Il periodo della relazione a cui si riferiscono le parti; null se nessuna relazione ha parti. */
  periodo: { dal: string; al: string } | null;
};

/** Chi partecipa, con quale ruolo e dove, e a che punto è la sua parte della relazione in corso. */
export const TabellaEnti = ({ enti, periodo }: Props) => (
  <Tabella
    didascalia="Enti che partecipano al progetto"
    fitta
    schede="griglia"
    colonne={[
      { etichetta: 'Ente' },
      { etichetta: 'Ambito' },
      ...(periodo ? [{ etichetta: `Parte, ${nomePeriodo(periodo)}`, classe: 'w-48' }] : []),
    ]}
  >
    {enti.map(({ id, nome, esteso, ruolo, ambito, parte, al, confluita }) => {
      const etichetta = parte && ETICHETTA_PARTE[parte];
      return (
        <Riga key={id}>
          <CellaTitolo>
            <span title={esteso}>{ruolo === 'CAPOFILA' ? <b>{nome}</b> : nome}</span>
            {ruolo !== 'PARTNER_GESTORE' && <span className="muted"> ({RUOLI[ruolo]})</span>}
            {confluita ? (
              <span className="sub">{`Confluito in ${confluita.in} dal ${dataBreve(confluita.dal)}`}</span>
            ) : (
              al && <span className="sub">{`Nel progetto fino al ${dataBreve(al)}`}</span>
            )}
          </CellaTitolo>
          <Cella classe="card-soft">{ambito}</Cella>
          {periodo && (
            <Cella>
              {etichetta && (
                <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
                  {etichetta.testo}
                </Badge>
              )}
            </Cella>
          )}
        </Riga>
      );
    })}
  </Tabella>
);
