import type { Metadata } from 'next';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Disegnato } from '@/components/ui/Disegnato';
import { apriAction } from './actions';
import { conModuli, Disposizione, Enti, Fianco, Percorso, Relazioni, Testa, TuttaLaPagina } from './parti';
import { progettoDellIndirizzo } from './progetto';

type Props = PageProps<'/progetti/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { progetto } = await progettoDellIndirizzo((await params).id);
  return { title: progetto.titolo };
}

export default async function ProgettoPage({ params }: Props) {
  const letto = await progettoDellIndirizzo((await params).id);
  // senza moduli è tutta un pezzo che nel browser non cambia
  if (!conModuli(letto)) return <Disegnato disegno={TuttaLaPagina} di={letto} />;
  return (
    <Disposizione
      percorso={<Disegnato disegno={Percorso} di={letto} />}
      testa={<Disegnato disegno={Testa} di={letto} />}
      relazioni={<Relazioni letto={letto} apri={({ periodoId }) => <Apri progettoId={letto.progetto.id} periodoId={periodoId} />} />}
      enti={<Disegnato disegno={Enti} di={letto} />}
      fianco={<Disegnato disegno={Fianco} di={letto} />}
    />
  );
}

const Apri = (nascosti: { progettoId: string; periodoId: string }) => (
  <ModuloAtto action={apriAction} nascosti={nascosti} invia="Apri la relazione" inCorso="Un momento" taglia={36} />
);
