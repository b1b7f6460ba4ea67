import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ScaricaTutto } from '@/components/ricerca/Scarica';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { TabelleRapporto } from '@/components/ricerca/TabelleRapporto';
import { Callout } from '@/components/ui/Callout';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataLunga, nomePeriodo } from '@/lib/format/data';
import { conta } from '@/lib/ricerca/labels';
import { leggiTabelle } from '@/lib/ricerca/queries';
import type { DatiTabelle } from '@/lib/ricerca/righe';
import { leggiFiltri } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Tabelle del rapporto' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TabellePage({ searchParams }: Props) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const { filtri, errori } = leggiFiltri(await searchParams, attore.adesso);
  const dati = await leggiTabelle(attore, filtri);
  if (!dati) notFound();
  const vuota = dati.progetti.length === 0;
  const avviso = errori.data ?? errori.filtro;
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Tabelle del rapporto"
        sottotitolo={sottotitolo(dati)}
        stato={`${dati.bando ? `${dati.bando.titolo}. ` : ''}Dati al ${dataLunga(filtri.data)}.`}
        azioni={!vuota && <ScaricaTutto filtri={filtri} />}
      />
      {attore.lettore === 'app_regione' && <SchedeRicerca aperta={routes.tabelle()} />}
      {avviso && (
        <div className="mt-4">
          <Callout tipo="errore">{avviso}</Callout>
        </div>
      )}
      {vuota ? (
        <div className="mt-6">
          <Vuoto titolo="Nessun progetto approvato">Le tabelle compariranno quando la Regione avrà approvato i progetti di un bando.</Vuoto>
        </div>
      ) : (
        <TabelleRapporto dati={dati} filtri={filtri} />
      )}
    </div>
  );
}

const sottotitolo = ({ progetti, azioni, rilevazioni }: DatiTabelle): string =>
  [
    conta(progetti.length, 'progetto', 'progetti'),
    conta(azioni, 'azione', 'azioni'),
    rilevazioni && `rilevazione ${nomePeriodo(rilevazioni)}`,
  ]
    .filter(Boolean)
    .join(', ');
