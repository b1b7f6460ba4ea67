import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { campoVoci } from '@/components/classificazione/campiVoci';
import { Decisioni } from '@/components/classificazione/Decisioni';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoClassificazione } from '@/lib/classificazione/labels';
import { leggiClassificazione, type SchemaDelProgetto } from '@/lib/classificazione/queries';
import { vociScritte } from '@/lib/classificazione/voci';
import { dataBreve } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { MASSIMO_MOTIVO } from '@/lib/privacy/campi';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { proponiAction } from './actions';

export const metadata: Metadata = { title: 'Classificazione del progetto' };

export default async function ClassificazioneProgettoPage({ params, searchParams }: PageProps<'/progetti/[id]/classificazione'>) {
  const attore = await requireLettore('app_ente', 'app_regione', 'app_ricerca');
  const id = Uuid.safeParse((await params).id);
  const progetto = id.success ? await leggiClassificazione(attore, id.data) : null;
  if (!progetto) notFound(); // assente, non tuo e non ancora approvato sono la stessa cosa
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo="Classificazione"
      sottotitolo="L’ente propone; due persone che fanno ricerca codificano senza vedersi e decidono."
      porta={{ href: routes.classificazioneProgetto(progetto.id), etichetta: 'Classificazione' }}
      fatto={esitoClassificazione((await searchParams).esito)}
    >
      {progetto.schemi.length === 0 && (
        <Vuoto titolo="Nessuno schema di classificazione">
          Gli schemi li prepara chi valuta il programma: quando ci sono, compaiono qui.
        </Vuoto>
      )}
      {progetto.schemi.map((voce) => (
        <Schema key={voce.schema.id} voce={voce} progettoId={progetto.id} propone={progetto.capofila} />
      ))}
    </PaginaProgetto>
  );
}

type Props = { voce: SchemaDelProgetto; progettoId: string; propone: boolean };

const Schema = ({ voce: { schema, proposta, decisioni }, progettoId, propone }: Props) => (
  <Sezione id={`s-${schema.id}`} titolo={schema.titolo} nota={schema.esclusivo ? 'Una voce sola.' : 'Anche più voci.'}>
    <Statico>
      {decisioni.length > 0 ? <Decisioni schema={schema} decisioni={decisioni} /> : <p>Nessuna decisione, per ora.</p>}
      {proposta && (
        <p className="second mt-3">
          {`Proposta dell’ente del ${dataBreve(proposta.propostaIl)}: ${vociScritte(schema, proposta.voci)}. ${proposta.motivo}`}
        </p>
      )}
    </Statico>
    {propone && (
      <details className="figtab">
        <summary>{proposta ? 'Cambia la proposta' : 'Proponi una classificazione'}</summary>
        <ModuloEsame
          action={proponiAction}
          nascosti={{ progettoId, schemaId: schema.id, vista: proposta?.id ?? '' }}
          invia="Invia la proposta"
          gruppi={[
            {
              campi: [
                campoVoci(schema, proposta?.voci ?? []),
                {
                  ...{ tipo: 'area', nome: 'motivo', etichetta: 'Perché', massimo: MASSIMO_MOTIVO, righe: 3, valore: proposta?.motivo },
                  aiuto: 'Che cosa del progetto lo mostra. Niente nomi di persone.',
                },
              ],
            },
          ]}
        />
      </details>
    )}
  </Sezione>
);
