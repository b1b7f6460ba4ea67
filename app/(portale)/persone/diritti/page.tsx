import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiRichiesta } from '@/components/privacy/campi';
import { TabellaDiritti } from '@/components/privacy/TabellaDiritti';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { elencaDiritti, inCarico } from '@/lib/privacy/queriesDiritti';
import { routes } from '@/lib/routes';
import { registraAction } from './actions';

export const metadata: Metadata = { title: 'Richieste degli interessati' };

const Domanda = z.object({ persona: z.uuid().optional().catch(undefined) });

export default async function DirittiPage({ searchParams }: PageProps<'/persone/diritti'>) {
  const attore = await requireLettore('app_ente');
  const { persona } = Domanda.parse(await searchParams);
  if (persona && !(await inCarico(attore, persona))) notFound(); // assente, di un altro ente e già anonima sono la stessa cosa
  const richieste = await elencaDiritti(attore);
  const oggi = giornoDi(attore.adesso);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.persone(), etichetta: 'Persone' }, { etichetta: 'Richieste degli interessati' }]} />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo="Richieste degli interessati"
            sottotitolo="Chi è seguito può chiedere di vedere, correggere, limitare o cancellare i suoi dati, e opporsi: si risponde entro un mese (GDPR, artt. 12 e 15-21)."
          />
          <Sezione id="elenco" titolo="Le richieste arrivate">
            {richieste.length === 0 ? (
              <Vuoto titolo="Nessuna richiesta">
                Quando una persona chiede qualcosa dei suoi dati, registrala qui: il portale conta il mese.
              </Vuoto>
            ) : (
              <TabellaDiritti richieste={richieste} oggi={oggi} />
            )}
          </Sezione>
        </Statico>
        <Sezione id="nuova" titolo="Registra una richiesta">
          {persona ? (
            <p>
              È la richiesta di <a href={routes.persona(persona)}>questa persona</a>.
            </p>
          ) : (
            <p>
              Se la persona è registrata, parti dalla sua scheda in <a href={routes.persone()}>Persone</a>: potrai consegnarle i suoi dati o
              renderla anonima. Registra qui chi non risulta.
            </p>
          )}
          <ModuloEsame
            action={registraAction}
            nascosti={{ personaId: persona ?? '' }}
            gruppi={campiRichiesta(dataBreve(oggi))}
            invia="Registra la richiesta"
          />
        </Sezione>
      </div>
    </>
  );
}
