import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoClassificazione } from '@/lib/classificazione/labels';
import { leggiTornata, type PaginaTornata } from '@/lib/classificazione/queries';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { InCodifica } from './InCodifica';
import { Progetto } from './Progetto';
import { Svelata } from './Svelata';

export const metadata: Metadata = { title: 'Tornata di codifica' };

export default async function TornataPage({ params, searchParams }: PageProps<'/ricerca/classificazione/[tornataId]'>) {
  const attore = await requireLettore('app_ricerca');
  const id = Uuid.safeParse((await params).tornataId);
  const tornata = id.success ? await leggiTornata(attore, id.data) : null;
  if (!tornata) notFound();
  const { progetto: chiesto, esito } = await searchParams;
  const progetto = tornata.progetti.find(({ codice }) => codice === chiesto);
  if (chiesto !== undefined && !progetto) notFound();
  const fatto = esitoClassificazione(esito);
  const titolo = `Tornata ${tornata.numero}`;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.classificazione(), etichetta: 'Classificazione' },
          ...(progetto
            ? [{ href: routes.tornata(tornata.id), etichetta: titolo }, { etichetta: progetto.codice }]
            : [{ etichetta: titolo }]),
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={progetto ? progetto.titolo : `${titolo}: ${tornata.schema.titolo}`}
          sottotitolo={progetto ? progetto.territorio : tornata.bando}
          stato={`${stato(tornata)}${tornata.dimostrativa ? ' Dati dimostrativi.' : ''}`}
        />
        <Fatto>{fatto}</Fatto>
        {progetto ? (
          <Progetto tornata={tornata} progetto={progetto} />
        ) : tornata.svelata ? (
          <Svelata tornata={tornata} />
        ) : (
          <InCodifica tornata={tornata} />
        )}
      </div>
    </>
  );
}

const stato = ({ svelata, codificatori, chiusi }: PaginaTornata): string =>
  svelata
    ? 'Le due codifiche si vedono.'
    : `Codificatori: ${codificatori} su 2. Fogli chiusi: ${chiusi} su 2. Finché non sono chiusi tutti e due, ognuno vede solo il proprio.`;
