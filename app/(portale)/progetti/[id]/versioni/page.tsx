import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { ScegliConfronto } from '@/components/versioni/ScegliConfronto';
import { TabellaVersioni } from '@/components/versioni/TabellaVersioni';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { leggiVersioni } from '@/lib/versioni/queries';
import { PaginaProgetto } from '../PaginaProgetto';

export const metadata: Metadata = { title: 'Versioni' };

export default async function VersioniPage({ params }: PageProps<'/progetti/[id]/versioni'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiVersioni(attore, id.data) : null;
  if (!progetto) notFound(); // assente e non tuo sono la stessa cosa
  const { versioni } = progetto;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Versioni"
      sottotitolo="Ogni presentazione e ogni approvazione resta com’era, con la sua impronta e il suo protocollo."
      porta={{ href: routes.versioni(progetto.id), etichetta: 'Versioni' }}
    >
      <Statico>
        {versioni.length === 0 ? (
          <Vuoto titolo="Nessuna versione">La prima nasce quando la domanda si presenta.</Vuoto>
        ) : (
          <TabellaVersioni progettoId={progetto.id} versioni={versioni} />
        )}
        {versioni.length > 1 && (
          <ScegliConfronto progettoId={progetto.id} versioni={versioni} da={versioni[1]?.numero} a={versioni[0]?.numero} />
        )}
      </Statico>
    </PaginaProgetto>
  );
}
