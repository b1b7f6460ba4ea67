import { ETICHETTA_CANDIDATURA } from '@/lib/avvisi/labels';
import type { RigaCandidatura } from '@/lib/avvisi/letture';
import type { CriterioAvviso } from '@/lib/avvisi/schema';
import { massimoDi, senzaPunti, totaleDi } from '@/lib/avvisi/stati';
import { TIPI_ORGANIZZAZIONE } from '@/lib/avvisi/voci';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { Badge } from '../ui/Badge';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { candidature: RigaCandidatura[]; criteri: CriterioAvviso[]; hrefDi: (id: string) => string };

/** Le candidature confermate, nell'ordine in cui sono arrivate. */
export const TabellaCandidature = ({ candidature, criteri, hrefDi }: Props) => (
  <Tabella
    didascalia="Candidature ricevute"
    schede="etichette"
    colonne={['Organizzazione', 'Tipo', 'Arrivata il', 'Stato', 'Punti'].map((etichetta) => ({
      etichetta,
      numerica: etichetta === 'Punti',
    }))}
  >
    {candidature.map((c) => {
      const { testo, famiglia, icona } = ETICHETTA_CANDIDATURA[c.stato];
      return (
        <Riga key={c.id}>
          <CellaTitolo>
            <a href={hrefDi(c.id)}>{c.denominazione}</a>
          </CellaTitolo>
          <Cella etichetta="Tipo">{TIPI_ORGANIZZAZIONE[c.tipo]}</Cella>
          <Cella etichetta="Arrivata il">{dataBreve(giornoDi(new Date(c.inviataIl)))}</Cella>
          <Cella etichetta="Stato">
            <Badge famiglia={famiglia} icona={icona}>
              {c.stato === 'SELEZIONATA' && c.accolta ? 'Partner del progetto' : testo}
            </Badge>
          </Cella>
          <Cella etichetta="Punti" numerica>
            {senzaPunti(criteri, c.punteggi).length === 0 ? `${totaleDi(criteri, c.punteggi)} su ${massimoDi(criteri)}` : '—'}
          </Cella>
        </Riga>
      );
    })}
  </Tabella>
);
