import type { ReactNode } from 'react';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiEntrata } from '@/components/persone/campi';
import { CAMPI_RIENTRO, campiFrequenze, campiQuattroSettimane, campiSeiMesi, campiUscita } from '@/components/persone/campiScheda';
import { ModuloPersona } from '@/components/persone/ModuloPersona';
import { Dialogo } from '@/components/ui/Dialogo';
import type { PartecipazioneLetta } from '@/lib/persone/letture';
import {
  correggiPartecipazioneAction,
  correggiUscitaAction,
  frequenzeAction,
  quattroSettimaneAction,
  rientroAction,
  seiMesiAction,
  togliAction,
  uscitaAction,
} from '../actions';

/** Un modulo che si apre al suo posto: la scheda resta corta. */
export const Apri = ({ titolo, aperto, children }: { titolo: string; aperto?: boolean; children: ReactNode }) => (
  <details className="figtab" open={aperto}>
    <summary>{titolo}</summary>
    {children}
  </details>
);

/** Gli atti su una partecipazione, nell'ordine in cui servono: l'uscita, poi gli esiti, poi le correzioni. */
export const Moduli = ({ partecipazione: p, scopo }: { partecipazione: PartecipazioneLetta; scopo: string }) => {
  const nascosti = { partecipanteId: p.id, rev: p.rev };
  const decesso = p.motivoUscita === 'DECESSO';
  return (
    <>
      {!p.uscita && (
        <Apri titolo="Registra l’uscita">
          <p className="small">
            Le azioni ancora in corso finiscono con l’uscita. Gli esiti si chiederanno dopo quattro settimane e dopo sei mesi.
          </p>
          <ModuloEsame action={uscitaAction} nascosti={nascosti} gruppi={campiUscita(p)} invia="Registra l’uscita" />
        </Apri>
      )}
      {p.uscita && !decesso && (
        <>
          <Apri titolo="Esito a quattro settimane">
            <ModuloEsame
              action={quattroSettimaneAction}
              nascosti={nascosti}
              gruppi={campiQuattroSettimane(p)}
              invia="Salva l’esito a quattro settimane"
            />
          </Apri>
          <Apri titolo="Esito a sei mesi">
            <ModuloEsame action={seiMesiAction} nascosti={nascosti} gruppi={campiSeiMesi(p)} invia="Salva l’esito a sei mesi" />
          </Apri>
          <Apri titolo="Registra un rientro">
            <p className="small">
              Il primo ingresso e le sue caratteristiche restano. Gli esiti si azzerano e si chiedono di nuovo alla prossima uscita.
            </p>
            <ModuloEsame
              action={rientroAction}
              nascosti={nascosti}
              gruppi={CAMPI_RIENTRO}
              invia="Registra il rientro"
              variante="secondario"
            />
          </Apri>
        </>
      )}
      {p.uscita && (
        <Apri titolo="Correggi l’uscita">
          <ModuloEsame
            action={correggiUscitaAction}
            nascosti={nascosti}
            gruppi={campiUscita(p)}
            invia="Salva l’uscita corretta"
            variante="secondario"
          />
        </Apri>
      )}
      <Apri titolo="Azioni, date e ore">
        <ModuloEsame
          action={frequenzeAction}
          nascosti={nascosti}
          gruppi={campiFrequenze(p)}
          invia="Salva le azioni"
          variante="secondario"
        />
      </Apri>
      <Apri titolo="Correggi com’era all’ingresso">
        <ModuloPersona
          action={correggiPartecipazioneAction}
          nascosti={nascosti}
          gruppi={[campiEntrata(p)]}
          bottoni={[{ valore: 'scheda', testo: 'Salva la correzione' }]}
        />
      </Apri>
      <div className="pt-4">
        <Dialogo
          id={`togli-${scopo}`}
          titolo="Togliere questa partecipazione?"
          apri="Togli la partecipazione"
          variante="pericolo"
          taglia={36}
        >
          <p>
            Si cancellano date, azioni ed esiti di questa persona nel progetto. Non si può annullare: usalo solo per un errore di
            registrazione.
          </p>
          <ModuloAtto action={togliAction} nascosti={nascosti} invia="Togli la partecipazione" variante="pericolo" />
        </Dialogo>
      </div>
    </>
  );
};
