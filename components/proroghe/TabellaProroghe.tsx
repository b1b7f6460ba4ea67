import { dataBreve } from '@/lib/format/data';
import { ETICHETTA_PROROGA } from '@/lib/proroghe/labels';
import type { ProrogaLetta, ProrogheDelProgetto } from '@/lib/proroghe/queries';
import { routes } from '@/lib/routes';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** Le proroghe di un progetto, dalla più recente: che cosa, da quando a quando, com'è finita. Le correzioni sono righe a sé. */
export const TabellaProroghe = ({ progetto }: { progetto: ProrogheDelProgetto }) => (
  <Tabella
    didascalia="Le proroghe del progetto"
    schede="etichette"
    colonne={['Proroga', 'Fine di prima', 'Fine chiesta', 'Fine concessa', 'Stato'].map((etichetta) => ({ etichetta }))}
  >
    {progetto.proroghe.map((proroga) => (
      <Riga key={proroga.id}>
        <CellaTitolo>
          <a href={routes.proroga(progetto.id, proroga.id)}>{nomeProroga(progetto, proroga)}</a>
        </CellaTitolo>
        <Cella etichetta="Fine di prima">{dataBreve(proroga.fineAttuale)}</Cella>
        <Cella etichetta="Fine chiesta">{dataBreve(proroga.fineChiesta)}</Cella>
        <Cella etichetta="Fine concessa">{proroga.fineConcessa ? dataBreve(proroga.fineConcessa) : '–'}</Cella>
        <Cella etichetta="Stato">
          <StatoDellaProroga proroga={proroga} />
        </Cella>
      </Riga>
    ))}
  </Tabella>
);

export const StatoDellaProroga = ({ proroga }: { proroga: ProrogaLetta }) => {
  const { famiglia, icona, testo } = ETICHETTA_PROROGA[proroga.stato];
  return (
    <Badge famiglia={famiglia} icona={icona}>
      {testo}
    </Badge>
  );
};

/** «Proroga 2 del progetto», «Proroga 3 dell’azione A1», «Correzione della proroga 2». */
export function nomeProroga({ azioni }: Pick<ProrogheDelProgetto, 'azioni'>, { numero, azioneId, corregge }: ProrogaLetta): string {
  if (corregge !== null) return `Correzione della proroga ${corregge}`;
  if (azioneId === null) return `Proroga ${numero} del progetto`;
  const azione = azioni.find(({ id }) => id === azioneId);
  return `Proroga ${numero} ${azione ? `dell’azione ${azione.codice}` : 'di un’azione tolta'}`;
}
