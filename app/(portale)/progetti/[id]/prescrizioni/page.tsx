import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { leggiPrescrizioni } from '@/lib/decisioni/queriesPrescrizioni';
import { messaggioEsame } from '@/lib/istruttoria/esiti';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { routes } from '@/lib/routes';
import { Conclusione } from './Conclusione';
import { Prescrizione } from './Prescrizione';

export const metadata: Metadata = { title: 'Prescrizioni' };

export default async function PrescrizioniPage({ params, searchParams }: PageProps<'/progetti/[id]/prescrizioni'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = z.uuid().safeParse((await params).id);
  const progetto = id.success ? await leggiPrescrizioni(attore, id.data) : null;
  if (!progetto) notFound();
  const etichetta = ETICHETTA_PROGETTO[progetto.stato];
  const fatto = messaggioEsame((await searchParams).esito);
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(progetto.id), etichetta: progetto.titolo },
          { etichetta: 'Prescrizioni' },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Prescrizioni"
          sottotitolo={progetto.titolo}
          stato={
            <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
              {etichetta.testo}
            </Badge>
          }
        />
        {fatto && (
          <Callout tipo="successo" annuncia>
            {fatto}
          </Callout>
        )}
        {progetto.prescrizioni.length === 0 ? (
          <Vuoto titolo="Nessuna prescrizione">
            <p>Qui compaiono le condizioni che la Regione pone quando approva un progetto.</p>
          </Vuoto>
        ) : (
          progetto.prescrizioni.map((prescrizione, n) => (
            <Prescrizione key={prescrizione.id} numero={n + 1} prescrizione={prescrizione} progetto={progetto} attore={attore} />
          ))
        )}
      </div>
      {progetto.prescrizioni.length > 0 && <Conclusione progetto={progetto} attore={attore} />}
    </>
  );
}
