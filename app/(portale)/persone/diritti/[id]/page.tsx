import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StatoDiritto } from '@/components/privacy/TabellaDiritti';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataBreve, dataEOra, giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { scadenzaIdentita } from '@/lib/privacy/conservazione';
import { GENERI_DIRITTO, limita, prorogata, type RichiestaLetta } from '@/lib/privacy/diritti';
import { leggiDiritto } from '@/lib/privacy/queriesDiritti';
import { routes } from '@/lib/routes';
import { AttiDiritto, TogliLimitazione } from './Atti';

export const metadata: Metadata = { title: 'Richiesta di un interessato' };

const ESITI: Record<string, string> = {
  registrata: 'Richiesta registrata. Il termine è in «Cosa devo fare».',
  prorogata: 'Termine prorogato di due mesi. Comunica alla persona il motivo, entro il primo mese.',
  chiusa: 'Richiesta chiusa.',
  tolta: 'Limitazione tolta: i dati di questa persona si trattano di nuovo.',
  anonima: 'La persona è anonima, e la richiesta è chiusa.',
};

export default async function RichiestaPage({ params, searchParams }: PageProps<'/persone/diritti/[id]'>) {
  const attore = await requireLettore('app_ente');
  const id = Uuid.safeParse((await params).id);
  const richiesta = id.success ? await leggiDiritto(attore, id.data) : null;
  if (!richiesta) notFound(); // assente e di un altro ente sono la stessa cosa
  const { esito } = await searchParams;
  const fatto = typeof esito === 'string' && Object.hasOwn(ESITI, esito) ? ESITI[esito] : undefined;
  const { nome } = GENERI_DIRITTO[richiesta.genere];
  const oggi = giornoDi(attore.adesso);
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.persone(), etichetta: 'Persone' },
          { href: routes.dirittiPersone(), etichetta: 'Richieste degli interessati' },
          { etichetta: nome },
        ]}
      />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo={nome}
            sottotitolo={`La persona ${GENERI_DIRITTO[richiesta.genere].chiede} (GDPR, ${GENERI_DIRITTO[richiesta.genere].articolo}).`}
            stato={<StatoDiritto richiesta={richiesta} tardi={oggi > richiesta.entro} />}
          />
          <Fatto>{fatto}</Fatto>
          <Fatti richiesta={richiesta} />
          {richiesta.esito && (
            <Sezione id="risposta" titolo="Che cosa avete risposto">
              <p>{richiesta.esito}</p>
            </Sezione>
          )}
        </Statico>
        {richiesta.stato === 'APERTA' && richiesta.personaId && limita(richiesta) && (
          <Callout>Finché la richiesta è aperta i dati di questa persona si conservano e basta.</Callout>
        )}
        {richiesta.stato === 'EVASA' && richiesta.personaId && !richiesta.anonima && limita(richiesta) && (
          <TogliLimitazione attore={attore} richiesta={richiesta} />
        )}
        {richiesta.stato === 'APERTA' && (
          <AttiDiritto attore={attore} richiesta={richiesta} oggi={oggi} scadenza={richiesta.fatti && scadenzaIdentita(richiesta.fatti)} />
        )}
      </div>
    </>
  );
}

const Fatti = ({ richiesta }: { richiesta: RichiestaLetta }) => (
  <FattiChiave
    fatti={[
      { termine: 'Ricevuta il', valore: dataBreve(richiesta.ricevutaIl) },
      { termine: prorogata(richiesta) ? 'Rispondere entro (prorogato)' : 'Rispondere entro', valore: dataBreve(richiesta.entro) },
      {
        termine: 'Persona',
        valore: !richiesta.personaId ? (
          'Non registrata nel portale'
        ) : richiesta.anonima ? (
          'Anonima'
        ) : (
          <a href={routes.persona(richiesta.personaId)}>Apri la scheda</a>
        ),
      },
      ...(richiesta.toltaIl ? [{ termine: 'Limitazione tolta', valore: dataEOra(new Date(richiesta.toltaIl)) }] : []),
      ...(richiesta.chiusaIl ? [{ termine: 'Chiusa', valore: dataEOra(new Date(richiesta.chiusaIl)) }] : []),
    ]}
  />
);
