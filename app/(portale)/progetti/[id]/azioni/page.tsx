import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { scalaAzioni } from '@/components/azioni/scala';
import { TabellaDate } from '@/components/azioni/TabellaDate';
import { TabellaNelTempo } from '@/components/azioni/TabellaNelTempo';
import { Figura } from '@/components/charts/Figura';
import { GanttLegenda } from '@/components/ui/Gantt';
import type { ScalaGantt } from '@/components/ui/ganttScala';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import type { AzioniNelTempo } from '@/lib/azioni/letture';
import { leggiAzioni } from '@/lib/azioni/queries';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { giorniDi } from '@/lib/sospensioni/labels';
import { PaginaProgetto } from '../PaginaProgetto';

export const metadata: Metadata = { title: 'Azioni nel tempo' };

export default async function AzioniPage({ params }: PageProps<'/progetti/[id]/azioni'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const dati = id.success ? await leggiAzioni(attore, id.data) : null;
  if (!dati) notFound();
  const { progetto } = dati;
  const oggi = giornoDi(attore.adesso);
  const scala = scalaAzioni(dati, oggi);
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Azioni nel tempo"
      sottotitolo={progetto.titolo}
      porta={{ href: routes.azioni(progetto.id), etichetta: 'Azioni' }}
    >
      <Statico>
        {dati.azioni.length === 0 ? (
          <Vuoto titolo="Nessuna azione">
            Qui compaiono le azioni del progetto approvato, con le date previste e quelle che gli enti dichiarano nelle relazioni.
          </Vuoto>
        ) : (
          <Cronoprogramma dati={dati} scala={scala} oggi={oggi} />
        )}
      </Statico>
    </PaginaProgetto>
  );
}

type Props = { dati: AzioniNelTempo; scala: ScalaGantt | null; oggi: string };

const Cronoprogramma = ({ dati, scala, oggi }: Props) => {
  const { fine, fineOriginaria } = dati.progetto;
  const tabella = <TabellaDate dati={dati} oggi={oggi} />;
  if (!scala)
    return (
      <>
        <p className="hint">Nessuna azione ha date: il calendario si disegna quando ci sono.</p>
        {tabella}
      </>
    );
  const generali = dati.sospensioni.filter(({ azioneId }) => azioneId === null);
  return (
    <Figura
      id="cronoprogramma"
      titolo="Previsto, in vigore, effettivo"
      nota={
        <>
          {fine ? `Fine del progetto: ${dataBreve(fine)}` : 'Fine del progetto non rilevata'}
          {fineOriginaria && fineOriginaria !== fine && `; all’inizio era il ${dataBreve(fineOriginaria)}`}. Stati e date dell’ultima
          relazione presentata per ogni azione: le bozze non contano.
        </>
      }
      azione={
        <GanttLegenda
          originario
          sospensione={
            generali.length > 0
              ? `Progetto sospeso ${generali.map(giorniDi).join('; ')}`
              : dati.sospensioni.length > 0
                ? 'Azione sospesa'
                : undefined
          }
          traguardo={fine ? 'Fine del progetto' : undefined}
        />
      }
      tabella={tabella}
    >
      <TabellaNelTempo dati={dati} scala={scala} oggi={oggi} />
    </Figura>
  );
};
