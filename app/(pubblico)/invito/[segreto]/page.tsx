import type { Metadata } from 'next';
import { ModuloInvito } from '@/components/avvisi/ModuloInvito';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Callout } from '@/components/ui/Callout';
import { invitoDi } from '@/lib/auth/inviti';
import { routes } from '@/lib/routes';
import { aggiungiProfiloAction, apriAccountAction } from './actions';

export const metadata: Metadata = { title: 'Invito a partecipare', robots: { index: false } };

export default async function InvitoPage({ params }: { params: Promise<{ segreto: string }> }) {
  const { segreto } = await params;
  const invito = await invitoDi(segreto);
  return (
    <PaginaTesto
      titolo="Invito a partecipare"
      sottotitolo={invito && `${invito.organizzazione}, partner del progetto «${invito.progetto}»`}
    >
      {invito ? (
        <ModuloInvito
          action={invito.registrato ? aggiungiProfiloAction : apriAccountAction}
          segreto={segreto}
          email={invito.email}
          registrato={invito.registrato}
        />
      ) : (
        <Callout tipo="attenzione" titolo="Questo invito non vale.">
          Forse è scaduto o l’hai già usato. Se hai già un account <a href={routes.accesso()}>accedi</a>, altrimenti scrivi all’ente
          capofila.
        </Callout>
      )}
    </PaginaTesto>
  );
}
