import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiRichiesta, campoAzione } from '@/components/proroghe/campi';
import { FattiProroghe } from '@/components/proroghe/FattiProroghe';
import { TabellaProroghe } from '@/components/proroghe/TabellaProroghe';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { rifiutoDi } from '@/lib/errors/rifiutoDi';
import { giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { leggiProroghe, type ProrogheDelProgetto } from '@/lib/proroghe/queries';
import { esigiInTempo, esigiProrogabile, oggettoLetto } from '@/lib/proroghe/rules';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { apriAction } from './actions';

export const metadata: Metadata = { title: 'Proroghe' };

export default async function ProroghePage({ params }: PageProps<'/progetti/[id]/proroghe'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiProroghe(attore, id.data) : null;
  if (!progetto) notFound(); // assente, non tuo e mai avviato sono la stessa cosa
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Proroghe"
      sottotitolo="Una proroga sposta la fine del progetto o di una sua azione. Si chiede prima della fine e la concede la Regione."
      porta={{ href: routes.proroghe(progetto.id), etichetta: 'Proroghe' }}
    >
      <Statico>
        <FattiProroghe progetto={progetto} />
        <Sezione id="elenco" titolo="Richieste e concessioni">
          {progetto.proroghe.length === 0 ? (
            <Vuoto titolo="Nessuna proroga">Qui compaiono le proroghe chieste, concesse e corrette.</Vuoto>
          ) : (
            <TabellaProroghe progetto={progetto} />
          )}
        </Sezione>
      </Statico>
      {attore.lettore === 'app_ente' && <Nuova attore={attore} progetto={progetto} />}
    </PaginaProgetto>
  );
}

const Nuova = ({ attore, progetto }: { attore: Attore; progetto: ProrogheDelProgetto }) => {
  const no = perche(attore, progetto);
  return (
    <Sezione id="nuova" titolo="Chiedi una proroga">
      {no ? (
        <p>{no}</p>
      ) : (
        <ModuloEsame
          action={apriAction}
          nascosti={{ progettoId: progetto.id }}
          gruppi={[campoAzione(progetto), ...campiRichiesta()]}
          invia="Prepara la richiesta"
        />
      )}
    </Sezione>
  );
};

/** Perché chi guarda non può chiederne; vuoto se può. Se è finito il progetto sono finite anche le sue azioni. */
function perche({ adesso }: Attore, progetto: ProrogheDelProgetto): string {
  if (!progetto.capofila) return 'La proroga la chiede l’ente capofila del progetto.';
  return rifiutoDi(() => {
    esigiProrogabile(progetto.stato, progetto.rinunciaInCorso);
    esigiInTempo(oggettoLetto(progetto, null), giornoDi(adesso));
  });
}
