import type { Metadata } from 'next';
import { FattiAvviso, momentoAvviso } from '@/components/avvisi/FattiAvviso';
import { TestoAvviso } from '@/components/avvisi/TestoAvviso';
import { Badge } from '@/components/ui/Badge';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { ETICHETTA_MOMENTO } from '@/lib/avvisi/labels';
import { routes } from '@/lib/routes';
import { avvisoDellIndirizzo } from '../avviso';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await avvisoDellIndirizzo((await params).id)).titolo };
}

export default async function AvvisoPage({ params }: Props) {
  const avviso = await avvisoDellIndirizzo((await params).id);
  const momento = momentoAvviso(avviso);
  const { testo, famiglia, icona } = ETICHETTA_MOMENTO[momento];
  const candidati = momento === 'aperto' && (
    <LinkBottone href={routes.candidati(avviso.id)} variante="primario">
      Candidati
    </LinkBottone>
  );
  return (
    <Statico>
      <Breadcrumb
        voci={[
          { href: routes.home(), etichetta: 'Pagina iniziale' },
          { href: routes.avvisi(), etichetta: 'Avvisi per partner' },
          { etichetta: avviso.titolo },
        ]}
      />
      <main id="contenuto" tabIndex={-1}>
        <div className="wrap">
          <TitoloPagina
            titolo={avviso.titolo}
            sottoPercorso
            azioni={candidati}
            stato={
              <Badge famiglia={famiglia} icona={icona}>
                {testo}
              </Badge>
            }
          />
          <FattiAvviso avviso={avviso} />
          <TestoAvviso avviso={avviso} />
        </div>
      </main>
    </Statico>
  );
}
