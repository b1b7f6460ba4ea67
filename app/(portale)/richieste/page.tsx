import type { Metadata } from 'next';
import { RigaRichiesta } from '@/components/richieste/RigaRichiesta';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { CampoCerca } from '@/components/ui/CampoCerca';
import { Paginazione } from '@/components/ui/Paginazione';
import { Schede } from '@/components/ui/Schede';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { GENERI_RICHIESTA, NOME_GENERE, toccaMe } from '@/lib/richieste/labels';
import { elencaRichieste, FiltriRichieste } from '@/lib/richieste/queries';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Richieste degli enti' };

const VISTE: [FiltriRichieste['vista'], string][] = [
  ['tutte', 'Tutte'],
  ['libere', 'Da prendere in carico'],
  ['mie', 'Assegnate a me'],
  ['decido', 'Posso deciderle io'],
];

export default async function RichiestePage({ searchParams }: PageProps<'/richieste'>) {
  const attore = await requireLettore('app_regione');
  const filtri = FiltriRichieste.parse(await searchParams);
  const { righe, conteggi, dopo } = await elencaRichieste(attore, filtri);
  const { tutte } = conteggi;
  return (
    <Statico>
      <Breadcrumb voci={[{ href: routes.coda(), etichetta: 'Coda di lavoro' }, { etichetta: 'Richieste degli enti' }]} />
      <div className="wrap wrap--wide">
        <TitoloPagina
          sottoPercorso
          titolo="Richieste degli enti"
          sottotitolo={`Modifiche, proroghe e rinunce che aspettano la Regione: ${tutte === 1 ? 'una sola' : tutte || 'nessuna'}.`}
        />
        <Schede
          etichetta="Viste delle richieste"
          voci={VISTE.map(([vista, etichetta]) => ({
            href: routes.richieste({ vista, genere: filtri.genere, q: filtri.q }),
            etichetta,
            conteggio: conteggi[vista],
            attiva: vista === filtri.vista,
          }))}
        />
        <Filtri filtri={filtri} />
        {righe.length === 0 ? (
          <Nessuna filtri={filtri} />
        ) : (
          <>
            <Tabella
              didascalia="Richieste che aspettano la Regione, dalla più vecchia"
              fitta
              schede="etichette"
              colonne={['Richiesta', 'Progetto', 'Stato', 'Aspetta', 'Presentata', 'Da quanto'].map((etichetta) => ({ etichetta }))}
            >
              {righe.map((richiesta) => (
                <RigaRichiesta key={richiesta.id} richiesta={richiesta} mia={toccaMe(richiesta, attore)} />
              ))}
            </Tabella>
            <Paginazione
              da={1}
              a={righe.length}
              nome="richieste"
              totale={filtri.dopo || dopo ? undefined : righe.length}
              successiva={dopo ? routes.richieste({ ...filtri, dopo }) : undefined}
            />
          </>
        )}
      </div>
    </Statico>
  );
}

const Filtri = ({ filtri: { vista, genere, q } }: { filtri: FiltriRichieste }) => (
  <search className="toolbar">
    <form action={routes.richieste()} className="search">
      <input type="hidden" name="vista" value={vista} />
      {genere && <input type="hidden" name="genere" value={genere} />}
      <CampoCerca valore={q} in="progetto, territorio o codice" />
    </form>
    <nav aria-label="Tipo di richiesta" className="btn-row tipi">
      {[undefined, ...GENERI_RICHIESTA].map((uno) => (
        <a key={uno ?? 'tutti'} href={routes.richieste({ vista, genere: uno, q })} aria-current={uno === genere ? 'page' : undefined}>
          {uno ? NOME_GENERE[uno] : 'Ogni tipo'}
        </a>
      ))}
    </nav>
  </search>
);

const Nessuna = ({ filtri }: { filtri: FiltriRichieste }) =>
  filtri.q || filtri.genere ? (
    <Vuoto
      titolo="Nessuna richiesta con questi filtri"
      azione={<LinkBottone href={routes.richieste({ vista: filtri.vista })}>Togli i filtri</LinkBottone>}
    />
  ) : (
    <Vuoto titolo="Nessuna richiesta in questa vista">
      Qui compaiono le modifiche, le proroghe e le rinunce che gli enti presentano, dalla più vecchia.
    </Vuoto>
  );
