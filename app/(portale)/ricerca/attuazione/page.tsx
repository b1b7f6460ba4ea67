import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiltriAttuazione } from '@/components/ricerca/FiltriAttuazione';
import { PannelloAttuazione } from '@/components/ricerca/PannelloAttuazione';
import { Scarica, ScaricaTutto } from '@/components/ricerca/Scarica';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { Callout } from '@/components/ui/Callout';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataLunga } from '@/lib/format/data';
import { MISURE } from '@/lib/navigazione';
import { conta } from '@/lib/ricerca/labels';
import { filtra } from '@/lib/ricerca/pannello';
import { leggiAttuazione } from '@/lib/ricerca/queries';
import { leggiFiltri } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Attuazione' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AttuazionePage({ searchParams }: Props) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const parametri = await searchParams;
  const { filtri, errori } = leggiFiltri(parametri, attore.adesso);
  const dati = await leggiAttuazione(attore, filtri);
  if (!dati) notFound();
  const visti = filtra(dati, filtri);
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Attuazione"
        sottotitolo={`${conta(visti.progetti.length, 'progetto', 'progetti')}, ${conta(visti.azioni.length, 'azione', 'azioni')} al ${dataLunga(filtri.data)}`}
        stato={`${dati.bando ? `${dati.bando.titolo}. ` : ''}Di ogni azione vale l’ultima relazione approvata.`}
        azioni={visti.onde.length > 0 && <ScaricaTutto filtri={filtri} />}
      />
      <SchedeRicerca aperta={routes.attuazione()} sole={attore.lettore === 'app_ricerca' ? MISURE : undefined} />
      <FiltriAttuazione filtri={filtri} dati={dati} dataScritta={errori.data && String(parametri.data)} errore={errori.data} />
      {errori.filtro && (
        <div className="mt-4">
          <Callout tipo="errore">{errori.filtro}</Callout>
        </div>
      )}
      <Statico>
        <PannelloAttuazione dati={visti} filtri={filtri} />
      </Statico>
      {visti.onde.length > 0 && (
        <Sezione id="panel" titolo="Panel delle azioni" nota="Una riga per azione e rilevazione, con codici stabili e senza note libere.">
          <Scarica tabella="azioni" filtri={filtri} />
        </Sezione>
      )}
    </div>
  );
}
