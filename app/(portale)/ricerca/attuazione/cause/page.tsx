import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiguraCauseFasi, SostegniDelleCause } from '@/components/ricerca/FiguraCauseFasi';
import { FiltriAttuazione } from '@/components/ricerca/FiltriAttuazione';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataLunga } from '@/lib/format/data';
import { causeFasi, filtraSostegni } from '@/lib/ricerca/causeFasi';
import { conta } from '@/lib/ricerca/labels';
import { filtra } from '@/lib/ricerca/pannello';
import { leggiCauseFasi } from '@/lib/ricerca/queries';
import { leggiFiltri } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Cause per categoria e fase' };

export default async function CauseFasiPage({ searchParams }: PageProps<'/ricerca/attuazione/cause'>) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const parametri = await searchParams;
  const { filtri, errori } = leggiFiltri(parametri, attore.adesso);
  const letti = await leggiCauseFasi(attore, filtri);
  if (!letti) notFound();
  const dati = filtra(letti.dati, filtri);
  const cause = causeFasi(dati, filtraSostegni(letti.sostegni, dati, filtri));
  return (
    <>
      <Breadcrumb voci={[{ href: routes.attuazione(), etichetta: 'Attuazione' }, { etichetta: 'Cause per categoria e fase' }]} />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo="Cause per categoria e fase"
            sottotitolo={`${conta(cause.length, 'causa', 'cause')} al ${dataLunga(filtri.data)}, con le interviste che le raccontano`}
            stato={dati.bando?.titolo}
          />
        </Statico>
        <FiltriAttuazione
          dove={routes.causeFasi()}
          filtri={filtri}
          dati={letti.dati}
          dataScritta={errori.data && String(parametri.data)}
          errore={errori.data}
        />
        {errori.data && <p className="hint mt-2">Intanto mostriamo i dati a oggi, {dataLunga(filtri.data)}.</p>}
        {errori.filtro && (
          <div className="mt-4">
            <Callout tipo="errore">{errori.filtro}</Callout>
          </div>
        )}
        {cause.length === 0 ? (
          <div className="mt-6">
            <Vuoto titolo="Nessuna causa a questa data e con questi filtri" azione={<a href={routes.causeFasi()}>Togli i filtri</a>}>
              Le cause vengono dalle relazioni approvate e dalle interviste codificate.
            </Vuoto>
          </div>
        ) : (
          <Statico>
            <FiguraCauseFasi cause={cause} filtri={filtri} />
            <SostegniDelleCause cause={cause} />
          </Statico>
        )}
      </div>
    </>
  );
}
