import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireLettore } from '@/lib/auth/requireAttore';
import { giornoDi } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import { Uuid } from '@/lib/format/uuid';
import { messaggioEsito } from '@/lib/piano/esiti';
import { leggiRimodulazione } from '@/lib/piano/queriesRimodulazione';
import { momentoDi } from '@/lib/piano/rimodulazione';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { InLettura } from './InLettura';
import { InScrittura } from './InScrittura';

export const metadata: Metadata = { title: 'Rimodulazione iniziale' };

export default async function RimodulazionePage({ params, searchParams }: PageProps<'/progetti/[id]/rimodulazione'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const rimodulazione = id.success ? await leggiRimodulazione(attore, id.data) : null;
  const approvato = rimodulazione?.vigente?.piano;
  if (!rimodulazione || !approvato) notFound(); // assente, non tuo e senza un piano approvato sono la stessa cosa
  const { esito, proposta } = await searchParams;
  const fatto = messaggioEsito(esito);
  const momento = momentoDi(rimodulazione);
  const comune = { attore, rimodulazione, approvato, momento, oggi: giornoDi(attore.adesso) };
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={rimodulazione}
      titolo="Rimodulazione iniziale"
      sottotitolo={`Chiesti ${importo(rimodulazione.richiestoCents)}, assegnati ${importo(rimodulazione.assegnatoCents)}.`}
      porta={{ href: routes.rimodulazioneIniziale(rimodulazione.id), etichetta: 'Rimodulazione iniziale' }}
      fatto={fatto}
    >
      {momento === 'IN_SCRITTURA' && attore.lettore === 'app_ente' ? (
        <InScrittura {...comune} proposta={typeof proposta === 'string' ? proposta : undefined} />
      ) : (
        <InLettura {...comune} />
      )}
    </PaginaProgetto>
  );
}

const importo = (cents: string | null): string => (cents === null ? 'importo non indicato' : euro(BigInt(cents)));
