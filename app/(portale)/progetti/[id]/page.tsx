import type { Metadata } from 'next';
import { Fragment, type ReactNode } from 'react';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
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
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { badgeDomanda } from '@/lib/domande/labels';
import { giornoDi, nomePeriodo } from '@/lib/format/data';
import type { ProgettoIntero } from '@/lib/progetti/letture';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { routes } from '@/lib/routes';
import { avvisi } from '@/lib/sospensioni/vita';
import { apriAction } from './actions';
import { azionePrincipale, hrefRelazione, stanzaDelProgetto } from './collegamenti';
import { progettoDellIndirizzo } from './progetto';

type Props = PageProps<'/progetti/[id]'>;

/** Prima dell'avvio la pagina parla della domanda; dopo, dell'attuazione. */
const DOPO_L_AVVIO: readonly StatoProgetto[] = ['AVVIATO', 'SOSPESO', 'CONCLUSO', 'REVOCATO'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { progetto } = await progettoDellIndirizzo((await params).id);
  return { title: progetto.titolo };
}

export default async function ProgettoPage({ params }: Props) {
  const { attore, progetto } = await progettoDellIndirizzo((await params).id);
  const oggi = giornoDi(attore.adesso);
  // chi si è ritirato dopo l'avvio ha rinunciato: la pagina parla ancora dell'attuazione
  const domanda = !DOPO_L_AVVIO.includes(progetto.stato) && !(progetto.stato === 'RITIRATO' && progetto.dataAvvio !== null);
  const { fasi, trascorso } = domanda ? { fasi: cicloDomanda(progetto.stato), trascorso: 0 } : cicloVita(progetto, oggi);
  // la ricerca legge i dati, non le pratiche: per lei il progetto è una pagina sola
  const conStanza = !domanda && attore.lettore !== 'app_ricerca';
  const scala = scalaDi(progetto.azioni, oggi, progetto.dataFinePrevista);
  const conParti = progetto.enti.some(({ parte }) => parte !== null);
  const corrente = progetto.relazioni.find(({ rapporto }) => rapporto !== null) ?? null;
  // i soli moduli della pagina: senza, è tutta un pezzo che nel browser non cambia
  const conModuli = attore.lettore === 'app_ente' && progetto.relazioni.some((relazione) => daAprire(relazione, oggi));
  const [Pagina, Pezzo] = conModuli ? [Fragment, Statico] : [Statico, Fragment];
  return (
    <Pagina>
      <Pezzo>
        <Breadcrumb
          voci={[
            { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
            { etichetta: progetto.titolo },
          ]}
        />
      </Pezzo>
      <div className="wrap">
        <Pezzo>
          <Titolo progetto={progetto} azioni={azionePrincipale(attore, progetto)} />
          <StanzaProgetto
            gruppi={domanda ? [] : stanzaDelProgetto(attore.lettore, progetto.id, progetto.stato)}
            attiva={routes.progetto(progetto.id)}
          />
          {avvisi(progetto.vita, oggi).map((avviso) => (
            <Callout key={avviso} icona="pausa">
              {avviso}
            </Callout>
          ))}
          <CicloVita fasi={fasi} trascorso={trascorso} />
          <FattiProgetto progetto={progetto} />
          {domanda && attore.lettore !== 'app_ricerca' && (
            <Sezione id="domanda" titolo="La domanda">
              <StanzaDomanda id={progetto.id} stato={progetto.stato} lettore={attore.lettore} />
            </Sezione>
          )}
          {(!domanda || progetto.azioni.length > 0) && (
            <Sezione id="azioni" titolo="Azioni" azione={scala && <GanttLegenda />}>
              <TabellaAzioni
                azioni={progetto.azioni}
                scala={scala}
                oggi={oggi}
                hrefDi={conStanza ? (azioneId) => routes.azione(progetto.id, azioneId) : undefined}
              />
              <p className="small muted pt-2">{statiDi(progetto)}</p>
            </Sezione>
          )}
        </Pezzo>
        <div className="with-rail">
          <div>
            {(!domanda || progetto.relazioni.length > 0) && (
              <Sezione id="relazioni" titolo="Relazioni">
                <TabellaRelazioni
                  relazioni={progetto.relazioni}
                  oggi={oggi}
                  hrefDi={(relazione) => hrefRelazione(attore.lettore, progetto.id, relazione)}
                  apri={conModuli ? (relazione) => <Apri progettoId={progetto.id} periodoId={relazione.periodoId} /> : undefined}
                  assente={attore.lettore === 'app_ricerca' ? 'Non approvata' : 'Non presentata'}
                />
              </Sezione>
            )}
            <Pezzo>
              <Sezione id="enti" titolo="Enti">
                <TabellaEnti enti={progetto.enti} periodo={conParti ? corrente : null} />
              </Sezione>
            </Pezzo>
          </div>
          <div className="rail pt-10">
            <Pezzo>
              {conStanza && (
                <Sezione id="segnali" titolo="Segnali">
                  <SegnaliInBreve segnali={progetto.segnali} href={routes.segnali(progetto.id)} />
                </Sezione>
              )}
              {attore.lettore !== 'app_ricerca' && (
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
            </Pezzo>
          </div>
        </div>
      </div>
    </Pagina>
  );
}

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

const Apri = (nascosti: { progettoId: string; periodoId: string }) => (
  <ModuloAtto action={apriAction} nascosti={nascosti} invia="Apri la relazione" inCorso="Un momento" taglia={36} />
);

/** Di quale periodo sono gli stati mostrati: le bozze non contano finché la relazione non è presentata. */
function statiDi({ azioni }: ProgettoIntero): string {
  const [periodo, altro] = new Set(azioni.flatMap(({ ultimo }) => (ultimo ? nomePeriodo(ultimo.periodo) : [])));
  if (!periodo) return 'Nessuna relazione presentata: gli stati non sono ancora rilevati.';
  const quale = altro ? 'Per ogni azione, l’ultima relazione presentata.' : `Stati e ritardi del periodo ${periodo}.`;
  return `${quale} Le bozze non contano finché non sono presentate.`;
}
