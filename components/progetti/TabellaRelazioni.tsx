import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { Termine } from '@/components/ui/Termine';
import { ETICHETTA_RAPPORTO } from '@/lib/attuazione/labels';
import { giorniTra, periodoApribile, piuGiorni } from '@/lib/attuazione/rules';
import { nomeDelPeriodo } from '@/lib/calendario/labels';
import { VICINO } from '@/lib/calendario/stato';
import { dataBreve, dataLunga, giornoDi } from '@/lib/format/data';
import type { RelazioneDelProgetto } from '@/lib/progetti/letture';

type Props = {
  relazioni: readonly RelazioneDelProgetto[];
  oggi: string;
  /** L'indirizzo di una relazione per chi guarda; undefined se non la può aprire. */
  hrefDi: (relazione: RelazioneDelProgetto) => string | undefined;
  /** Il modulo per aprire la relazione di un periodo finito; undefined per chi non la scrive. */
  apri?: (relazione: RelazioneDelProgetto) => ReactNode;
  /** Come si dice, a chi guarda, di una relazione che non vede. */
  assente: string;
};

/** «1° gennaio 2021»: il primo del mese vuole l'ordinale. */
const giornoInParole = (iso: string): string => dataLunga(iso).replace(/^1 /, '1° ');

/** Il nome di una relazione: quella della rilevazione non è stata scritta dall'ente. */
const nomeDi = (relazione: RelazioneDelProgetto): string => nomeDelPeriodo(relazione);

/** Vero se di un periodo finito nessuno ha ancora aperto la relazione: la riga offre di aprirla a chi può. */
export const daAprire = (relazione: RelazioneDelProgetto, oggi: string): boolean =>
  !relazione.rapporto && relazione.dovuto && periodoApribile(relazione, oggi);

/** Le relazioni del progetto, dalla più recente: termine in parole, stato, e la sola cosa da fare. */
export const TabellaRelazioni = ({ relazioni, oggi, hrefDi, apri, assente }: Props) => (
  <Tabella
    didascalia="Relazioni del progetto, dalla più recente"
    schede="griglia"
    classe="tbl--mid"
    colonne={[{ etichetta: 'Relazione' }, { etichetta: 'Termine' }, { etichetta: 'Stato', classe: 'w-56' }]}
  >
    {relazioni.map((relazione) => {
      const href = hrefDi(relazione);
      return (
        <Riga key={relazione.periodoId}>
          <CellaTitolo>{href ? <a href={href}>{nomeDi(relazione)}</a> : <b>{nomeDi(relazione)}</b>}</CellaTitolo>
          <Cella classe="card-wide">
            <TermineDi relazione={relazione} oggi={oggi} />
          </Cella>
          <Cella classe="card-wide">
            <Stato relazione={relazione} oggi={oggi} apri={apri} assente={assente} />
          </Cella>
        </Riga>
      );
    })}
  </Tabella>
);

const TermineDi = ({ relazione: { tipo, scadenza, dovuto, rapporto }, oggi }: { relazione: RelazioneDelProgetto; oggi: string }) => {
  if (tipo === 'RILEVAZIONE') return <span className="muted">raccolta con le interviste</span>;
  if (rapporto?.presentatoIl) return <>presentata il {dataBreve(giornoDi(new Date(rapporto.presentatoIl)))}</>;
  if (!dovuto) return <span className="muted">non dovuta</span>;
  return <Termine giorno={scadenza} giorni={giorniTra(oggi, scadenza)} vicino={VICINO} />;
};

type PropsStato = { relazione: RelazioneDelProgetto } & Pick<Props, 'oggi' | 'apri' | 'assente'>;

const Stato = ({ relazione, oggi, apri, assente }: PropsStato) => {
  if (relazione.rapporto) {
    const etichetta = ETICHETTA_RAPPORTO[relazione.rapporto.stato];
    return (
      <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
        {etichetta.testo}
      </Badge>
    );
  }
  if (!relazione.dovuto) return <span className="muted">Non dovuta</span>;
  if (!daAprire(relazione, oggi)) return <span className="muted">Si apre il {giornoInParole(piuGiorni(relazione.al, 1))}</span>;
  return apri ? apri(relazione) : <span className="muted">{assente}</span>;
};
