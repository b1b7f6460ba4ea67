import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DisegnoRete } from '@/components/rete/DisegnoRete';
import { Legenda } from '@/components/rete/Legenda';
import { ScaricaRete } from '@/components/rete/ScaricaRete';
import { TabellaLegami } from '@/components/rete/TabellaLegami';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Schede } from '@/components/ui/Schede';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { esitoRete, misureScritte, nomeOndata } from '@/lib/rete/labels';
import { leggiRete, type Ondata, type ReteDelProgetto } from '@/lib/rete/queries';
import { misureDi } from '@/lib/rete/rete';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { Dichiara } from './Dichiara';

export const metadata: Metadata = { title: 'Rete del progetto' };

export default async function ReteProgettoPage({ params, searchParams }: PageProps<'/progetti/[id]/rete'>) {
  const attore = await requireLettore('app_ente', 'app_regione', 'app_ricerca');
  const id = Uuid.safeParse((await params).id);
  const rete = id.success ? await leggiRete(attore, id.data) : null;
  if (!rete) notFound(); // assente, non tua e non ancora approvata sono la stessa cosa
  const { ondata: chiesta, esito } = await searchParams;
  const ondata = chiesta === undefined ? rete.ondate.at(-1) : rete.ondate.find((o) => o.id === chiesta);
  if (chiesta !== undefined && !ondata) notFound();
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={rete}
      titolo="Rete di collaborazione"
      sottotitolo="Chi lavora con chi, a ogni rilevazione. Solo organizzazioni: nessun nome di persona."
      porta={{ href: routes.reteProgetto(rete.id), etichetta: 'Rete' }}
      fatto={esitoRete(esito)}
    >
      {ondata ? (
        <Statico>
          {rete.ondate.length > 1 && (
            <Schede
              etichetta="Ondate"
              voci={rete.ondate.map((o) => ({
                ...{ href: routes.reteProgetto(rete.id, { ondata: o.id }), etichetta: nomeOndata(o), attiva: o.id === ondata.id },
              }))}
            />
          )}
          <Disegno rete={rete} ondata={ondata} />
          {attore.lettore !== 'app_ente' && <ScaricaRete ondataId={ondata.id} progettoId={rete.id} />}
        </Statico>
      ) : (
        <Vuoto titolo="Nessuna rilevazione della rete">
          Quando chi valuta il programma apre un’ondata, qui si dichiara chi lavora con chi.
        </Vuoto>
      )}
      {rete.dichiara && ondata && !ondata.chiusa && <Dichiara rete={rete} ondata={ondata} />}
    </PaginaProgetto>
  );
}

const Disegno = ({ rete, ondata }: { rete: ReteDelProgetto; ondata: Ondata }) => {
  const legami = rete.legami.filter((legame) => legame.ondata === ondata.id);
  const misure = misureDi(rete, ondata, rete.ondate);
  return (
    <>
      <Sezione
        id="disegno"
        titolo={nomeOndata(ondata)}
        nota={`${ondata.chiusa ? 'Rilevazione chiusa.' : 'Rilevazione aperta.'}${ondata.dimostrativa ? ' Dati dimostrativi.' : ''}`}
      >
        <div className="rete__quadro">
          <DisegnoRete nodi={rete.nodi} capofila={rete.capofila} legami={legami} titolo={`Rete del progetto, ${nomeOndata(ondata)}`} />
          <Legenda nodi={rete.nodi} />
        </div>
        <p className="hint mt-2">
          Il capofila è al centro. Il tratto è più grosso se il legame è più forte, tratteggiato se è nato con il progetto.
        </p>
        {legami.length === 0 ? (
          <p className="mt-3">In questa ondata non è ancora dichiarato nessun legame.</p>
        ) : (
          <div className="mt-4">
            <TabellaLegami nodi={rete.nodi} legami={legami} />
          </div>
        )}
      </Sezione>
      <Sezione id="misure" titolo="Misure">
        <FattiChiave fatti={misureScritte(misure).map(({ nome, valore, nota }) => ({ termine: nome, valore: `${valore} (${nota})` }))} />
      </Sezione>
    </>
  );
};
