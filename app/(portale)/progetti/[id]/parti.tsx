import type { ComponentProps, ReactNode } from 'react';
import { cicloDomanda } from '@/components/progetti/cicloDomanda';
import { cicloVita } from '@/components/progetti/cicloVita';
import { scalaDi } from '@/components/progetti/cronoprogramma';
import { FattiProgetto } from '@/components/progetti/FattiProgetto';
import { FontiProgetto } from '@/components/progetti/FontiProgetto';
import { StanzaDomanda } from '@/components/progetti/StanzaDomanda';
import { StanzaProgetto } from '@/components/progetti/StanzaProgetto';
import { StoriaProgetto } from '@/components/progetti/StoriaProgetto';
import { TabellaAzioni } from '@/components/progetti/TabellaAzioni';
import { TabellaEnti } from '@/components/progetti/TabellaEnti';
import { daAprire, TabellaRelazioni } from '@/components/progetti/TabellaRelazioni';
import { SegnaliInBreve } from '@/components/segnali/SegnaliInBreve';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { CicloVita } from '@/components/ui/CicloVita';
import { GanttLegenda } from '@/components/ui/Gantt';
import { Sezione } from '@/components/ui/Sezione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { badgeDomanda } from '@/lib/domande/labels';
import { nomePeriodo } from '@/lib/format/data';
import type { ProgettoIntero, ProgettoLetto } from '@/lib/progetti/letture';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';
import { avvisi } from '@/lib/sospensioni/vita';
import { azionePrincipale, hrefRelazione, stanzaDelProgetto } from './collegamenti';

/** Le parti della pagina di un progetto. Ricevono solo il progetto letto: con lo stesso oggetto scrivono sempre lo stesso testo, e basta scriverlo una volta. */

/** Prima dell'avvio la pagina parla della domanda; dopo, dell'attuazione. */
const DOPO_L_AVVIO: readonly StatoProgetto[] = ['AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO'];

/** Vero se la pagina offre di aprire una relazione: sono i suoi soli moduli. */
export const conModuli = ({ lettore, oggi, progetto }: ProgettoLetto): boolean =>
  lettore === 'app_ente' && progetto.relazioni.some((relazione) => daAprire(relazione, oggi));

/** Chi si è ritirato dopo l'avvio ha rinunciato: la pagina parla ancora dell'attuazione. */
const eDomanda = ({ progetto: { stato, dataAvvio } }: ProgettoLetto): boolean =>
  !DOPO_L_AVVIO.includes(stato) && !(stato === 'RITIRATO' && dataAvvio !== null);

/** La ricerca legge i dati, non le pratiche: per lei il progetto è una pagina sola. */
const conStanza = (letto: ProgettoLetto): boolean => !eDomanda(letto) && letto.lettore !== 'app_ricerca';

export const TuttaLaPagina = (letto: ProgettoLetto) => (
  <Disposizione
    percorso={<Percorso {...letto} />}
    testa={<Testa {...letto} />}
    relazioni={<Relazioni letto={letto} />}
    enti={<Enti {...letto} />}
    fianco={<Fianco {...letto} />}
  />
);

type Parti = Record<'percorso' | 'testa' | 'relazioni' | 'enti' | 'fianco', ReactNode>;

export const Disposizione = ({ percorso, testa, relazioni, enti, fianco }: Parti) => (
  <>
    {percorso}
    <div className="wrap">
      {testa}
      <div className="with-rail">
        <div>
          {relazioni}
          {enti}
        </div>
        <div className="rail pt-10">{fianco}</div>
      </div>
    </div>
  </>
);

