import type { Metadata } from 'next';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Selezione } from '@/components/forms/Selezione';
import { RECORD } from '@/components/indicatori/FiltroIndicatori';
import { ProgettiIndicatori } from '@/components/indicatori/ProgettiIndicatori';
import { ScaricaIndicatori } from '@/components/indicatori/ScaricaIndicatori';
import { DueTabelle } from '@/components/indicatori/TabellaIndicatori';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { Bottone } from '@/components/ui/Bottone';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import type { InsiemeIndicatori } from '@/lib/bandi/configurazione';
import { NOME_INDICATORI } from '@/lib/bandi/nomi';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { codiciDi } from '@/lib/indicatori/insiemi';
import { insiemeDi, leggiIndicatoriProgramma, type ProgrammaLetto } from '@/lib/indicatori/queriesProgramma';
import { DomandaProgramma } from '@/lib/indicatori/schema';
import { righePubblicate, type Universo } from '@/lib/indicatori/tabella';
import { routes } from '@/lib/routes';
import { trimestreFinito } from '@/lib/sovrapposizioni/regole';
import { pubblicaAction } from './actions';

export const metadata: Metadata = { title: 'Indicatori' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IndicatoriPage({ searchParams }: Props) {
  const attore = await requireLettore('app_regione', 'app_ricerca');
  const { programma, insieme: chiesto, record, esito } = DomandaProgramma.parse(await searchParams);
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
      {esito && <Fatto>Tabella pubblicata: fino al prossimo trimestre resta questa.</Fatto>}
      {letto.programma ? (
        <>
          <Statico>
            <Filtri letto={letto} insieme={insieme} universo={record} />
            <Tabelle letto={letto} insieme={insieme} universo={record} />
          </Statico>
          <Pubblica letto={letto} oggi={giornoDi(attore.adesso)} />
          <Statico>
            <Progetti letto={letto} />
          </Statico>
        </>
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

const Tabelle = ({ letto: { programma, rilascio }, insieme, universo }: PropsLetto) => (
  <Sezione
    id="persone"
    titolo="Partecipanti"
    nota="Ogni persona conta una volta in ogni progetto, dal suo primo ingresso. Si sommano le ultime tabelle pubblicate dei progetti."
  >
    {rilascio ? (
      <>
        <p>
          <b>Aggiornato al {dataBreve(giornoDi(new Date(rilascio.rilasciatoIl)))}</b>: le tabelle dei progetti uscite fino a quel giorno (
          {rilascio.contenuto.progetti.length}).
        </p>
        <DueTabelle righe={righePubblicate(codiciDi(insieme), rilascio.contenuto.intera)} universo={universo} />
        <p className="small second mt-3">«Soppresso»: le persone sono poche, o il numero permetterebbe di ricavarne altri.</p>
        <ScaricaIndicatori action={routes.scaricaIndicatori()} nascosti={{ programma: programma?.id ?? '', insieme }} />
      </>
    ) : (
      <Vuoto titolo="Non ancora pubblicati">La tabella del programma si pubblica una volta per trimestre, e poi non cambia.</Vuoto>
    )}
  </Sezione>
);

/** Una tabella per trimestre: finché quella dell'ultimo trimestre finito non c'è, la si pubblica. */
const Pubblica = ({ letto: { programma, progetti, rilascio }, oggi }: { letto: ProgrammaLetto; oggi: string }) => {
  const { codice, al } = trimestreFinito(oggi);
  if (!programma || rilascio?.trimestre === codice || !progetti.some((p) => p.pubblicato)) return null;
  return (
    <Sezione id="pubblica" titolo="Pubblica la tabella del trimestre">
      <p>{`Nessuno l’ha ancora chiesta per il trimestre finito il ${dataBreve(al)}. Pubblicata una volta, non cambia più.`}</p>
      <ModuloAtto
        action={pubblicaAction}
        nascosti={{ programma: programma.id }}
        invia="Pubblica la tabella del trimestre"
        inCorso="Pubblicazione in corso"
      />
    </Sezione>
  );
};

/** I progetti del programma: quanti partecipanti, nella tabella del programma; chi non ha ancora pubblicato si dice. */
const Progetti = ({ letto: { progetti, rilascio } }: { letto: ProgrammaLetto }) => {
  const usciti = new Map(rilascio?.contenuto.progetti.map((p) => [p.id, p]));
  return (
    <Sezione id="progetti" titolo="Progetti">
      <ProgettiIndicatori progetti={progetti.map((p) => ({ ...p, uscito: usciti.get(p.id) ?? null }))} />
    </Sezione>
  );
};
