import type { Metadata } from 'next';
import { PagineProgetti } from '@/components/progetti/PagineProgetti';
import { ElencoProgetti } from '@/components/pubblico/ElencoProgetti';
import { FiltriPubblici } from '@/components/pubblico/FiltriPubblici';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { elencaProgettiPubblici } from '@/lib/pubblico/queries';
import { FiltriPubblici as Filtri } from '@/lib/pubblico/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = {
  title: 'Progetti approvati',
  description: 'Tutti i progetti di welfare approvati: chi li realizza, dove, a che punto sono.',
};

export default async function ProgettiApprovatiPage({ searchParams }: PageProps<'/progetti-approvati'>) {
  const filtri = Filtri.parse(await searchParams);
  const pagina = await elencaProgettiPubblici(filtri);
  const { righe, totale, scelte } = pagina;
  const { dopo: _, ...senzaPagina } = filtri;
  return (
    <Statico>
      <Breadcrumb voci={[{ href: routes.home(), etichetta: 'Pagina iniziale' }, { etichetta: 'Progetti approvati' }]} />
      <main id="contenuto" tabIndex={-1}>
        <div className="wrap">
          <TitoloPagina
            titolo="Progetti approvati"
            sottotitolo={totale === 1 ? '1 progetto' : `${totale} progetti`}
            sottoPercorso
            azioni={<LinkBottone href={routes.datiAperti()}>Scarica i dati</LinkBottone>}
          />
          <FiltriPubblici filtri={filtri} scelte={scelte} />
          {righe.length === 0 ? (
            <Vuoto titolo="Nessun progetto con questi filtri" azione={<a href={routes.progettiApprovati()}>Mostra tutti i progetti</a>}>
              Qui compaiono i progetti che la Regione ha approvato.
            </Vuoto>
          ) : (
            <>
              <ElencoProgetti progetti={righe} />
              <PagineProgetti pagina={pagina} vai={(dopo) => routes.progettiApprovati({ ...senzaPagina, dopo })} />
            </>
          )}
        </div>
      </main>
    </Statico>
  );
}
