import type { Metadata } from 'next';
import { Selezione } from '@/components/forms/Selezione';
import { RECORD } from '@/components/indicatori/FiltroIndicatori';
import { ProgettiIndicatori } from '@/components/indicatori/ProgettiIndicatori';
import { ScaricaIndicatori } from '@/components/indicatori/ScaricaIndicatori';
import { DueTabelle } from '@/components/indicatori/TabellaIndicatori';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { Bottone } from '@/components/ui/Bottone';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { NOME_INDICATORI } from '@/lib/bandi/nomi';
import { insiemeDi, pubblicaProgramma } from '@/lib/indicatori/pubblicaProgramma';
import { leggiIndicatoriProgramma, type ProgrammaLetto } from '@/lib/indicatori/queriesProgramma';
import { DomandaProgramma } from '@/lib/indicatori/schema';
import type { Universo } from '@/lib/indicatori/tabella';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Indicatori' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IndicatoriPage({ searchParams }: Props) {
  const attore = await requireLettore('app_regione', 'app_ricerca');
  const { programma, insieme: chiesto, record } = DomandaProgramma.parse(await searchParams);
  const letto = await leggiIndicatoriProgramma(attore, programma);
  const insieme = chiesto ?? insiemeDi(letto.progetti);
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Indicatori"
        sottotitolo="Chi partecipa ai progetti e che cosa ne viene, calcolato dai dati che gli enti registrano."
        stato={letto.programma && <p>{letto.programma.titolo}.</p>}
      />
      {attore.lettore === 'app_regione' && <SchedeRicerca aperta={routes.indicatori()} />}
      {letto.programma ? (
        <Statico>
          <Filtri letto={letto} insieme={insieme} universo={record} />
          <Tabelle letto={letto} insieme={insieme} universo={record} />
        </Statico>
      ) : (
        <Vuoto titolo="Nessun progetto avviato">
          Gli indicatori compariranno quando i progetti avviati registreranno le persone seguite.
        </Vuoto>
      )}
    </div>
  );
}

type PropsLetto = { letto: ProgrammaLetto; insieme: InsiemeIndicatori; universo: Universo };

const Filtri = ({ letto, insieme, universo }: PropsLetto) => (
  <form
    action={routes.indicatori()}
    method="get"
    className="mt-6 grid grid-cols-1 gap-x-6 gap-y-4 *:grid-cols-1 sm:flex sm:flex-wrap sm:items-end"
  >
    {letto.programmi.length > 1 && (
      <Selezione
        nome="programma"
        etichetta="Programma"
        valore={letto.programma?.id}
        opzioni={letto.programmi.map(({ id, titolo }) => ({ valore: id, etichetta: titolo }))}
      />
    )}
    <Selezione
      nome="insieme"
      etichetta="Insieme di indicatori"
      valore={insieme}
      opzioni={(['FSE', 'FSE_PLUS', 'FSE_PLUS_L'] as const).map((valore) => ({ valore, etichetta: NOME_INDICATORI[valore] }))}
    />
    <Selezione nome="record" etichetta="Record" valore={universo} opzioni={RECORD} />
    <div>
      <Bottone type="submit" variante="secondario">
        Mostra
      </Bottone>
    </div>
  </form>
);

const Tabelle = ({ letto, insieme, universo }: PropsLetto) => {
  const { righe, progetti } = pubblicaProgramma(letto, insieme);
  return (
    <>
      <Sezione id="persone" titolo="Partecipanti" nota="Ogni persona conta una volta in ogni progetto, dal suo primo ingresso.">
        <DueTabelle righe={righe} universo={universo} />
        <p className="small second mt-3">«Soppresso»: le persone sono poche, o il numero permetterebbe di ricavarne altri.</p>
        <ScaricaIndicatori action={routes.scaricaIndicatori()} nascosti={{ programma: letto.programma?.id ?? '', insieme }} />
      </Sezione>
      <Sezione id="progetti" titolo="Progetti">
        <ProgettiIndicatori progetti={progetti} />
      </Sezione>
    </>
  );
};
