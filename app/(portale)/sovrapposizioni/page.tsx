import type { Metadata } from 'next';
import { z } from 'zod';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Selezione } from '@/components/forms/Selezione';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { TabellaSovrapposizioni } from '@/components/sovrapposizioni/TabellaSovrapposizioni';
import { Bottone } from '@/components/ui/Bottone';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataBreve, dataEOra, giornoDi } from '@/lib/format/data';
import { SEGUITI } from '@/lib/navigazione';
import { routes } from '@/lib/routes';
import { leggiSovrapposizioni, type PaginaSovrapposizioni } from '@/lib/sovrapposizioni/queries';
import { trimestreFinito } from '@/lib/sovrapposizioni/regole';
import { pubblicaAction } from './actions';

export const metadata: Metadata = { title: 'Sovrapposizioni tra enti' };

const Domanda = z.object({ programma: z.uuid().nullable().catch(null), esito: z.literal('pubblicata').optional().catch(undefined) });

type PropsPagina = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SovrapposizioniPage({ searchParams }: PropsPagina) {
  const attore = await requireLettore('app_regione', 'app_ricerca');
  const { programma, esito } = Domanda.parse({ programma: null, ...(await searchParams) });
  const { codice, al } = trimestreFinito(giornoDi(attore.adesso));
  const pagina = await leggiSovrapposizioni(attore, programma, codice);
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Sovrapposizioni tra enti"
        sottotitolo="Quante persone due enti seguono entrambi con lo stesso tipo di azione. Chi sono non lo sa nessuno."
        stato={<p>{`Dati fissati per il trimestre finito il ${dataBreve(al)}.`}</p>}
      />
      <SchedeRicerca aperta={routes.sovrapposizioni()} sole={attore.lettore === 'app_ricerca' ? SEGUITI : undefined} />
      {esito && pagina.rilascio && <Fatto>Tabella pubblicata: fino al prossimo trimestre resta questa.</Fatto>}
      {pagina.programmi.length > 1 && <SceltaProgramma pagina={pagina} />}
      <Contenuto pagina={pagina} />
      <Sezione id="come" titolo="Come si leggono">
        <ul className="punti">
          <li>Le celle da una a quattro persone sono soppresse, e con loro i totali da cui si ricaverebbero.</li>
          <li>Una persona seguita con due tipi di azione conta in due colonne: i totali contano i casi, non le persone.</li>
          <li>Chi non ha un codice fiscale non si può confrontare e non è contato.</li>
          <li>La tabella si pubblica una volta per trimestre: due letture non si possono sottrarre.</li>
        </ul>
      </Sezione>
    </div>
  );
}

const SceltaProgramma = ({ pagina: { programmi, programma } }: { pagina: PaginaSovrapposizioni }) => (
  <form action={routes.sovrapposizioni()} method="get" className="mt-6 flex flex-wrap items-end gap-4">
    <Selezione
      nome="programma"
      etichetta="Programma"
      valore={programma ?? undefined}
      opzioni={programmi.map(({ id, titolo }) => ({ valore: id, etichetta: titolo }))}
    />
    <Bottone type="submit" variante="secondario">
      Mostra
    </Bottone>
  </form>
);

const Contenuto = ({ pagina: { programma, rilascio, enti, categorie } }: { pagina: PaginaSovrapposizioni }) => {
  if (programma === null)
    return <Vuoto titolo="Nessun programma">I conteggi compariranno quando un programma avrà progetti con persone seguite.</Vuoto>;
  if (!rilascio)
    return (
      <Sezione id="tabella" titolo="Non ancora pubblicata">
        <p>Per questo trimestre nessuno l’ha ancora chiesta. Pubblicata una volta, non cambia più.</p>
        <ModuloAtto
          action={pubblicaAction}
          nascosti={{ programma }}
          invia="Pubblica la tabella del trimestre"
          inCorso="Pubblicazione in corso"
        />
      </Sezione>
    );
  const vuota = rilascio.contenuto.righe.length === 0;
  return (
    <Statico>
      <Sezione id="tabella" titolo="Coppie di enti" nota={`Pubblicata il ${dataEOra(new Date(rilascio.rilasciatoIl))}`}>
        {vuota ? (
          <Vuoto titolo="Nessuna sovrapposizione">Nessuna persona risulta seguita da due enti con lo stesso tipo di azione.</Vuoto>
        ) : (
          <TabellaSovrapposizioni tabella={rilascio.contenuto} enti={enti} categorie={categorie} />
        )}
        <p className="second">{`Impronta SHA-256 della tabella: ${rilascio.sha256}`}</p>
      </Sezione>
    </Statico>
  );
};
