import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ElencoSegnali } from '@/components/segnali/ElencoSegnali';
import { QuandoCompaiono } from '@/components/segnali/QuandoCompaiono';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { leggiSegnaliDelProgetto } from '@/lib/segnali/queries';
import { PaginaProgetto } from '../PaginaProgetto';

export const metadata: Metadata = { title: 'Segnali' };

export default async function SegnaliPage({ params }: PageProps<'/progetti/[id]/segnali'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const dati = id.success ? await leggiSegnaliDelProgetto(attore, id.data) : null;
  if (!dati) notFound();
  const { progetto, segnali } = dati;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Segnali"
      sottotitolo={progetto.titolo}
      porta={{ href: routes.segnali(progetto.id), etichetta: 'Segnali' }}
    >
      <Statico>
        {segnali.length === 0 ? (
          <Vuoto titolo="Nessun segnale">
            Qui compaiono i ritardi e le attese che il portale riconosce dalle date, dalle relazioni presentate e dalle richieste.
          </Vuoto>
        ) : (
          <ElencoSegnali segnali={segnali} lettore={attore.lettore} />
        )}
        <QuandoCompaiono />
      </Statico>
    </PaginaProgetto>
  );
}
