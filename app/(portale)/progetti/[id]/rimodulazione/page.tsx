import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { giornoDi } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import { messaggioEsito } from '@/lib/piano/esiti';
import { leggiRimodulazione } from '@/lib/piano/queriesRimodulazione';
import { momentoDi } from '@/lib/piano/rimodulazione';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { routes } from '@/lib/routes';
import { InLettura } from './InLettura';
import { InScrittura } from './InScrittura';

export const metadata: Metadata = { title: 'Rimodulazione iniziale' };

export default async function RimodulazionePage({ params, searchParams }: PageProps<'/progetti/[id]/rimodulazione'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = z.uuid().safeParse((await params).id);
  const rimodulazione = id.success ? await leggiRimodulazione(attore, id.data) : null;
  const approvato = rimodulazione?.vigente?.piano;
  if (!rimodulazione || !approvato) notFound(); // assente, non tuo e senza un piano approvato sono la stessa cosa
  const { esito, proposta } = await searchParams;
  const fatto = messaggioEsito(esito);
  const stato = ETICHETTA_PROGETTO[rimodulazione.stato];
  const momento = momentoDi(rimodulazione);
  const comune = { attore, rimodulazione, approvato, momento, oggi: giornoDi(attore.adesso) };
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(rimodulazione.id), etichetta: rimodulazione.titolo },
          { etichetta: 'Rimodulazione iniziale' },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Rimodulazione iniziale"
          sottotitolo={`Chiesti ${importo(rimodulazione.richiestoCents)}, assegnati ${importo(rimodulazione.assegnatoCents)}.`}
          stato={
            <Badge famiglia={stato.famiglia} icona={stato.icona}>
              {stato.testo}
            </Badge>
          }
        />
        {fatto && (
          <Callout tipo="successo" annuncia>
            {fatto}
          </Callout>
        )}
        {momento === 'IN_SCRITTURA' && attore.lettore === 'app_ente' ? (
          <InScrittura {...comune} proposta={typeof proposta === 'string' ? proposta : undefined} />
        ) : (
          <InLettura {...comune} />
        )}
      </div>
    </>
  );
}

const importo = (cents: string | null): string => (cents === null ? 'importo non indicato' : euro(BigInt(cents)));
