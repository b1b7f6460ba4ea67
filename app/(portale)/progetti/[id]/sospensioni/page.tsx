import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiRipresa, campiSospensione } from '@/components/sospensioni/campi';
import { EffettiSospensione } from '@/components/sospensioni/EffettiSospensione';
import { SchedaSospensione } from '@/components/sospensioni/SchedaSospensione';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { esitoSospensione, fraseSospensione } from '@/lib/sospensioni/labels';
import { leggiSospensioni, type SospensioneLetta, type SospensioniDelProgetto } from '@/lib/sospensioni/queries';
import { PaginaProgetto } from '../PaginaProgetto';
import { riprendiAction, sospendiAction } from './actions';

export const metadata: Metadata = { title: 'Sospensioni' };

export default async function SospensioniPage({ params, searchParams }: PageProps<'/progetti/[id]/sospensioni'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiSospensioni(attore, id.data) : null;
  if (!progetto) notFound(); // assente, non tuo e mai avviato sono la stessa cosa
  const oggi = giornoDi(attore.adesso);
  const attiva = progetto.sospensioni.find((s) => s.azione === null && (s.al === null || s.al >= oggi));
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Sospensioni"
      sottotitolo="Una sospensione ferma le scadenze delle relazioni, non sposta la fine del progetto: per quella serve una proroga."
      porta={{ href: routes.sospensioni(progetto.id), etichetta: 'Sospensioni' }}
      fatto={esitoSospensione((await searchParams).esito)}
    >
      {attiva && <Callout icona="pausa">{fraseSospensione(attiva, oggi)}</Callout>}
      <Sezione id="elenco" titolo="Sospensioni registrate">
        {progetto.sospensioni.length === 0 ? (
          <Vuoto titolo="Nessuna sospensione">Qui compaiono le sospensioni disposte dalla Regione, con l’atto e le date.</Vuoto>
        ) : (
          progetto.sospensioni.map((sospensione) => (
            <SchedaSospensione key={sospensione.id} sospensione={sospensione}>
              <Riprende attore={attore} progettoId={progetto.id} sospensione={sospensione} oggi={oggi} />
            </SchedaSospensione>
          ))
        )}
      </Sezione>
      {progetto.periodi.length > 0 && (
        <Statico>
          <Sezione id="effetti" titolo="Scadenze cambiate" nota="Per sospensioni, proroghe o riprese.">
            <EffettiSospensione periodi={progetto.periodi} />
          </Sezione>
        </Statico>
      )}
      {attore.lettore === 'app_regione' && <Nuova attore={attore} progetto={progetto} oggi={oggi} />}
    </PaginaProgetto>
  );
}

type PropsRiprende = { attore: Attore; progettoId: string; sospensione: SospensioneLetta; oggi: string };

/** La ripresa di una sospensione aperta, o un cambio della fine finché non è passata. */
const Riprende = ({ attore, progettoId, sospensione: { id, dal, al, azione }, oggi }: PropsRiprende) => {
  if (attore.ruolo !== 'DIRIGENTE' || (al !== null && al < oggi)) return null;
  const ieri = piuGiorni(oggi, -1);
  return (
    <Dialogo
      id={`riprendi-${id}`}
      titolo={azione ? 'Far riprendere l’azione?' : 'Far riprendere il progetto?'}
      apri={al === null ? 'Disponi la ripresa' : 'Cambia l’ultimo giorno'}
      variante="secondario"
      taglia={36}
    >
      <p>
        {azione
          ? 'L’azione riprende il giorno dopo. Le scadenze delle relazioni non cambiano.'
          : 'Il progetto torna in attuazione. Le scadenze che erano ferme si spostano di altrettanti giorni; le relazioni già presentate non si toccano.'}
      </p>
      <ModuloEsame
        action={riprendiAction}
        nascosti={{ progettoId, sospensioneId: id, vista: al ?? '' }}
        gruppi={campiRipresa(ieri < dal ? dal : ieri)}
        invia="Registra la ripresa"
      />
    </Dialogo>
  );
};

type PropsNuova = { attore: Attore; progetto: SospensioniDelProgetto; oggi: string };

const Nuova = ({ attore, progetto, oggi }: PropsNuova) => (
  <Sezione id="nuova" titolo="Disponi una sospensione">
    {perche(attore, progetto) ? (
      <p>{perche(attore, progetto)}</p>
    ) : (
      <ModuloEsame
        action={sospendiAction}
        nascosti={{ progettoId: progetto.id }}
        invia="Registra la sospensione"
        gruppi={[
          {
            campi: [
              {
                ...{ tipo: 'scelta', nome: 'azioneId', etichetta: 'Che cosa si sospende', vuota: 'Il progetto intero', facoltativo: true },
                opzioni: progetto.azioni.map(({ id, codice, titolo }) => ({ valore: id, etichetta: `Azione ${codice}, ${titolo}` })),
              },
            ],
          },
          ...campiSospensione(oggi),
        ]}
      />
    )}
  </Sezione>
);

/** Perché chi guarda non può disporne; vuoto se può. */
function perche({ ruolo }: Attore, { stato }: SospensioniDelProgetto): string {
  if (stato !== 'AVVIATO' && stato !== 'SOSPESO') return 'Il progetto non è più in attuazione: non si sospende.';
  return ruolo === 'DIRIGENTE' ? '' : 'Le sospensioni le dispone un dirigente.';
}
