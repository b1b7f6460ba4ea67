import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloDomanda } from '@/components/domande/ModuloDomanda';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { elencaDomande } from '@/lib/domande/queriesElenco';
import { dataEOra } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { apriDomandaAction } from './actions';

export const metadata: Metadata = { title: 'Apri una domanda' };

export default async function NuovaDomandaPage({ searchParams }: PageProps<'/domande/nuova'>) {
  const attore = await requireLettore('app_ente');
  const bandoId = Uuid.safeParse((await searchParams).bando);
  const { bandi, enteGestore } = await elencaDomande(attore);
  const bando = bandi.find(({ id }) => id === bandoId.data);
  // un bando chiuso, inesistente o di un'altra Regione, e chi non può aprire, sono la stessa cosa
  if (!bando || !enteGestore || attore.ruolo !== 'REFERENTE') notFound();
  return (
    <>
      <Breadcrumb voci={[{ href: routes.domande(), etichetta: 'Domande e bandi' }, { etichetta: 'Apri una domanda' }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Apri una domanda"
          sottotitolo={`${bando.titolo}.${bando.chiude ? ` Si presenta entro ${dataEOra(new Date(bando.chiude))}.` : ''}`}
        />
        <p className="testo second">
          Il tuo ente ne sarà il capofila. Finché non la presenti la vedono solo gli enti che aggiungi: la Regione no. Potrai ritirarla
          quando vuoi.
        </p>
        <ModuloDomanda action={apriDomandaAction} bandoId={bando.id} />
      </div>
    </>
  );
}
