import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApriModifica } from '@/components/modifiche/ApriModifica';
import { TabellaModifiche } from '@/components/modifiche/TabellaModifiche';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { leggiModifiche, type ModificheDelProgetto } from '@/lib/modifiche/queries';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { apriAction } from './actions';

export const metadata: Metadata = { title: 'Modifiche' };

export default async function ModifichePage({ params }: PageProps<'/progetti/[id]/modifiche'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiModifiche(attore, id.data) : null;
  if (!progetto) notFound(); // assente e non tuo sono la stessa cosa
  const { richieste } = progetto;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Modifiche"
      sottotitolo={progetto.titolo}
      porta={{ href: routes.modifiche(progetto.id), etichetta: 'Modifiche' }}
    >
      <Statico>
        <Sezione id="richieste" titolo="Richieste">
          {richieste.length === 0 ? (
            <Vuoto titolo="Nessuna modifica">
              {attore.lettore === 'app_regione' ? 'Qui compaiono le richieste che l’ente presenta.' : 'Il piano è quello approvato.'}
            </Vuoto>
          ) : (
            <TabellaModifiche progettoId={progetto.id} richieste={richieste} />
          )}
        </Sezione>
      </Statico>
      {attore.lettore === 'app_ente' && (
        <Sezione id="apri" titolo="Apri una modifica">
          <Apertura attore={attore} progetto={progetto} />
        </Sezione>
      )}
    </PaginaProgetto>
  );
}

const Apertura = ({ attore, progetto }: { attore: Attore; progetto: ModificheDelProgetto }) => {
  const rifiuto = perche(attore, progetto);
  return rifiuto ? <p>{rifiuto}</p> : <ApriModifica action={apriAction} progettoId={progetto.id} richieste={progetto.richieste} />;
};

/** Perché chi guarda non può aprirne; vuoto se può. */
function perche({ ruolo }: Attore, { capofila, rinuncia, stato }: ModificheDelProgetto): string {
  if (stato !== 'AVVIATO' && stato !== 'SOSPESO') return 'Il progetto non è in attuazione: il piano non si modifica.';
  if (rinuncia) return 'L’ente ha chiesto di rinunciare al progetto: finché la Regione non decide, il piano non si modifica.';
  if (!capofila || (ruolo !== 'REFERENTE' && ruolo !== 'OPERATORE'))
    return 'Le modifiche le prepara l’ente capofila: chiedi al suo referente.';
  return '';
}
