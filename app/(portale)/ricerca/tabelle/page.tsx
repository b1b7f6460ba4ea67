import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiltroData } from '@/components/ricerca/FiltroData';
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
  const parametri = await searchParams;
  const { filtri, errori } = leggiFiltri(parametri, attore.adesso);
  const dati = await leggiTabelle(attore, filtri);
  if (!dati) notFound();
  const vuota = dati.progetti.length === 0;
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Tabelle del rapporto"
        sottotitolo={sottotitolo(dati)}
        stato={`${dati.bando ? `${dati.bando.titolo}. ` : ''}Dati al ${dataLunga(filtri.data)}.`}
        azioni={!vuota && <ScaricaTutto filtri={filtri} />}
      />
      {attore.lettore === 'app_regione' && <SchedeRicerca aperta={routes.tabelle()} />}
      {errori.filtro && (
        <div className="mt-4">
          <Callout tipo="errore">{errori.filtro}</Callout>
        </div>
      )}
      <FiltroData
        action={routes.tabelle()}
        filtri={filtri}
        dati={dati}
        dataScritta={errori.data && String(parametri.data)}
        errore={errori.data}
      />
      {vuota ? (
        <div className="mt-6">
          <TabelleVuote data={filtri.data} prima={dati.primaApprovazione} />
        </div>
      ) : (
        <TabelleRapporto dati={dati} filtri={filtri} />
      )}
    </div>
  );
}

/** Una data prima del programma non e un errore: si dice da quando ci sono progetti. */
const TabelleVuote = ({ data, prima }: { data: string; prima: string | null }) =>
  prima !== null && prima > data ? (
    <Vuoto titolo={`Al ${dataLunga(data)} non c’era ancora nessun progetto approvato`}>
      {`Il primo progetto del bando è stato approvato il ${dataLunga(prima)}: scegli una data da quel giorno in poi.`}
    </Vuoto>
  ) : (
    <Vuoto titolo="Nessun progetto approvato">Le tabelle compariranno quando la Regione avrà approvato i progetti di un bando.</Vuoto>
  );

const sottotitolo = ({ progetti, azioni, rilevazioni }: DatiTabelle): string =>
  [
    conta(progetti.length, 'progetto', 'progetti'),
    conta(azioni, 'azione', 'azioni'),
    rilevazioni && `rilevazione ${nomePeriodo(rilevazioni)}`,
  ]
    .filter(Boolean)
    .join(', ');
