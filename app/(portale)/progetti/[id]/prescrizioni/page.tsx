import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { leggiPrescrizioni } from '@/lib/decisioni/queriesPrescrizioni';
import { Uuid } from '@/lib/format/uuid';
import { messaggioEsame } from '@/lib/istruttoria/esiti';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { Conclusione } from './Conclusione';
import { Prescrizione } from './Prescrizione';

export const metadata: Metadata = { title: 'Prescrizioni' };

export default async function PrescrizioniPage({ params, searchParams }: PageProps<'/progetti/[id]/prescrizioni'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiPrescrizioni(attore, id.data) : null;
  if (!progetto) notFound();
  const fatto = messaggioEsame((await searchParams).esito);
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Prescrizioni"
      sottotitolo={progetto.titolo}
      porta={{ href: routes.prescrizioni(progetto.id), etichetta: 'Prescrizioni' }}
      fatto={fatto}
      piede={progetto.prescrizioni.length > 0 && <Conclusione progetto={progetto} attore={attore} />}
    >
      {progetto.prescrizioni.length === 0 ? (
        <Vuoto titolo="Nessuna prescrizione">
          <p>Qui compaiono le condizioni che la Regione pone quando approva un progetto.</p>
        </Vuoto>
      ) : (
        progetto.prescrizioni.map((prescrizione, n) => (
          <Prescrizione key={prescrizione.id} numero={n + 1} prescrizione={prescrizione} progetto={progetto} attore={attore} />
        ))
      )}
    </PaginaProgetto>
  );
}
