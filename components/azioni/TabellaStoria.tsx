import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { StatoAzione } from '@/components/ui/StatoAzione';
import { Tabella } from '@/components/ui/Tabella';
import { etichettaAzione } from '@/lib/attuazione/labels';
import type { Lettore } from '@/lib/auth/attore';
import type { Dichiarata } from '@/lib/azioni/letture';
import { dataBreve, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';

type Props = { storia: readonly Dichiarata[]; progettoId: string; lettore: Lettore };

const COLONNE = ['Periodo', 'Stato', 'Avanzamento', 'Inizio', 'Fine', 'Dichiarato da', 'Contromisura'];
const ESITO: Record<NonNullable<Dichiarata['contromisuraEsito']>, string> = {
  FUNZIONA: 'ha funzionato',
  IN_PARTE: 'ha funzionato in parte',
  NON_FUNZIONA: 'non ha funzionato',
};

const hrefDi = ({ rapportoId }: Dichiarata, progettoId: string, lettore: Lettore): string =>
  lettore === 'app_regione' ? routes.verifica(rapportoId) : routes.rapporto(progettoId, rapportoId);

/** Che cosa ha detto ogni relazione presentata, dalla più recente, e chi l'ha detto. */
export const TabellaStoria = ({ storia, progettoId, lettore }: Props) => (
  <Tabella
    didascalia="Che cosa ha dichiarato ogni relazione presentata"
    fitta
    schede="etichette"
    colonne={COLONNE.map((etichetta) => ({ etichetta }))}
  >
    {storia.map((voce) => (
      <Riga key={voce.rapportoId}>
        <CellaTitolo>
          <a href={hrefDi(voce, progettoId, lettore)}>{nomePeriodo(voce)}</a>
        </CellaTitolo>
        <Cella etichetta={COLONNE[1]}>
          <span>
            <StatoAzione stato={voce.stato} etichetta={etichettaAzione(voce.stato)} />
            {voce.invariato && <span className="sub">nulla da segnalare</span>}
          </span>
        </Cella>
        <Cella etichetta={COLONNE[2]}>{voce.percentuale === null ? 'non rilevato' : `${voce.percentuale}%`}</Cella>
        <Cella etichetta={COLONNE[3]}>{voce.inizioEffettivo ? dataBreve(voce.inizioEffettivo) : '–'}</Cella>
        <Cella etichetta={COLONNE[4]}>
          {voce.fineEffettiva ? dataBreve(voce.fineEffettiva) : voce.fineStimata ? `${dataBreve(voce.fineStimata)} (stimata)` : '–'}
        </Cella>
        <Cella etichetta={COLONNE[5]}>{voce.ente}</Cella>
        <Cella etichetta={COLONNE[6]}>
          <span>
            {voce.contromisura ?? '–'}
            {voce.contromisuraEsito && <span className="sub">{ESITO[voce.contromisuraEsito]}</span>}
          </span>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
