import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiltroData } from '@/components/ricerca/FiltroData';
import { RisorseEPartecipanti } from '@/components/ricerca/RisorseEPartecipanti';
import { ScaricaTutto } from '@/components/ricerca/Scarica';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { Callout } from '@/components/ui/Callout';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataLunga } from '@/lib/format/data';
import { MISURE } from '@/lib/navigazione';
import { leggiRisorse } from '@/lib/ricerca/queries';
import { leggiFiltri } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Risorse e partecipanti' };

export default async function RisorsePage({ searchParams }: PageProps<'/ricerca/risorse'>) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const parametri = await searchParams;
  const { filtri, errori } = leggiFiltri(parametri, attore.adesso);
  const dati = await leggiRisorse(attore, filtri);
  if (!dati) notFound();
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Risorse e partecipanti"
        sottotitolo="Quanto è assegnato ai progetti e quante persone vi partecipano, secondo le tabelle già pubblicate."
        stato={`${dati.bando ? `${dati.bando.titolo}. ` : ''}Dati al ${dataLunga(filtri.data)}.`}
        azioni={dati.progetti.length > 0 && <ScaricaTutto filtri={filtri} />}
      />
      <SchedeRicerca aperta={routes.risorse()} sole={attore.lettore === 'app_ricerca' ? MISURE : undefined} />
      {errori.filtro && (
        <div className="mt-4">
          <Callout tipo="errore">{errori.filtro}</Callout>
        </div>
      )}
      <FiltroData
        action={routes.risorse()}
        filtri={filtri}
        dati={dati}
        dataScritta={errori.data && String(parametri.data)}
        errore={errori.data}
      />
      <Statico>
        <RisorseEPartecipanti dati={dati} filtri={filtri} />
      </Statico>
    </div>
  );
}
