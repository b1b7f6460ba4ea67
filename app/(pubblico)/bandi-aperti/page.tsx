import type { Metadata } from 'next';
import { ElencoPassi } from '@/components/bandi/ElencoPassi';
import { StatoDelBando } from '@/components/bandi/StatoDelBando';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { Vuoto } from '@/components/ui/Vuoto';
import { type BandoPubblicato, bandiPerTutti } from '@/lib/bandi/queries';
import { NOME_TIPO_BANDO } from '@/lib/bandi/stato';
import { euro } from '@/lib/format/euro';
import { nomeRegione } from '@/lib/organizzazioni/labels';

export const metadata: Metadata = { title: 'Bandi' };

export default async function BandiApertiPage() {
  const bandi = await bandiPerTutti();
  return (
    <main id="contenuto" tabIndex={-1}>
      <div className="wrap">
        <Statico>
          <div className="title">
            <h1>Bandi</h1>
            <p className="lead">I bandi pubblicati, con i termini di ogni passo. Gli enti gestori presentano la domanda dopo l’accesso.</p>
          </div>
          {bandi.length === 0 ? (
            <Vuoto titolo="Nessun bando pubblicato">Qui compaiono i bandi quando una Regione li pubblica.</Vuoto>
          ) : (
            bandi.map((bando) => <Scheda key={bando.id} bando={bando} />)
          )}
        </Statico>
      </div>
    </main>
  );
}

const Scheda = ({ bando }: { bando: BandoPubblicato }) => {
  const adesso = new Date(bando.letto);
  const { contributoMinCents: min, contributoMaxCents: max } = bando;
  return (
    // un articolo e non una sezione: due bandi possono avere lo stesso titolo, e una regione della pagina no
    <article className="sec">
      <div className="sec__head">
        <h2 id={`bando-${bando.id}`}>{bando.titolo}</h2>
        <p>
          <StatoDelBando versione={bando.versione} passi={bando.passi} adesso={adesso} />
        </p>
      </div>
      {bando.presentazione && <p className="prose">{bando.presentazione}</p>}
      <FattiChiave
        fatti={[
          { termine: 'Regione', valore: nomeRegione(bando.regione) },
          ...(bando.atto ? [{ termine: 'Atto', valore: bando.atto }] : []),
          { termine: 'Tipo', valore: NOME_TIPO_BANDO[bando.tipo] },
          { termine: 'Dotazione', valore: euro(BigInt(bando.dotazioneCents)) },
          ...(min ? [{ termine: 'Contributo minimo', valore: euro(BigInt(min)) }] : []),
          ...(max ? [{ termine: 'Contributo massimo', valore: euro(BigInt(max)) }] : []),
        ]}
      />
      {bando.importi.length > 0 && <Importi bando={bando} />}
      <ElencoPassi passi={bando.passi} adesso={adesso} />
    </article>
  );
};

/** Quanto spetta a ogni ambito: chi fa domanda lo deve sapere prima di cominciare. */
const Importi = ({ bando: { importi, titolo } }: { bando: BandoPubblicato }) => (
  <details className="figtab">
    <summary>Quanto spetta a ogni ambito</summary>
    <Tabella
      didascalia={`Importi assegnati agli ambiti dal bando ${titolo}`}
      fitta
      colonne={[{ etichetta: 'Ambito' }, { etichetta: 'Importo', numerica: true }]}
    >
      {importi.map(({ numero, nome, cents }) => (
        <Riga key={numero}>
          <CellaTitolo>
            {numero}. {nome}
          </CellaTitolo>
          <Cella numerica>{euro(BigInt(cents))}</Cella>
        </Riga>
      ))}
    </Tabella>
  </details>
);
