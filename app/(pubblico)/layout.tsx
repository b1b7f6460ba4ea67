import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Piede } from '@/components/shell/Piede';
import { SkipLink } from '@/components/shell/SkipLink';
import { SlimHeader } from '@/components/shell/SlimHeader';
import { TestataPubblica } from '@/components/shell/TestataPubblica';
import { navPubblica } from '@/components/shell/vociPubbliche';
import { Icona } from '@/components/ui/Icona';
import { env } from '@/lib/env';
import { routes } from '@/lib/routes';
import { dichiarazioneAccessibilita } from './configurazione';
import { regionePubblica } from './panoramica';
import { basePubblica } from './risposte';

const NOTA_DEMO =
  'Ambiente dimostrativo: persone e accessi sono inventati. Fatti dei progetti: IRES Piemonte, Contributo di ricerca 303/2020.';

/** L'anteprima di una pagina condivisa: titolo e descrizione sono i suoi, l'immagine è del portale. */
export const generateMetadata = (): Metadata => ({
  description: 'Il portale della Regione per i progetti di welfare dei territori: che cosa fanno, dove e a che punto sono.',
  metadataBase: new URL(basePubblica()),
  openGraph: {
    siteName: 'Cantiere',
    locale: 'it_IT',
    type: 'website',
    images: [{ url: '/anteprima.png', width: 1200, height: 630, alt: 'Cantiere, i progetti di welfare dei territori' }],
  },
  twitter: { card: 'summary_large_image' },
  alternates: { types: { 'application/atom+xml': [{ url: routes.novita(), title: 'Bandi, avvisi e progetti approvati' }] } },
});

export default async function PubblicoLayout({ children }: { children: ReactNode }) {
  const regione = await regionePubblica();
  const demo = env().CANTIERE_DEMO;
  return (
    <>
      <SkipLink />
      <header>
        <SlimHeader regione={regione.nome} ambiente={demo ? 'Ambiente dimostrativo' : undefined} assistenzaHref="/assistenza">
          <a href={routes.accesso()}>
            <Icona nome="persona" taglia={16} />
            Accedi
          </a>
        </SlimHeader>
        <TestataPubblica voci={navPubblica()} />
      </header>
      {children}
      <Piede regione={regione} nota={demo ? NOTA_DEMO : undefined} dichiarazioneHref={dichiarazioneAccessibilita()} />
    </>
  );
}
