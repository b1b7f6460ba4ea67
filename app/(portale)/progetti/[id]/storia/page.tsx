import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiltriStoriaProgetto } from '@/components/progetti/FiltriStoriaProgetto';
import { StoriaProgetto } from '@/components/progetti/StoriaProgetto';
import { LinkBottone } from '@/components/ui/Bottone';
import { Icona } from '@/components/ui/Icona';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { FiltriStoria, leggiStoria } from '@/lib/progetti/queriesStoria';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';

export const metadata: Metadata = { title: 'Storia del progetto' };

export default async function StoriaPage({ params, searchParams }: PageProps<'/progetti/[id]/storia'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const filtri = FiltriStoria.parse(await searchParams);
  const storia = id.success ? await leggiStoria(attore, id.data, filtri) : null;
  if (!storia) notFound(); // assente e non tuo sono la stessa cosa
  const { prima, ...scelti } = filtri;
  const filtrata = scelti.genere !== undefined || scelti.ente !== undefined;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={storia}
      titolo="Storia del progetto"
      sottotitolo="Chi ha fatto che cosa, dal più recente. Il punto pieno segna gli atti ufficiali. Nulla si cancella."
      porta={{ href: routes.storia(storia.id), etichetta: 'Storia' }}
    >
      <Statico>
        <FiltriStoriaProgetto progettoId={storia.id} filtri={filtri} enti={storia.enti} />
        {storia.eventi.length > 0 ? (
          <StoriaProgetto eventi={storia.eventi} />
        ) : filtrata || prima ? (
          <Vuoto
            titolo="Nessun atto con questi filtri"
            azione={<LinkBottone href={routes.storia(storia.id)}>Togli i filtri</LinkBottone>}
          />
        ) : (
          <Vuoto titolo="Nessun atto registrato">Qui compare tutto ciò che enti e Regione fanno su questo progetto.</Vuoto>
        )}
        {(prima || storia.seguente) && (
          <div className="pager">
            <nav aria-label="Pagine della storia">
              {prima && (
                <a href={routes.storia(storia.id, scelti)}>
                  <Icona nome="sinistra" taglia={16} />
                  Dal più recente
                </a>
              )}
              {storia.seguente && (
                <a href={routes.storia(storia.id, { ...scelti, prima: storia.seguente })} rel="next">
                  Atti precedenti
                  <Icona nome="destra" taglia={16} />
                </a>
              )}
            </nav>
          </div>
        )}
      </Statico>
    </PaginaProgetto>
  );
}