export const Percorso = ({ lettore, progetto }: ProgettoLetto) => (
  <Breadcrumb
    voci={[{ href: routes.progetti(), etichetta: lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' }, { etichetta: progetto.titolo }]}
  />
);

export const Testa = (letto: ProgettoLetto) => {
  const { lettore, oggi, progetto } = letto;
  const domanda = eDomanda(letto);
  const { fasi, trascorso } = domanda ? { fasi: cicloDomanda(progetto.stato), trascorso: 0 } : cicloVita(progetto, oggi);
  const scala = scalaDi(progetto.azioni, oggi, progetto.dataFinePrevista);
  return (
    <>
      <Titolo progetto={progetto} azioni={azionePrincipale(letto)} />
      <StanzaProgetto
        gruppi={domanda ? [] : stanzaDelProgetto(lettore, progetto.id, progetto.stato)}
        attiva={routes.progetto(progetto.id)}
      />
      {avvisi(progetto.vita, oggi).map((avviso) => (
        <Callout key={avviso} icona="pausa">
          {avviso}
        </Callout>
      ))}
      <CicloVita fasi={fasi} trascorso={trascorso} />
      <FattiProgetto progetto={progetto} />
      {domanda && lettore !== 'app_ricerca' && (
        <Sezione id="domanda" titolo="La domanda">
          <StanzaDomanda id={progetto.id} stato={progetto.stato} lettore={lettore} />
        </Sezione>
      )}
      {(!domanda || progetto.azioni.length > 0) && (
        <Sezione id="azioni" titolo="Azioni" azione={scala && <GanttLegenda />}>
          <TabellaAzioni
            azioni={progetto.azioni}
            scala={scala}
            oggi={oggi}
            hrefDi={conStanza(letto) ? (azioneId) => routes.azione(progetto.id, azioneId) : undefined}
          />
          <p className="small muted pt-2">{statiDi(progetto)}</p>
        </Sezione>
      )}
    </>
  );
};

type PropsRelazioni = { letto: ProgettoLetto; apri?: ComponentProps<typeof TabellaRelazioni>['apri'] };

export const Relazioni = ({ letto, apri }: PropsRelazioni) => {
  const { lettore, oggi, progetto } = letto;
  if (eDomanda(letto) && progetto.relazioni.length === 0) return null;
  return (
    <Sezione id="relazioni" titolo="Relazioni">
      <TabellaRelazioni
        relazioni={progetto.relazioni}
        oggi={oggi}
        hrefDi={(relazione) => hrefRelazione(lettore, progetto.id, relazione)}
        apri={apri}
        assente={lettore === 'app_ricerca' ? 'Non approvata' : 'Non presentata'}
      />
    </Sezione>
  );
};

export const Enti = ({ progetto: { enti, relazioni } }: ProgettoLetto) => {
  const conParti = enti.some(({ parte }) => parte !== null);
  const corrente = relazioni.find(({ rapporto }) => rapporto !== null) ?? null;
  return (
    <Sezione id="enti" titolo="Enti">
      <TabellaEnti enti={enti} periodo={conParti ? corrente : null} />
    </Sezione>
  );
};

export const Fianco = (letto: ProgettoLetto) => {
  const { lettore, progetto } = letto;
  return (
    <>
      {conStanza(letto) && (
        <Sezione id="segnali" titolo="Segnali">
          <SegnaliInBreve segnali={progetto.segnali} href={routes.segnali(progetto.id)} />
        </Sezione>
      )}
      {lettore !== 'app_ricerca' && (
        <Sezione id="storia" titolo="Storia recente">
          <StoriaProgetto eventi={progetto.eventi} inBreve />
          {progetto.eventi.length > 0 && (
            <p className="small pt-2">
              <a href={routes.storia(progetto.id)}>Tutta la storia</a>
            </p>
          )}
        </Sezione>
      )}
      {progetto.iniziativeCollegate.length > 0 && (
        <Sezione id="iniziative" titolo="Iniziative collegate">
          <p className="small">{progetto.iniziativeCollegate.join(', ')}</p>
        </Sezione>
      )}
      <Sezione id="fonti" titolo="Bando e fonti">
        <FontiProgetto progetto={progetto} />
      </Sezione>
    </>
  );
};

const Titolo = ({ progetto, azioni }: { progetto: ProgettoIntero; azioni: ReactNode }) => {
  const stato = badgeDomanda(progetto.stato);
  const capofila = progetto.enti.find(({ ruolo }) => ruolo === 'CAPOFILA');
  return (
    <TitoloPagina
      sottoPercorso
      titolo={progetto.titolo}
      sottotitolo={capofila && `Capofila ${capofila.esteso.replace(' – ', ', ')}`}
      azioni={azioni}
      stato={
        <>
          <Badge famiglia={stato.famiglia} icona={stato.icona}>
            {stato.testo}
          </Badge>
          <span>
            Progetto <span className="mono">{progetto.codice}</span>, {progetto.territorio}
          </span>
        </>
      }
    />
  );
};

/** Di quale periodo sono gli stati mostrati: le bozze non contano finché la relazione non è presentata. */
function statiDi({ azioni }: ProgettoIntero): string {
  const [periodo, altro] = new Set(azioni.flatMap(({ ultimo }) => (ultimo ? nomePeriodo(ultimo.periodo) : [])));
  if (!periodo) return 'Nessuna relazione presentata: gli stati non sono ancora rilevati.';
  const quale = altro ? 'Per ogni azione, l’ultima relazione presentata.' : `Stati e ritardi del periodo ${periodo}.`;
  return `${quale} Le bozze non contano finché non sono presentate.`;
}
