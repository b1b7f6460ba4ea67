import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FiltroIndicatori } from '@/components/indicatori/FiltroIndicatori';
import { Incompleti } from '@/components/indicatori/Incompleti';
import { ScaricaIndicatori } from '@/components/indicatori/ScaricaIndicatori';
import { DueTabelle } from '@/components/indicatori/TabellaIndicatori';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireAttore } from '@/lib/auth/requireAttore';
import { NOME_INDICATORI } from '@/lib/bandi/nomi';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { numero as inCifre } from '@/lib/format/euro';
import { Uuid } from '@/lib/format/uuid';
import { NOME_INDICATORE } from '@/lib/indicatori/codici';
import { codiciDi, indicatoriEnti } from '@/lib/indicatori/insiemi';
import { type IndicatoriLetti, leggiIndicatori } from '@/lib/indicatori/queries';
import { DomandaIndicatori, type Scelta, vistaDi } from '@/lib/indicatori/schema';
import { conteggiDi, righeProprie, righePubblicate, type Universo } from '@/lib/indicatori/tabella';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { Pubblica, SezioneFissati } from './SezioneFissati';

export const metadata: Metadata = { title: 'Indicatori' };

const ESITI: Record<string, string> = {
  ricalcolati: 'Gli indicatori della relazione sono stati ricalcolati: c’è una versione nuova, le precedenti restano.',
  pubblicati: 'Indicatori pubblicati: fino alla prossima pubblicazione si legge questa tabella.',
};

export default async function IndicatoriPage({ params, searchParams }: PageProps<'/progetti/[id]/indicatori'>) {
  const attore = await requireAttore();
  const id = Uuid.safeParse((await params).id);
  const { vista, record, numero, esito } = DomandaIndicatori.parse(await searchParams);
  const scelta = { ...vista, numero };
  const dati = id.success ? await leggiIndicatori(attore, id.data, scelta) : null;
  if (!dati) notFound();
  const fatto = esito && Object.hasOwn(ESITI, esito) ? ESITI[esito] : undefined;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={dati}
      titolo="Indicatori"
      sottotitolo={`Calcolati dai dati delle persone seguite. Insieme del bando: ${NOME_INDICATORI[dati.insieme]}.`}
      porta={{ href: routes.indicatoriProgetto(dati.id), etichetta: 'Indicatori' }}
    >
      <Fatto>{fatto}</Fatto>
      {dati.insieme === 'NESSUNO' ? (
        <Vuoto titolo="Nessun indicatore">Questo bando non chiede indicatori sui partecipanti.</Vuoto>
      ) : (
        <>
          <Tabelle dati={dati} scelta={scelta} record={record} />
          <Pubblica attore={attore} dati={dati} />
          <Statico>
            <Enti dati={dati} />
            <Sezione id="incompleti" titolo="Dati che mancano" nota="Si trasmettono solo i record con tutti i dati.">
              <Incompleti {...dati} />
            </Sezione>
          </Statico>
          <SezioneFissati attore={attore} dati={dati} />
        </>
      )}
    </PaginaProgetto>
  );
}

type PropsTabelle = { dati: IndicatoriLetti; scelta: Scelta; record: Universo };

const Tabelle = ({ dati, scelta, record }: PropsTabelle) => (
  <Statico>
    {(dati.miei || dati.pubblicata) && <FiltroIndicatori dati={dati} scelta={scelta} universo={record} />}
    {dati.miei && (
      <Sezione id="propri" titolo="Le persone del tuo ente" nota="In questo momento, tutte: le conosci già.">
        <DueTabelle righe={righeProprie(codiciDi(dati.insieme), conteggiDi(dati.miei))} universo={record} />
        <ScaricaIndicatori action={routes.scaricaIndicatori(dati.id)} nascosti={{ vista: vistaDi(scelta) }} />
      </Sezione>
    )}
    <TabellaPubblicata dati={dati} scelta={scelta} record={record} />
  </Statico>
);

const SOPPRESSO = '«Soppresso»: le persone sono poche, o il numero permetterebbe di ricavarne altri, anche da una tabella di prima.';

const TabellaPubblicata = ({ dati, scelta, record }: PropsTabelle) => {
  const titolo = dati.miei ? 'Tutto il progetto' : 'Partecipanti';
  const { pubblicata } = dati;
  if (!pubblicata)
    return (
      <Sezione id="persone" titolo={titolo}>
        <Vuoto titolo="Non ancora pubblicati">
          La tabella esce quando la Regione approva una relazione, o quando decide di pubblicarla. Poi non cambia fino alla prossima.
        </Vuoto>
      </Sezione>
    );
  const { numero, il, al, celle } = pubblicata;
  return (
    <Sezione id="persone" titolo={titolo} nota="Ogni persona conta una volta sola, dal suo primo ingresso.">
      <p>
        <b>Aggiornato al {dataBreve(al)}</b>: chi è entrato fino a quel giorno, con gli esiti noti il {dataBreve(giornoDi(new Date(il)))}.
        Pubblicazione n. {numero}
        {pubblicata.relazione ? ', con l’approvazione di una relazione' : ', decisa dalla Regione'}.
      </p>
      <DueTabelle righe={righePubblicate(codiciDi(dati.insieme), celle)} universo={record} />
      <p className="small second mt-3">
        {SOPPRESSO}
        {dati.miei && ' Vale per le persone seguite dagli altri enti del progetto; le tue le conosci già.'}
      </p>
      <ScaricaIndicatori action={routes.scaricaIndicatori(dati.id)} nascosti={{ vista: vistaDi(scelta), numero: String(numero) }} />
    </Sezione>
  );
};

const Enti = ({ dati }: { dati: IndicatoriLetti }) => {
  const voci = indicatoriEnti(dati.insieme, dati.enti);
  return voci.length === 0 ? null : (
    <Sezione id="enti" titolo="Enti e progetto" nota="Dalle organizzazioni che partecipano.">
      <ElencoChiave
        voci={voci.map(({ codice, valore }) => ({
          termine: `${codice} ${NOME_INDICATORE[codice]}`,
          valore: valore === null ? 'non rilevato' : inCifre(valore),
        }))}
      />
    </Sezione>
  );
};
