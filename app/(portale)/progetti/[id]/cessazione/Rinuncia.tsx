import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { campiConferma } from '@/components/cessazioni/campi';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import type { Attore } from '@/lib/auth/attore';
import type { ChiusuraDelProgetto } from '@/lib/cessazioni/queries';
import { TESTO_MASSIMO } from '@/lib/cessazioni/schema';
import { giornoDi } from '@/lib/format/data';
import { chiediAction, confermaAction, respingiAction, ritiraAction } from './actions';

type Props = { attore: Attore; chiusura: ChiusuraDelProgetto };

/** La rinuncia: chi può la chiede o la ritira; il dirigente la conferma o no. */
export const Rinuncia = ({ attore, chiusura }: Props) => {
  const chiesta = chiusura.cessazioni.find(({ stato }) => stato === 'CHIESTA');
  const nascosti = { progettoId: chiusura.progetto.id, ...(chiesta ? { cessazioneId: chiesta.id } : {}) };
  const referente = attore.ruolo === 'REFERENTE' && chiusura.capofila;
  return (
    <Sezione id="rinuncia" titolo="Rinuncia">
      {chiesta ? (
        <p>C’è una richiesta di rinuncia in attesa della Regione. Finché non è decisa non si chiedono modifiche né proroghe.</p>
      ) : (
        <p>
          Il capofila può chiedere di rinunciare al progetto. La conferma un dirigente della Regione, che dice anche che cosa si
          restituisce.
        </p>
      )}
      {referente && !chiesta && (
        <Dialogo
          id="rinuncia-chiedi"
          titolo="Chiedere di rinunciare al progetto?"
          apri="Chiedi di rinunciare"
          variante="pericolo"
          taglia={36}
        >
          <p>Se la Regione conferma, il progetto si chiude e non si riapre. Puoi ritirare la richiesta finché non ha deciso.</p>
          <ModuloAtto
            action={chiediAction}
            nascosti={nascosti}
            invia="Invia la richiesta di rinuncia"
            variante="pericolo"
            testo={{ nome: 'motivazione', etichetta: 'Perché rinunciate', massimo: TESTO_MASSIMO }}
          />
        </Dialogo>
      )}
      {referente && chiesta && (
        <Dialogo
          id="rinuncia-ritira"
          titolo="Ritirare la richiesta di rinuncia?"
          apri="Ritira la rinuncia"
          variante="secondario"
          taglia={36}
        >
          <p>Il progetto continua com’era.</p>
          <ModuloAtto action={ritiraAction} nascosti={nascosti} invia="Ritira la rinuncia" />
        </Dialogo>
      )}
      {attore.lettore === 'app_ente' && !referente && <p>La chiede e la ritira il referente dell’ente capofila.</p>}
      {chiesta && attore.ruolo === 'DIRIGENTE' && <Decide attore={attore} chiusura={chiusura} nascosti={nascosti} />}
    </Sezione>
  );
};

const Decide = ({ attore, chiusura, nascosti }: Props & { nascosti: Record<string, string> }) => (
  <div className="btn-row">
    <Dialogo id="rinuncia-respingi" titolo="Non accogliere la rinuncia?" apri="Non accogliere" variante="secondario" taglia={36}>
      <p>Il progetto continua.</p>
      <ModuloAtto
        action={respingiAction}
        nascosti={nascosti}
        invia="Registra che non si accoglie"
        testo={{ nome: 'nota', etichetta: 'Perché non si accoglie', massimo: TESTO_MASSIMO }}
      />
    </Dialogo>
    <Dialogo id="rinuncia-conferma" titolo="Confermare la rinuncia?" apri="Conferma la rinuncia" variante="pericolo" taglia={36}>
      <p>Il progetto si chiude e non si riapre. Le richieste di modifica e di proroga in attesa si chiudono con lui.</p>
      <ModuloEsame
        action={confermaAction}
        nascosti={nascosti}
        gruppi={campiConferma(giornoDi(attore.adesso), chiusura.assegnatoCents)}
        invia="Conferma la rinuncia"
        variante="pericolo"
      />
    </Dialogo>
  </div>
);
