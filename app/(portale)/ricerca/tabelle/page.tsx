import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiltroData } from '@/components/ricerca/FiltroData';
import { NessunProgetto } from '@/components/ricerca/NessunProgetto';
import { ScaricaTutto } from '@/components/ricerca/Scarica';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { TabelleRapporto } from '@/components/ricerca/TabelleRapporto';
import { Callout } from '@/components/ui/Callout';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataLunga, nomePeriodo } from '@/lib/format/data';
import { INCROCI } from '@/lib/navigazione';
import { conta } from '@/lib/ricerca/labels';
import type { PaginaTabelle } from '@/lib/ricerca/lettureTabelle';
import { paginaDi } from '@/lib/ricerca/pagina';
import { leggiTabelle } from '@/lib/ricerca/queries';
import { codiceDopo, leggiFiltri } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Tabelle del rapporto' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TabellePage({ searchParams }: Props) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const parametri = await searchParams;
  const { filtri, errori } = leggiFiltri(parametri, attore.adesso);
  const dopo = codiceDopo(parametri.dopo);
  const dati = await leggiTabelle(attore, filtri, dopo);
  if (!dati) notFound();
  const vuota = dati.contati.length === 0;
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Tabelle del rapporto"
        sottotitolo={sottotitolo(dati)}
        stato={`${dati.bando ? `${dati.bando.titolo}. ` : ''}Dati al ${dataLunga(filtri.data)}.`}
        azioni={!vuota && <ScaricaTutto filtri={filtri} />}
      />
      <SchedeRicerca aperta={routes.tabelle()} sole={attore.lettore === 'app_ricerca' ? INCROCI : undefined} />
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
          <NessunProgetto data={filtri.data} prima={dati.primaApprovazione} />
        </div>
      ) : (
        <Statico>
          <TabelleRapporto dati={dati} filtri={filtri} pagina={paginaDi(dati.contati, dopo)} />
        </Statico>
      )}
    </div>
  );
}

const sottotitolo = ({ contati, azioni, rilevazioni }: PaginaTabelle): string =>
  [
    conta(contati.length, 'progetto', 'progetti'),
    conta(azioni, 'azione', 'azioni'),
    rilevazioni && `rilevazione ${nomePeriodo(rilevazioni)}`,
  ]
    .filter(Boolean)
    .join(', ');
