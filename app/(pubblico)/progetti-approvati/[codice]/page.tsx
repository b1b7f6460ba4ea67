import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AzioniPubbliche, EntiPubblici, FattiPubblici } from '@/components/pubblico/SchedaPubblica';
import { StatoPubblico } from '@/components/pubblico/StatoPubblico';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { elenco } from '@/lib/format/elenco';
import type { ProgettoPubblico } from '@/lib/pubblico/letture';
import { leggiProgettoPubblico } from '@/lib/pubblico/queries';
import { routes } from '@/lib/routes';

type Props = { params: Promise<{ codice: string }> };

/** Il codice così come lo scrive chi ha fatto il progetto; se l'indirizzo è storto, com'è. */
function decodificato(codice: string): string {
  try {
    return decodeURIComponent(codice);
  } catch {
    return codice;
  }
}

/** Il progetto dell'indirizzo, letto una volta per richiesta. Inesistente e non approvato danno lo stesso 404. */
const progettoDellIndirizzo = cache(async (codice: string): Promise<ProgettoPubblico> => {
  const scritto = decodificato(codice);
  const progetto = scritto.length <= 40 && !scritto.includes('\0') ? await leggiProgettoPubblico(scritto) : null;
  if (!progetto) notFound();
  return progetto;
});

const diChi = ({ capofila, ambiti }: ProgettoPubblico): string =>
  [capofila && `Capofila ${capofila}`, ambiti.length > 0 && elenco(ambiti.map(({ nome }) => nome))].filter(Boolean).join('. ');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const progetto = await progettoDellIndirizzo((await params).codice);
  return { title: progetto.titolo, description: `${diChi(progetto)}. Che cosa si fa, chi partecipa, a che punto è.` };
}

export default async function ProgettoApprovatoPage({ params }: Props) {
  const progetto = await progettoDellIndirizzo((await params).codice);
  return (
    <Statico>
      <Breadcrumb
        voci={[
          { href: routes.home(), etichetta: 'Pagina iniziale' },
          { href: routes.progettiApprovati(), etichetta: 'Progetti approvati' },
          { etichetta: progetto.titolo },
        ]}
      />
      <main id="contenuto" tabIndex={-1}>
        <div className="wrap">
          <TitoloPagina
            titolo={progetto.titolo}
            sottotitolo={diChi(progetto)}
            sottoPercorso
            stato={
              <>
                <StatoPubblico stato={progetto.stato} />
                <span className="mono">{progetto.codice}</span>
                {progetto.bando.titolo}
              </>
            }
          />
          <FattiPubblici progetto={progetto} />
          <div className="with-rail">
            <div>
              <AzioniPubbliche progetto={progetto} />
              <EntiPubblici progetto={progetto} />
            </div>
            <Fianco progetto={progetto} />
          </div>
        </div>
      </main>
    </Statico>
  );
}

const Fianco = ({ progetto: { codice, categorie } }: { progetto: ProgettoPubblico }) => (
  <aside className="rail pt-10" aria-label="Di che cosa si occupa e dati">
    <Sezione id="categorie" titolo="Di che cosa si occupa">
      {categorie.length === 0 ? (
        <p className="second">Il progetto non è ancora classificato.</p>
      ) : (
        <ul className="notices border-t-0">
          {categorie.map((categoria) => (
            <li key={categoria.codice}>
              <a href={routes.progettiApprovati({ categoria: categoria.codice })}>{categoria.etichetta}</a>
            </li>
          ))}
        </ul>
      )}
    </Sezione>
    <Sezione id="persone" titolo="Le persone seguite">
      <p className="second">
        Le cifre sulle persone escono solo nei rilasci della ricerca, dove nessuno può essere riconosciuto. Di questo progetto non ce ne
        sono ancora.
      </p>
    </Sezione>
    <Sezione id="dati" titolo="I dati">
      <p>
        <a href={routes.apiProgetto(codice)}>Questo progetto in JSON</a>
      </p>
      <p>
        <a href={routes.datiAperti()}>Tutti i dati aperti</a>
      </p>
    </Sezione>
  </aside>
);
