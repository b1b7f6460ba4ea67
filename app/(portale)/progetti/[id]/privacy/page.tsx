import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkBottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { requireLettore } from '@/lib/auth/requireAttore';
import { elenco } from '@/lib/format/elenco';
import { Uuid } from '@/lib/format/uuid';
import { CHI_CONTA, CLASSI } from '@/lib/privacy/conservazione';
import { CODICI_MODELLO, MODELLI } from '@/lib/privacy/kit';
import { daCompletare } from '@/lib/privacy/kitDati';
import { leggiKit } from '@/lib/privacy/queriesKit';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';

export const metadata: Metadata = { title: 'Privacy del progetto' };

export default async function PrivacyPage({ params }: PageProps<'/progetti/[id]/privacy'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const kit = id.success ? await leggiKit(attore, id.data) : null;
  if (!kit) notFound(); // assente, non tuo e mai avviato sono la stessa cosa
  const { progetto } = kit;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Privacy"
      sottotitolo={`I modelli di ${kit.ente.nome} con i dati del progetto.`}
      porta={{ href: routes.privacyProgetto(progetto.id), etichetta: 'Privacy' }}
    >
      <Statico>
        <div className="pt-6">
          <Callout tipo="attenzione" titolo="Da verificare prima dell’uso.">
            Li leggono il responsabile della protezione dei dati e un legale. Da completare a mano, o nel DOCX: {elenco(daCompletare(kit))}.
          </Callout>
        </div>
        <Sezione id="modelli" titolo="Modelli">
          <ModelliKit progettoId={progetto.id} />
        </Sezione>
        <Sezione id="conservazione" titolo="Per quanto tempo si conservano i dati">
          <Tabella
            didascalia="Termini di conservazione per genere di dati"
            schede="etichette"
            colonne={['Dati', 'Fino a quando', 'Poi'].map((etichetta) => ({ etichetta }))}
          >
            {CLASSI.map(({ chiave, dati, termine, dopo }) => (
              <Riga key={chiave}>
                <CellaTitolo>{dati}</CellaTitolo>
                <Cella etichetta="Fino a quando">{termine}</Cella>
                <Cella etichetta="Poi">{dopo}</Cella>
              </Riga>
            ))}
          </Tabella>
          {CHI_CONTA.includes(attore.ruolo) && (
            <p className="small">
              <a href={routes.conservazione()}>Quanti dati sono scaduti o stanno per scadere, in tutta la Regione</a>
            </p>
          )}
        </Sezione>
      </Statico>
    </PaginaProgetto>
  );
}

const ModelliKit = ({ progettoId }: { progettoId: string }) => (
  <Tabella
    didascalia="Modelli da scaricare"
    schede="etichette"
    colonne={['Modello', 'A che serve', 'Scarica'].map((etichetta) => ({ etichetta }))}
  >
    {CODICI_MODELLO.map((modello) => (
      <Riga key={modello}>
        <CellaTitolo>{MODELLI[modello].titolo}</CellaTitolo>
        <Cella etichetta="A che serve">{MODELLI[modello].serve}</Cella>
        <Cella etichetta="Scarica">
          <span className="btn-row">
            {(['pdf', 'docx'] as const).map((formato) => (
              <LinkBottone key={formato} href={routes.modelloPrivacy(progettoId, modello, formato)} taglia={36} scarica>
                {formato.toUpperCase()}
                <span className="sr"> di {MODELLI[modello].titolo}</span>
              </LinkBottone>
            ))}
          </span>
        </Cella>
      </Riga>
    ))}
  </Tabella>
);
