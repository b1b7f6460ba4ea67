import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { campiConteggio } from '@/components/conteggi/campi';
import { TabellaConteggi } from '@/components/conteggi/TabellaConteggi';
import { TotaliConteggi } from '@/components/conteggi/TotaliConteggi';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type ConteggiDelProgetto, type Conteggio, leggiConteggi, MOSTRATI } from '@/lib/conteggi/queries';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { scriviAction, togliAction } from './actions';

export const metadata: Metadata = { title: 'Presenze' };

const ESITI: Record<string, string> = { scritto: 'Le presenze sono registrate.', tolto: 'Il conteggio è tolto.' };

export default async function ConteggiPage({ params, searchParams }: PageProps<'/progetti/[id]/conteggi'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiConteggi(attore, id.data) : null;
  if (!progetto) notFound(); // assente, non tuo e mai avviato sono la stessa cosa
  const ente = attore.lettore === 'app_ente';
  const { esito } = await searchParams;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Presenze"
      sottotitolo="Quante persone sono passate da eventi e sportelli, senza sapere chi. Sono presenze: non diventano partecipanti e non entrano negli indicatori."
      porta={{ href: routes.conteggi(progetto.id), etichetta: 'Presenze' }}
      fatto={typeof esito === 'string' ? ESITI[esito] : undefined}
    >
      {progetto.quanti > 0 && (
        <Statico>
          <Sezione id="totali" titolo="Per azione" nota="Il totale aiuta a scrivere le quantità nella relazione.">
            <TotaliConteggi azioni={progetto.azioni} />
          </Sezione>
        </Statico>
      )}
      {ente && progetto.stato !== 'REVOCATO' && <Nuovo progetto={progetto} oggi={giornoDi(attore.adesso)} />}
      {(ente || progetto.quanti === 0) && <Elenco progetto={progetto} />}
    </PaginaProgetto>
  );
}

const Nuovo = ({ progetto, oggi }: { progetto: ConteggiDelProgetto; oggi: string }) => (
  <Sezione id="nuovo" titolo="Registra le presenze">
    <ModuloEsame
      action={scriviAction}
      nascosti={{ progettoId: progetto.id }}
      gruppi={campiConteggio(progetto.azioni, oggi)}
      invia="Registra"
    />
  </Sezione>
);

const Elenco = ({ progetto }: { progetto: ConteggiDelProgetto }) => (
  <Sezione
    id="elenco"
    titolo="Presenze registrate"
    nota={progetto.quanti > MOSTRATI ? `Le ultime ${MOSTRATI} di ${numero(progetto.quanti)}.` : undefined}
  >
    {progetto.quanti === 0 ? (
      <Vuoto titolo="Nessuna presenza registrata">Qui compaiono, giorno per giorno, le presenze contate da ogni ente.</Vuoto>
    ) : (
      <TabellaConteggi conteggi={progetto.conteggi} togli={(conteggio) => <Togli progettoId={progetto.id} conteggio={conteggio} />} />
    )}
  </Sezione>
);

const Togli = ({ progettoId, conteggio: { id, giorno, presenze } }: { progettoId: string; conteggio: Conteggio }) => (
  <Dialogo id={`togli-${id}`} titolo="Togliere questo conteggio?" apri="Togli" variante="quieto" taglia={32}>
    <p>{`Il ${dataBreve(giorno)} ${presenze === 1 ? 'era contata 1 presenza' : `erano contate ${numero(presenze)} presenze`}. Non si può annullare.`}</p>
    <ModuloAtto action={togliAction} nascosti={{ progettoId, conteggioId: id }} invia="Togli il conteggio" variante="pericolo" />
  </Dialogo>
);
