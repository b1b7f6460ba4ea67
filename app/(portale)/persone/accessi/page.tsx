import type { Metadata } from 'next';
import { z } from 'zod';
import { ControlliSubiti } from '@/components/controlli/ControlliSubiti';
import { TabellaLetture } from '@/components/controlli/TabellaLetture';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { leggiAccessi } from '@/lib/controlli/queriesEnte';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Chi ha letto i nomi' };

const Domanda = z.object({
  prima: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
});

type PropsPagina = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccessiPage({ searchParams }: PropsPagina) {
  const attore = await requireLettore('app_ente');
  const { prima } = Domanda.parse({ prima: null, ...(await searchParams) });
  const { controlli, letture, prossima } = await leggiAccessi(attore, prima);
  return (
    <Statico>
      <Breadcrumb voci={[{ href: routes.persone(), etichetta: 'Persone' }, { etichetta: 'Chi ha letto i nomi' }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Chi ha letto i nomi"
          sottotitolo="Ogni volta che qualcuno legge i nomi delle persone che seguite resta scritto qui. Nessuno lo può togliere."
        />
        <Sezione id="controlli" titolo="Controlli della Regione">
          {controlli.length === 0 ? (
            <Vuoto titolo="Nessun controllo">
              La Regione legge i nomi solo per un controllo sul posto, con un motivo e con l’autorizzazione di un dirigente.
            </Vuoto>
          ) : (
            <ControlliSubiti controlli={controlli} />
          )}
        </Sezione>
        <Sezione id="letture" titolo="Tutte le letture">
          {letture.length === 0 ? (
            <Vuoto titolo="Nessuna lettura">Nessuno ha ancora letto un nome.</Vuoto>
          ) : (
            <TabellaLetture letture={letture} />
          )}
          {prossima && (
            <LinkBottone href={routes.accessiIdentita({ prima: prossima })} variante="secondario">
              Letture precedenti
            </LinkBottone>
          )}
        </Sezione>
      </div>
    </Statico>
  );
}
