import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ConfrontoCategorie } from '@/components/piano/ConfrontoCategorie';
import { PerditePiano } from '@/components/piano/PerditePiano';
import { ScenarioTagli } from '@/components/piano/ScenarioTagli';
import { LinkBottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import type { Attore } from '@/lib/auth/attore';
import { dataEOra } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import type { Piano } from '@/lib/piano/contesto';
import { perdite, scostamenti } from '@/lib/piano/perdite';
import { concessoDi, NOME_SEZIONE, ostacoli, pianoScritto, type Rimodulazione, SEZIONI_PIANO } from '@/lib/piano/rimodulazione';
import { METODI_TAGLIO } from '@/lib/piano/tagli';
import { routes } from '@/lib/routes';
import { applicaAction, depositaAction } from './actions';

type Props = { attore: Attore; rimodulazione: Rimodulazione; approvato: Piano; proposta: string | undefined };

/** L'ente riduce il piano: proposte, sezioni da correggere, controllo, presentazione. Chi non è referente del capofila legge lo stesso tutto. */
export const InScrittura = ({ attore, rimodulazione, approvato, proposta }: Props) => {
  const scritto = pianoScritto(rimodulazione);
  const concesso = concessoDi(rimodulazione, approvato);
  const { contesto, sezioni } = rimodulazione;
  const referente = attore.ruolo === 'REFERENTE' && contesto.partner[0]?.organizzazioneId === attore.organizzazioneId;
  const tutteAperte = SEZIONI_PIANO.every((chiave) => sezioni[chiave]?.aperta);
  return (
    <>
      <Richiesta rimodulazione={rimodulazione} />
      {referente && tutteAperte && (
        <Sezione id="proposte" titolo="Tre modi di ridurre" nota="Il punto di partenza è sempre il piano approvato.">
          <ScenarioTagli
            action={applicaAction}
            progettoId={rimodulazione.id}
            approvato={approvato}
            concesso={[...concesso].map(([categoria, cents]) => [categoria, String(cents)])}
            contesto={{ categorieCosto: contesto.categorieCosto, gruppi: contesto.gruppi }}
            rev={{ azioni: sezioni.azioni?.rev ?? 1, budget: sezioni.quadro_economico?.rev ?? 1 }}
            iniziale={METODI_TAGLIO.find((m) => m === proposta?.toUpperCase()) ?? 'PROPORZIONALE'}
          />
        </Sezione>
      )}
      <Sezione id="scritto" titolo="Il nuovo piano, com’è scritto adesso">
        <Statico>
          <ConfrontoCategorie
            righe={scostamenti(approvato, scritto, concesso)}
            categorie={contesto.categorieCosto}
            scritto="Scritto adesso"
          />
          <PerditePiano perdite={perdite(approvato, scritto)} gruppi={contesto.gruppi} />
          <div className="btn-row pt-4">
            {SEZIONI_PIANO.filter((chiave) => sezioni[chiave]?.aperta).map((chiave) => (
              <LinkBottone key={chiave} href={routes.sezione(rimodulazione.id, chiave)}>
                {`Correggi: ${NOME_SEZIONE[chiave]}`}
              </LinkBottone>
            ))}
          </div>
        </Statico>
      </Sezione>
      <Presentazione rimodulazione={rimodulazione} mancano={ostacoli(rimodulazione, approvato, scritto)} referente={referente} />
    </>
  );
};

const Richiesta = ({ rimodulazione: { richieste } }: { rimodulazione: Rimodulazione }) => {
  const aperta = richieste.find(({ stato }) => stato === 'APERTA');
  if (!aperta) return null;
  const nomi = SEZIONI_PIANO.filter((chiave) => aperta.sezioni.includes(chiave)).map((chiave) => NOME_SEZIONE[chiave]);
  return (
    <Callout tipo="attenzione" titolo={`La Regione chiede di correggere ${elenco(nomi)}, entro il ${dataEOra(new Date(aperta.entro))}.`}>
      <p className="testo">{aperta.testo}</p>
    </Callout>
  );
};

const Presentazione = ({ rimodulazione, mancano, referente }: { rimodulazione: Rimodulazione; mancano: string[]; referente: boolean }) => (
  <Sezione id="presenta" titolo="Presentazione">
    {mancano.length > 0 ? (
      <Callout
        tipo="attenzione"
        titolo={mancano.length === 1 ? 'Prima di presentare correggi una cosa:' : `Prima di presentare correggi ${mancano.length} cose:`}
      >
        <ul className="punti">
          {mancano.map((frase) => (
            <li key={frase}>{frase}</li>
          ))}
        </ul>
      </Callout>
    ) : !referente ? (
      <p className="second">È tutto pronto: presenta il referente dell’ente capofila.</p>
    ) : (
      <Dialogo id="presenta-rimodulazione" titolo="Presentare la rimodulazione alla Regione?" apri="Presenta alla Regione">
        <p>Dopo non si può più cambiare, se non dove la Regione lo chiede.</p>
        <ModuloAtto
          action={depositaAction}
          nascosti={{ progettoId: rimodulazione.id }}
          invia="Presenta"
          testo={
            rimodulazione.richieste.some(({ stato }) => stato === 'APERTA')
              ? { nome: 'risposta', etichetta: 'Risposta alla Regione', massimo: 4000, facoltativo: true }
              : undefined
          }
        />
      </Dialogo>
    )}
  </Sezione>
);
