import { Badge } from '@/components/ui/Badge';
import { Callout } from '@/components/ui/Callout';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { dataBreve } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { numero } from '@/lib/format/euro';
import type { PartecipazioneLetta } from '@/lib/persone/letture';
import { caratteristiche, type EsitoInParole, esitiInParole } from '@/lib/persone/parole';
import { MOTIVI_USCITA } from '@/lib/persone/vocabolari';

type Props = { partecipazione: PartecipazioneLetta; manca: string[]; oggi: string };

/** Una partecipazione: date, azioni, com'era all'ingresso, esiti. */
export const SchedaPartecipazione = ({ partecipazione: p, manca, oggi }: Props) => {
  const esiti = esitiInParole(p, oggi);
  return (
    <div className="space-y-4">
      <p>
        Ingresso il {dataBreve(p.ingresso)}.{' '}
        {p.uscita ? `Uscita il ${dataBreve(p.uscita)}: ${motivo(p.motivoUscita)}.` : 'Ancora nel progetto.'}
        {p.rientri > 0 && ` Rientri: ${p.rientri}.`}
      </p>
      {manca.length > 0 && (
        <Callout tipo="attenzione" titolo="Il record non si può ancora trasmettere.">
          Manca: {elenco(manca)}.
        </Callout>
      )}
      <Azioni partecipazione={p} />
      {esiti && (
        <ul>
          {esiti.map((esito) => (
            <li key={esito.titolo}>
              <Esito esito={esito} />
            </li>
          ))}
        </ul>
      )}
      {p.esitiPrecedenti.length > 0 && (
        <p className="small">
          {p.esitiPrecedenti
            .map(
              (e) =>
                `Uscita del ${dataBreve(e.uscita)} (${motivo(e.motivoUscita)})${e.rientro ? `, rientro il ${dataBreve(e.rientro)}` : ''}.`,
            )
            .join(' ')}{' '}
          Gli esiti di allora restano conservati e non contano più.
        </p>
      )}
      <details className="figtab">
        <summary>Com’era all’ingresso</summary>
        <ElencoChiave voci={caratteristiche(p)} />
      </details>
    </div>
  );
};

const motivo = (codice: string | null): string =>
  (MOTIVI_USCITA[codice as keyof typeof MOTIVI_USCITA] ?? 'motivo non indicato').toLowerCase();

const Esito = ({ esito: { titolo, stato, frase, quando, fatti } }: { esito: EsitoInParole }) => (
  <>
    <b>Esito {titolo.toLowerCase()}.</b>{' '}
    {stato === 'IN_RITARDO' ? (
      <Badge famiglia="negativo" icona="attenzione">
        In ritardo
      </Badge>
    ) : (
      frase
    )}{' '}
    {quando}{' '}
    {stato === 'RILEVATO' || stato === 'FUORI_FINESTRA'
      ? `La persona ${fatti.length > 0 ? elenco(fatti) : 'non ha nessuno di questi esiti'}.`
      : ''}
  </>
);

const COLONNE = [{ etichetta: 'Azione' }, { etichetta: 'Dal' }, { etichetta: 'Al' }, { etichetta: 'Ore', numerica: true }];

const Azioni = ({ partecipazione: { frequenze } }: { partecipazione: PartecipazioneLetta }) => (
  <Tabella didascalia="Azioni seguite" schede="etichette" fitta colonne={COLONNE}>
    {frequenze.map(({ id, codice, titolo, dal, al, ore }) => (
      <Riga key={id}>
        <CellaTitolo>
          <span className="mono muted">{codice}</span> {titolo}
        </CellaTitolo>
        <Cella etichetta="Dal">{dataBreve(dal)}</Cella>
        <Cella etichetta="Al">{al ? dataBreve(al) : 'In corso'}</Cella>
        <Cella etichetta="Ore" numerica>
          {ore === null ? 'Non scritte' : numero(ore)}
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
