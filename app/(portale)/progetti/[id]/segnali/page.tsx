import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StanzaProgetto } from '@/components/progetti/StanzaProgetto';
import { ElencoSegnali } from '@/components/segnali/ElencoSegnali';
import { QuandoCompaiono } from '@/components/segnali/QuandoCompaiono';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { routes } from '@/lib/routes';
import { leggiSegnaliDelProgetto } from '@/lib/segnali/queries';
import { stanzaDelProgetto } from '../collegamenti';

export const metadata: Metadata = { title: 'Segnali' };

export default async function SegnaliPage({ params }: PageProps<'/progetti/[id]/segnali'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = z.uuid().safeParse((await params).id);
  const dati = id.success ? await leggiSegnaliDelProgetto(attore, id.data) : null;
  if (!dati) notFound();
  const { progetto, segnali } = dati;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(progetto.id), etichetta: progetto.titolo },
          { etichetta: 'Segnali' },
        ]}
      />
      <div className="wrap">
        <Statico>
          <TitoloPagina sottoPercorso titolo="Segnali" sottotitolo={progetto.titolo} />
          <StanzaProgetto voci={stanzaDelProgetto(attore.lettore, progetto.id, progetto.stato)} attiva={routes.segnali(progetto.id)} />
          {segnali.length === 0 ? (
            <Vuoto titolo="Nessun segnale">
              Qui compaiono i ritardi e le attese che il portale riconosce dalle date, dalle relazioni presentate e dalle richieste.
            </Vuoto>
          ) : (
            <ElencoSegnali segnali={segnali} lettore={attore.lettore} />
          )}
          <QuandoCompaiono />
        </Statico>
      </div>
    </>
  );
}
