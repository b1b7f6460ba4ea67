import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { messaggioEsito } from '@/lib/domande/esiti';
import { badgeDomanda } from '@/lib/domande/labels';
import { leggiDomanda } from '@/lib/domande/queries';
import { leggiScelteAggregazione } from '@/lib/domande/queriesElenco';
import { siCompone } from '@/lib/domande/rules';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { Ambiti } from './Ambiti';
import { Enti } from './Enti';
import { Permessi } from './Permessi';

export const metadata: Metadata = { title: 'Aggregazione' };

export default async function PartnerPage({ params, searchParams }: PageProps<'/progetti/[id]/partner'>) {
  const attore = await requireLettore('app_ente');
  const id = Uuid.safeParse((await params).id);
  if (!id.success) notFound();
  const [domanda, scelte] = await Promise.all([leggiDomanda(attore, id.data), leggiScelteAggregazione(attore, id.data)]);
  if (!domanda) notFound();
  const { esito } = await searchParams;
  const fatto = messaggioEsito(typeof esito === 'string' ? esito : undefined);
  const badge = badgeDomanda(domanda.stato);
  const compone = domanda.veste.capofila && siCompone(domanda.stato);
  const altri = domanda.partner.filter(({ ruolo }) => ruolo !== 'CAPOFILA');
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.domande(), etichetta: 'Domande e bandi' },
          { href: routes.progetto(domanda.id), etichetta: domanda.titolo },
          { etichetta: 'Aggregazione' },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Aggregazione"
          sottotitolo="Gli enti che presentano la domanda insieme, dove lavorano, e che cosa può fare ciascuno."
          stato={
            <>
              <Badge famiglia={badge.famiglia} icona={badge.icona}>
                {badge.testo}
              </Badge>
              <a className="small" href={routes.sezione(domanda.id, 'inizio')}>
                Torna alle sezioni
              </a>
            </>
          }
        />
        <Fatto>{fatto}</Fatto>
        <Sezione id="enti" titolo="Enti">
          <Enti domanda={domanda} attore={attore} compone={compone} enti={scelte.enti} />
        </Sezione>
        <Sezione id="ambiti" titolo="Ambiti">
          <Ambiti domanda={domanda} compone={compone} ambiti={scelte.ambiti} />
        </Sezione>
        {altri.length > 0 && (
          <Sezione
            id="permessi"
            titolo="Chi può scrivere che cosa"
            nota="Un partner scrive tutte le sezioni, se il capofila non decide altro."
          >
            <Permessi domanda={domanda} partner={altri} />
          </Sezione>
        )}
      </div>
    </>
  );
}
