import type { Metadata } from 'next';
import { Badge } from '@/components/ui/Badge';
import { BarraEta } from '@/components/ui/BarraEta';
import { LinkBottone } from '@/components/ui/Bottone';
import { CampoCerca } from '@/components/ui/CampoCerca';
import { Paginazione } from '@/components/ui/Paginazione';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Schede } from '@/components/ui/Schede';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { Termine } from '@/components/ui/Termine';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { ToccaA } from '@/components/ui/ToccaA';
import { Vuoto } from '@/components/ui/Vuoto';
import { ETICHETTA_RAPPORTO } from '@/lib/attuazione/labels';
import { type ConteggiCoda, elencaCoda, FiltriCoda, type PraticaInCoda } from '@/lib/attuazione/queriesCoda';
import { requireLettore } from '@/lib/auth/requireAttore';
import { VICINO_IN_CODA } from '@/lib/calendario/stato';
import { nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Coda di lavoro' };

const VISTE: [FiltriCoda['vista'], string][] = [
  ['aperte', 'Tutte'],
  ['mie', 'Assegnate a me'],
  ['libere', 'Da prendere in carico'],
  ['regione', 'Tocca alla Regione'],
  ['ente', 'Ferme presso gli enti'],
  ['ritardo', 'In ritardo'],
  ['decise', 'Decise'],
];

export default async function CodaPage({ searchParams }: PageProps<'/coda'>) {
  const attore = await requireLettore('app_regione');
  const filtri = FiltriCoda.parse(await searchParams);
  const { righe, conteggi, dopo } = await elencaCoda(attore, filtri);
  return (
    <div className="wrap wrap--wide">
      <Statico>
        <TitoloPagina
          titolo="Coda di lavoro"
          sottotitolo={<Riassunto conteggi={conteggi} />}
          azioni={<LinkBottone href={routes.richieste()}>{`Richieste degli enti: ${conteggi.richieste}`}</LinkBottone>}
        />
        <Schede
          etichetta="Viste della coda"
          voci={VISTE.map(([vista, etichetta]) => ({
            href: routes.coda({ vista, q: filtri.q }),
            etichetta,
            conteggio: conteggi[vista],
            attiva: vista === filtri.vista,
          }))}
        />
        <search className="toolbar">
          <form action={routes.coda()} className="search">
            <input type="hidden" name="vista" value={filtri.vista} />
            <CampoCerca valore={filtri.q} in="progetto, territorio o codice" />
          </form>
        </search>
        {righe.length === 0 ? (
          <NessunaPratica filtri={filtri} />
        ) : (
          <>
            <Tabella
              didascalia="Relazioni in coda, dalla più vecchia"
              fitta
              schede="griglia"
              classe="tbl--edge tbl--coda"
              colonne={['Progetto', 'Relazione', 'Stato', 'Tocca a', 'Da quanto', 'Termine', 'Assegnata a'].map((etichetta) => ({
                etichetta,
              }))}
            >
              {righe.map((pratica) => (
                <RigaPratica key={pratica.id} pratica={pratica} mia={pratica.assegnatoA === attore.utenteId} />
              ))}
            </Tabella>
            <p className="hint">
              Nella colonna «Da quanto» la tacca segna i giorni previsti per quel passaggio. In rosso chi li ha superati, Regione compresa.
            </p>
            <Paginazione
              da={1}
              a={righe.length}
              nome="pratiche"
              totale={filtri.dopo || dopo ? undefined : righe.length}
              successiva={dopo ? routes.coda({ ...filtri, dopo }) : undefined}
            />
          </>
        )}
      </Statico>
    </div>
  );
}

const Riassunto = ({ conteggi }: { conteggi: ConteggiCoda }) => (
  <>
    {conteggi.aperte === 1 ? '1 pratica aperta' : `${conteggi.aperte} pratiche aperte`}. Tocca alla Regione per {conteggi.regione}, agli
    enti per {conteggi.ente}. {conteggi.ritardo > 0 && <span className="late">{conteggi.ritardo} in ritardo.</span>}
  </>
);

const RigaPratica = ({ pratica: p, mia }: { pratica: PraticaInCoda; mia: boolean }) => {
  const etichetta = ETICHETTA_RAPPORTO[p.stato];
  return (
    <Riga>
      <CellaTitolo>
        <span className="ell">
          <span className="mono muted">{p.codice}</span> <a href={routes.verifica(p.id)}>{p.territorio}</a>{' '}
          <span className="second titolo-lieve">{p.titolo}</span>
        </span>
      </CellaTitolo>
      <Cella>{nomePeriodo(p, true)}</Cella>
      <Cella>
        <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
          {etichetta.testo}
        </Badge>
      </Cella>
      <Cella>
        {p.tocca === 'NESSUNO' ? (
          <span className="muted">nessuno</span>
        ) : (
          <ToccaA chi={p.tocca === 'REGIONE' ? 'Regione' : 'Ente'} tu={p.tocca === 'REGIONE' && (mia || p.assegnatoA === null)} />
        )}
      </Cella>
      <Cella>
        {p.previsti === null ? (
          <span className="muted">{p.giorni === 1 ? '1 giorno fa' : `${p.giorni} giorni fa`}</span>
        ) : (
          <BarraEta giorni={p.giorni} previsti={p.previsti} />
        )}
      </Cella>
      <Cella>{p.termine && p.mancano !== null && <Termine giorno={p.termine} giorni={p.mancano} vicino={VICINO_IN_CODA} />}</Cella>
      <Cella>{p.assegnatoNome ?? <em className="muted">da assegnare</em>}</Cella>
    </Riga>
  );
};

const NessunaPratica = ({ filtri }: { filtri: FiltriCoda }) =>
  filtri.q ? (
    <Vuoto
      titolo={`Nessuna relazione con «${filtri.q}» in questa vista`}
      azione={<LinkBottone href={routes.coda({ vista: filtri.vista })}>Togli la ricerca</LinkBottone>}
    />
  ) : (
    <Vuoto titolo="Nessuna relazione in questa vista">
      <p>Qui compaiono le relazioni che gli enti inviano, dalla più vecchia.</p>
    </Vuoto>
  );
