import type { Metadata } from 'next';
import { FattiAvviso, momentoAvviso } from '@/components/avvisi/FattiAvviso';
import { ModuloCandidatura } from '@/components/avvisi/ModuloCandidatura';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Callout } from '@/components/ui/Callout';
import { routes } from '@/lib/routes';
import { avvisoDellIndirizzo } from '../../avviso';
import { candidatiAction } from './actions';

export const metadata: Metadata = { title: 'Candidatura' };

export default async function CandidaturaPage({ params }: { params: Promise<{ id: string }> }) {
  const avviso = await avvisoDellIndirizzo((await params).id);
  const momento = momentoAvviso(avviso);
  return (
    <PaginaTesto
      titolo="Candidatura"
      sottotitolo={avviso.titolo}
      sopra={{ href: routes.avviso(avviso.id), etichetta: avviso.titolo }}
      larga
    >
      <FattiAvviso avviso={avviso} />
      <div className="max-w-[680px] pt-8">
        {momento === 'aperto' ? (
          <ModuloCandidatura action={candidatiAction} avvisoId={avviso.id} azioni={avviso.azioni} />
        ) : (
          <Callout tipo="attenzione" titolo={momento === 'futuro' ? 'L’avviso non è ancora aperto.' : 'L’avviso è chiuso.'}>
            Non ci si può candidare. <a href={routes.avvisi()}>Guarda gli altri avvisi</a>
          </Callout>
        )}
      </div>
    </PaginaTesto>
  );
}
