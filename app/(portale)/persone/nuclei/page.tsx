import type { Metadata } from 'next';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { nomeDi } from '@/components/persone/TabellaPersone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { elencaNuclei } from '@/lib/persone/queries';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { routes } from '@/lib/routes';
import { apriNucleoAction, togliNucleoAction } from '../actions';

export const metadata: Metadata = { title: 'Nuclei familiari' };

const FATTO: Record<string, string> = { aperto: 'Nucleo aperto.', tolto: 'Nucleo tolto.' };

export default async function NucleiPage({ searchParams }: PageProps<'/persone/nuclei'>) {
  const attore = await requireLettore('app_ente');
  const nuclei = await elencaNuclei(attore);
  const nomi = await leggiNomi(
    attore,
    nuclei.flatMap(({ persone }) => persone),
    'ELENCO',
  );
  const fatto = FATTO[String((await searchParams).esito ?? '')];
  return (
    <>
      <Breadcrumb voci={[{ href: routes.persone(), etichetta: 'Persone' }, { etichetta: 'Nuclei familiari' }]} />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo="Nuclei familiari"
            sottotitolo="Le persone della stessa famiglia hanno lo stesso codice di nucleo. Si scrive nella scheda di ciascuna, e non è mai un nome."
          />
          <Fatto>{fatto}</Fatto>
        </Statico>
        <Sezione id="nuovo" titolo="Apri un nucleo">
          <div className="max-w-[320px]">
            <ModuloEsame
              action={apriNucleoAction}
              nascosti={{}}
              gruppi={[
                { campi: [{ tipo: 'testo', nome: 'codice', etichetta: 'Codice del nucleo', aiuto: 'Per esempio F-12. Mai un nome.' }] },
              ]}
              invia="Apri il nucleo"
            />
          </div>
        </Sezione>
        <Sezione id="elenco" titolo="Nuclei del tuo ente">
          {nuclei.length === 0 && <Vuoto titolo="Ancora nessun nucleo">Qui compaiono le famiglie seguite dal tuo ente.</Vuoto>}
          <ul className="space-y-3">
            {nuclei.map(({ id, codice, persone }) => (
              <li key={id}>
                <b className="mono">{codice}</b>{' '}
                {persone.map((persona, n) => (
                  <span key={persona}>
                    {n > 0 && ', '}
                    <a href={routes.persona(persona)}>{nomeDi(nomi, persona)}</a>
                  </span>
                ))}
                {persone.length === 0 && (
                  <ModuloAtto
                    action={togliNucleoAction}
                    nascosti={{ nucleoId: id }}
                    invia="Togli il nucleo vuoto"
                    variante="quieto"
                    taglia={32}
                  />
                )}
              </li>
            ))}
          </ul>
        </Sezione>
      </div>
    </>
  );
}
