import { dataLunga } from '@/lib/format/data';
import { euro } from '@/lib/format/euro';
import { figuraCaratteristiche, figuraPartecipanti, figuraSpesa } from '@/lib/ricerca/figureRisorse';
import { quotaScritta } from '@/lib/ricerca/labels';
import type { DatiRisorse, PubblicataAlla } from '@/lib/ricerca/righe';
import { type Partecipanti, partecipantiPubblicati, type Spesa, spesaDeiProgetti } from '@/lib/ricerca/risorse';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { DueTabelle, Quanti } from '../indicatori/TabellaIndicatori';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';
import { Vuoto } from '../ui/Vuoto';
import { FiguraBarre } from './FiguraRicerca';
import { NessunProgetto } from './NessunProgetto';
import { AltreRighe, primeRighe } from './PrimeRighe';

type Props = { dati: DatiRisorse; filtri: FiltriRicerca };

/** Gli importi dei progetti approvati alla data e i partecipanti dell'ultima tabella pubblicata entro la data. */
export const RisorseEPartecipanti = ({ dati, filtri }: Props) => {
  if (dati.progetti.length === 0)
    return (
      <div className="mt-6">
        <NessunProgetto data={filtri.data} prima={dati.primaApprovazione} />
      </div>
    );
  const spesa = spesaDeiProgetti(dati);
  return (
    <>
      <FiguraBarre
        figura={figuraSpesa(spesa)}
        filtri={filtri}
        vuota="Di nessun progetto il portale ha l’importo assegnato."
        tabella={<TabellaSpesa spesa={spesa} />}
      />
      {dati.pubblicata ? (
        <Pubblicati pubblicata={dati.pubblicata} partecipanti={partecipantiPubblicati(dati.pubblicata)} filtri={filtri} />
      ) : (
        <Sezione id="partecipanti" titolo="Partecipanti">
          <NonPubblicati data={filtri.data} prima={dati.primaPubblicazione} />
        </Sezione>
      )}
    </>
  );
};

const NonPubblicati = ({ data, prima }: { data: string; prima: string | null }) => (
  <Vuoto titolo={`Al ${dataLunga(data)} non c’era ancora una tabella pubblicata`}>
    {prima !== null && prima > data
      ? `La prima tabella del programma è del ${dataLunga(prima)}: scegli una data da quel giorno in poi.`
      : 'La tabella del programma si pubblica una volta per trimestre, dalla pagina degli indicatori, e poi non cambia.'}
  </Vuoto>
);

const importo = (cents: bigint | null): string => (cents === null ? 'non noto' : euro(cents));

const TabellaSpesa = ({ spesa: { righe, richiesto, assegnato, quota, costo } }: { spesa: Spesa }) => (
  <>
    <Tabella
      didascalia="Importi richiesti, assegnati e del piano, per progetto"
      fitta
      colonne={[
        { etichetta: 'Capofila' },
        { etichetta: 'Richiesto', numerica: true },
        { etichetta: 'Assegnato', numerica: true },
        { etichetta: 'Assegnato su richiesto', numerica: true },
        { etichetta: 'Costo del piano', numerica: true },
      ]}
      piede={
        <Riga>
          <CellaTitolo>Totale degli importi noti</CellaTitolo>
          <Cella numerica>{euro(richiesto)}</Cella>
          <Cella numerica>{euro(assegnato)}</Cella>
          <Cella numerica>{quotaScritta(quota)}</Cella>
          <Cella numerica>{euro(costo)}</Cella>
        </Riga>
      }
    >
      {primeRighe(righe).map((riga) => (
        <Riga key={riga.progetto}>
          <CellaTitolo>{riga.capofila}</CellaTitolo>
          <Cella numerica>{importo(riga.richiesto)}</Cella>
          <Cella numerica>{importo(riga.assegnato)}</Cella>
          <Cella numerica>{quotaScritta(riga.quota)}</Cella>
          <Cella numerica>{importo(riga.costo)}</Cella>
        </Riga>
      ))}
    </Tabella>
    <AltreRighe righe={righe} />
  </>
);

type PropsPubblicati = { pubblicata: PubblicataAlla; partecipanti: Partecipanti; filtri: FiltriRicerca };

const Pubblicati = ({ pubblicata, partecipanti, filtri }: PropsPubblicati) => (
  <>
    <FiguraBarre
      figura={figuraPartecipanti(pubblicata, partecipanti)}
      filtri={filtri}
      vuota="Nessun progetto ha ancora pubblicato una tabella."
      tabella={<TabellaPartecipanti partecipanti={partecipanti} />}
    />
    <FiguraBarre
      figura={figuraCaratteristiche(pubblicata, partecipanti)}
      filtri={filtri}
      vuota="Il bando non chiede indicatori sulle persone."
      tabella={<DueTabelle righe={partecipanti.indicatori} universo="completi" />}
    />
  </>
);

const TabellaPartecipanti = ({ partecipanti: { righe, completi, tutti } }: { partecipanti: Partecipanti }) => (
  <>
    <Tabella
      didascalia="Partecipanti per progetto, nella tabella pubblicata"
      fitta
      colonne={[
        { etichetta: 'Capofila' },
        { etichetta: 'Con i dati completi', numerica: true },
        { etichetta: 'Con gli incompleti', numerica: true },
      ]}
      piede={
        <Riga>
          <CellaTitolo>Programma, come pubblicato</CellaTitolo>
          <Cella numerica>
            <Quanti valore={completi} />
          </Cella>
          <Cella numerica>
            <Quanti valore={tutti} />
          </Cella>
        </Riga>
      }
    >
      {primeRighe(righe).map((riga) => (
        <Riga key={riga.codice}>
          <CellaTitolo>{riga.territorio}</CellaTitolo>
          <Cella numerica>
            <Quanti valore={riga.completi} />
          </Cella>
          <Cella numerica>
            <Quanti valore={riga.tutti} />
          </Cella>
        </Riga>
      ))}
    </Tabella>
    <AltreRighe righe={righe} />
  </>
);
