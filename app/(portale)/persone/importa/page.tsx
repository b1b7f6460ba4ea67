import type { Metadata } from 'next';
import { ModuloImporta } from '@/components/importaPersone/ModuloImporta';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type ProgettoDaRiempire, progettiDaRiempire } from '@/lib/importaPersone/queries';
import { routes } from '@/lib/routes';
import { importaAction } from './actions';

export const metadata: Metadata = { title: 'Importa persone' };

export default async function ImportaPersonePage({ searchParams }: PageProps<'/persone/importa'>) {
  const attore = await requireLettore('app_ente');
  const progetti = await progettiDaRiempire(attore);
  const { progetto } = await searchParams;
  const scelto = progetti.find(({ id }) => id === progetto) ?? (progetti.length === 1 ? progetti[0] : undefined);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.persone(), etichetta: 'Persone' }, { etichetta: 'Importa persone' }]} />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo="Importa persone"
            sottotitolo="Da un foglio di calcolo, in due passi: prima il controllo, che non salva nulla, poi l’importazione."
          />
        </Statico>
        {progetti.length === 0 ? (
          <Vuoto titolo="Nessun progetto avviato">Le persone si importano da quando un progetto del tuo ente è avviato.</Vuoto>
        ) : (
          <>
            <Statico>
              <Modelli progetti={progetti} />
            </Statico>
            <Sezione id="importa" titolo="2. Controlla e importa">
              <ModuloImporta
                action={importaAction}
                progetti={progetti.map(({ id, titolo }) => ({ valore: id, etichetta: titolo }))}
                progettoId={scelto?.id ?? ''}
                rifiutate={routes.righeRifiutate()}
                persone={routes.persone()}
              />
            </Sezione>
          </>
        )}
      </div>
    </>
  );
}

const Modelli = ({ progetti }: { progetti: ProgettoDaRiempire[] }) => (
  <Sezione id="modello" titolo="1. Scarica il modello" nota="Ha le istruzioni, i codici e gli elenchi a discesa.">
    <ul className="grid gap-2">
      {progetti.map(({ id, titolo }) => (
        <li key={id}>
          <LinkBottone href={routes.modelloPersone({ progetto: id })} scarica taglia={36} icona="scarica">
            {`Modello per «${titolo}»`}
          </LinkBottone>
        </li>
      ))}
    </ul>
  </Sezione>
);
