import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloConferma } from '@/components/avvisi/ModuloConferma';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { eSegreto } from '@/lib/auth/segreti';
import { routes } from '@/lib/routes';
import { confermaAction } from './actions';

export const metadata: Metadata = { title: 'Conferma la candidatura', robots: { index: false } };

/** Aprire la pagina non conferma e non legge nulla: se il collegamento vale lo dice il bottone. */
export default async function ConfermaPage({ params }: { params: Promise<{ segreto: string }> }) {
  const { segreto } = await params;
  if (!eSegreto(segreto)) notFound();
  return (
    <PaginaTesto titolo="Conferma la candidatura" sopra={{ href: routes.avvisi(), etichetta: 'Avvisi per partner' }}>
      <ModuloConferma action={confermaAction} segreto={segreto} />
    </PaginaTesto>
  );
}
