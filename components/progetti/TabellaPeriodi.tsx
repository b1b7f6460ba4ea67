import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { ETICHETTA_RAPPORTO } from '@/lib/attuazione/labels';
import { giorniTra } from '@/lib/attuazione/rules';
import { chiManca, ETICHETTA_PERIODO, fraseScadenza, nomeDelPeriodo } from '@/lib/calendario/labels';
import type { CalendarioDelProgetto, PeriodoDelCalendario } from '@/lib/calendario/queries';
import { statoPeriodo } from '@/lib/calendario/stato';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { concluse, giorniSospesi, inCorso } from '@/lib/sospensioni/scadenze';

type Props = {
  calendario: CalendarioDelProgetto;
  oggi: string;
  /** L'indirizzo della relazione; undefined se chi guarda non la può aprire. */
  hrefDi: (periodo: PeriodoDelCalendario) => string | undefined;
  /** Il comando di una riga: aprire la relazione (ente), togliere una straordinaria (Regione). */
  comando: (periodo: PeriodoDelCalendario) => ReactNode;
};

/** Le date in vigore di un progetto, un periodo per riga: scadenza, stato, giorni sospesi, e chi è in ritardo. */
export const TabellaPeriodi = ({ calendario, oggi, hrefDi, comando }: Props) => {
  const sospeso = inCorso(calendario.sospensioni, oggi) !== undefined;
  // di una sospensione ancora aperta si contano i giorni fino a oggi
  const chiuse = concluse(calendario.sospensioni.map(({ dal, al }) => ({ dal, al: al ?? (dal > oggi ? dal : oggi) })));
  return (
    <Tabella
      didascalia="Periodi del progetto, dal primo"
      schede="griglia"
      classe="tbl--mid"
      colonne={[{ etichetta: 'Periodo' }, { etichetta: 'Scadenza' }, { etichetta: 'Stato', classe: 'w-56' }]}
    >
      {calendario.periodi.map((p) => {
        const stato = statoPeriodo(p, oggi, sospeso);
        const href = hrefDi(p);
        const giorni = giorniSospesi(p, chiuse);
        return (
          <Riga key={p.id}>
            <CellaTitolo>
              {href ? <a href={href}>{nomeDelPeriodo(p)}</a> : <b>{nomeDelPeriodo(p)}</b>}
              <span className="small second block">
                dal {dataBreve(p.dal)} al {dataBreve(p.al)}
                {giorni > 0 && `, ${giorni === 1 ? '1 giorno sospeso' : `${giorni} giorni sospesi`}`}
              </span>
              {p.motivo && <span className="small second block">{p.motivo}</span>}
            </CellaTitolo>
            <Cella classe="card-wide">
              <Scadenza periodo={p} oggi={oggi} fermo={stato === 'SOSPESO' || stato === 'NON_DOVUTO'} />
            </Cella>
            <Cella classe="card-wide">
              <Stato periodo={p} stato={stato} capofila={calendario.capofila ?? 'il capofila'} />
              {comando(p)}
            </Cella>
          </Riga>
        );
      })}
    </Tabella>
  );
};

const Scadenza = ({ periodo: p, oggi, fermo }: { periodo: PeriodoDelCalendario; oggi: string; fermo: boolean }) => {
  if (p.tipo === 'RILEVAZIONE') return <span className="muted">raccolta con le interviste</span>;
  if (p.presentatoIl)
    return (
      <>
        {dataBreve(p.scadenza)}, presentata il {dataBreve(giornoDi(new Date(p.presentatoIl)))}
      </>
    );
  return <>{fraseScadenza(p, fermo ? null : giorniTra(oggi, p.scadenza))}</>;
};

type PropsStato = { periodo: PeriodoDelCalendario; stato: keyof typeof ETICHETTA_PERIODO; capofila: string };

const Stato = ({ periodo, stato, capofila }: PropsStato) => {
  // della relazione presentata interessa a che punto è la verifica
  const etichetta = stato === 'PRESENTATO' && periodo.rapporto ? ETICHETTA_RAPPORTO[periodo.rapporto.stato] : ETICHETTA_PERIODO[stato];
  return (
    <>
      <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
        {etichetta.testo}
      </Badge>
      {stato === 'SCADUTO' && <span className="small second block">{chiManca(periodo, capofila)}</span>}
    </>
  );
};
