import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { FiltroIndicatori } from '@/components/indicatori/FiltroIndicatori';
import { Incompleti } from '@/components/indicatori/Incompleti';
import { ScaricaIndicatori } from '@/components/indicatori/ScaricaIndicatori';
import { DueTabelle } from '@/components/indicatori/TabellaIndicatori';
import { Callout } from '@/components/ui/Callout';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Lettore } from '@/lib/auth/attore';
import { requireAttore } from '@/lib/auth/requireAttore';
import { NOME_INDICATORI } from '@/lib/bandi/nomi';
import { numero } from '@/lib/format/euro';
import { NOME_INDICATORE } from '@/lib/indicatori/codici';
import { indicatoriEnti } from '@/lib/indicatori/insiemi';
import { tabellaScelta } from '@/lib/indicatori/pubblica';
import { type IndicatoriLetti, leggiIndicatori } from '@/lib/indicatori/queries';
import { DomandaIndicatori, type Scelta, vistaDi } from '@/lib/indicatori/schema';
import { routes } from '@/lib/routes';
import { PaginaProgetto } from '../PaginaProgetto';
import { SezioneFissati } from './SezioneFissati';

export const metadata: Metadata = { title: 'Indicatori' };

export default async function IndicatoriPage({ params, searchParams }: PageProps<'/progetti/[id]/indicatori'>) {
  const attore = await requireAttore();
  const id = z.uuid().safeParse((await params).id);
  const { vista, record, relazione, esito } = DomandaIndicatori.parse(await searchParams);
  const dati = id.success ? await leggiIndicatori(attore, id.data, { ...vista, relazione }) : null;
  if (!dati) notFound();
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={dati}
      titolo="Indicatori"
      sottotitolo={`Calcolati dai dati delle persone seguite. Insieme del bando: ${NOME_INDICATORI[dati.insieme]}.`}
      porta={{ href: routes.indicatoriProgetto(dati.id), etichetta: 'Indicatori' }}
    >
      {esito === 'ricalcolati' && (
        <Callout tipo="successo" annuncia>
          Gli indicatori della relazione sono stati ricalcolati: c’è una versione nuova, le precedenti restano.
        </Callout>
      )}
      {dati.insieme === 'NESSUNO' ? (
        <Vuoto titolo="Nessun indicatore">Questo bando non chiede indicatori sui partecipanti.</Vuoto>
      ) : (
        <>
          <Tabelle dati={dati} scelta={vista} record={record} lettore={attore.lettore} />
          <SezioneFissati attore={attore} dati={dati} />
        </>
      )}
    </PaginaProgetto>
  );
}

type PropsTabelle = { dati: IndicatoriLetti; scelta: Scelta; record: 'completi' | 'tutti'; lettore: Lettore };

const Tabelle = ({ dati, scelta, record, lettore }: PropsTabelle) => (
  <Statico>
    <FiltroIndicatori dati={dati} scelta={scelta} universo={record} />
    <Sezione id="persone" titolo="Partecipanti" nota="Ogni persona conta una volta sola, dal suo primo ingresso.">
      <DueTabelle righe={tabellaScelta(dati, scelta)} universo={record} />
      <p className="small second mt-3">{NOTA[lettore]}</p>
      <ScaricaIndicatori action={routes.scaricaIndicatori(dati.id)} nascosti={{ vista: vistaDi(scelta) }} />
    </Sezione>
    <Enti dati={dati} />
    <Sezione id="incompleti" titolo="Dati che mancano" nota="Si trasmettono solo i record con tutti i dati.">
      <Incompleti id={dati.id} incompleti={dati.incompleti} />
    </Sezione>
  </Statico>
);

const SOPPRESSO = '«Soppresso»: le persone sono poche, o il numero permetterebbe di ricavarne altri.';
const NOTA: Record<Lettore, string> = {
  app_ente: `${SOPPRESSO} Vale per le persone seguite dagli altri enti del progetto; le tue le conosci già.`,
  app_regione: SOPPRESSO,
  app_ricerca: SOPPRESSO,
};

const Enti = ({ dati }: { dati: IndicatoriLetti }) => {
  const voci = indicatoriEnti(dati.insieme, dati.enti);
  return voci.length === 0 ? null : (
    <Sezione id="enti" titolo="Enti e progetto" nota="Dalle organizzazioni che partecipano.">
      <ElencoChiave
        voci={voci.map(({ codice, valore }) => ({
          termine: `${codice} ${NOME_INDICATORE[codice]}`,
          valore: valore === null ? 'non rilevato' : numero(valore),
        }))}
      />
    </Sezione>
  );
};
