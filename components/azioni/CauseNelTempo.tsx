import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { CausaRiassunta } from '@/lib/azioni/rules';
import { dataBreve, meseBreve } from '@/lib/format/data';

const COLONNE = ['Causa', 'Peso', 'Mesi', 'Relazioni', 'Risolta', 'Da chi dipende'];
const GRAVITA = ['', 'lieve', 'media', 'grave'];

function mesiDi({ meseDal, meseAl }: CausaRiassunta): string {
  if (!meseDal) return meseAl ? `fino a ${meseBreve(meseAl)}` : 'non rilevati';
  return meseAl ? `${meseBreve(meseDal)} – ${meseBreve(meseAl)}` : `da ${meseBreve(meseDal)}`;
}

/** Le cause di ritardo di un'azione in tutta la sua storia: la principale per prima, quanto pesa, da quando, se è risolta e da chi dipende. */
export const CauseNelTempo = ({ cause }: { cause: readonly CausaRiassunta[] }) => (
  <Tabella
    didascalia="Cause di ritardo dichiarate, le non risolte per prime"
    fitta
    schede="etichette"
    colonne={COLONNE.map((etichetta) => ({ etichetta }))}
  >
    {cause.map((causa) => (
      <Riga key={causa.codice}>
        <CellaTitolo>
          {causa.etichetta} <span className="mono muted">{causa.codice}</span>
        </CellaTitolo>
        <Cella etichetta={COLONNE[1]}>
          <span>
            {causa.primaria ? <b>principale</b> : 'concausa'}
            {causa.gravita && `, ${GRAVITA[causa.gravita]}`}
          </span>
        </Cella>
        <Cella etichetta={COLONNE[2]}>{mesiDi(causa)}</Cella>
        <Cella etichetta={COLONNE[3]}>
          <span>
            {causa.relazioni}
            <span className="sub">
              {causa.relazioni === 1
                ? `al ${dataBreve(causa.ultimaVolta)}`
                : `dal ${dataBreve(causa.primaVolta)} al ${dataBreve(causa.ultimaVolta)}`}
            </span>
          </span>
        </Cella>
        <Cella etichetta={COLONNE[4]}>{causa.risolta ? 'sì' : 'no'}</Cella>
        <Cella etichetta={COLONNE[5]}>{causa.dipendeRegione ? <b>dalla Regione</b> : 'dagli enti o da altri'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
