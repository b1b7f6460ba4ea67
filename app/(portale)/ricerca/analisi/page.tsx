import type { Metadata } from 'next';
import { AnalisiSalvate } from '@/components/analisi/AnalisiSalvate';
import { EsploraIncrocio } from '@/components/analisi/EsploraIncrocio';
import { ModuloDomanda } from '@/components/analisi/ModuloDomanda';
import { Risultato } from '@/components/analisi/Risultato';
import { SceltaTabella } from '@/components/analisi/SceltaTabella';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { type DaEsplorare, daEsplorare } from '@/lib/analisi/esplora';
import type { Incrocio } from '@/lib/analisi/incrocio';
import { esitoAnalisi, titoloDi } from '@/lib/analisi/labels';
import { type Errori, inParametri, leggiDomanda } from '@/lib/analisi/leggi';
import { eseguiAnalisi, leggiPaginaAnalisi, type PaginaAnalisi, type Salvata } from '@/lib/analisi/queries';
import type { Domanda, NomeCampo } from '@/lib/analisi/schema';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { isDomainError } from '@/lib/errors/domainError';
import { Uuid } from '@/lib/format/uuid';
import { INCROCI } from '@/lib/navigazione';
import { routes } from '@/lib/routes';
import { cancellaAction, condividiAction, rinominaAction, salvaAction } from './actions';

export const metadata: Metadata = { title: 'Analisi' };

export default async function AnalisiPage({ searchParams }: PageProps<'/ricerca/analisi'>) {
  const attore = await requireLettore('app_ricerca');
  const { salvata, esito, ...parametri } = await searchParams;
  const pagina = await leggiPaginaAnalisi(attore);
  const chiesta = Uuid.safeParse(salvata);
  const aperta = chiesta.success ? pagina.salvate.find(({ id }) => id === chiesta.data) : undefined;
  const { tabella, domanda, errori: letti, scritti } = leggiDomanda(aperta ? aperta.domanda : parametri, pagina);
  const { incrocio, errori: nelCalcolo } = domanda ? await calcola(attore, domanda, pagina) : { incrocio: null, errori: {} };
  const errori: Errori = { ...letti, ...nelCalcolo };
  const fatto = esitoAnalisi(esito);
  return (
    <div className="wrap">
      <TitoloPagina
        titolo={aperta ? aperta.titolo : 'Analisi'}
        sottotitolo="Scegli tabella, filtri, righe, colonne e misura: ne esce una tabella incrociata con il suo grafico. L’indirizzo della pagina dice tutta la domanda e si può mandare a chi fa ricerca."
      />
      <SchedeRicerca aperta={routes.analisi()} sole={INCROCI} />
      <div className="mt-4 grid gap-4">
        <Fatto>{fatto}</Fatto>
        {salvata !== undefined && !aperta && (
          <Callout tipo="attenzione">Questa analisi non c’è più, o chi l’ha scritta non la condivide.</Callout>
        )}
        {aperta && aperta.dizionario !== VERSIONE_DIZIONARIO && (
          <Callout>{`È stata scritta con la versione ${aperta.dizionario} del dizionario dei dati: ora è la ${VERSIONE_DIZIONARIO}.`}</Callout>
        )}
        {Object.keys(errori).length > 0 && <DaCorreggere errori={errori} />}
      </div>
      <Sezione id="domanda" titolo="La domanda" nota={tabella?.descrizione}>
        <SceltaTabella scelta={tabella?.nome ?? ''} errore={errori.tabella} />
        {tabella && <ModuloDomanda tabella={tabella} contesto={pagina} scritti={scritti} errori={errori} />}
      </Sezione>
      {domanda && incrocio && (
        <>
          <Statico>
            <Risultato incrocio={incrocio} domanda={domanda} vocaboli={pagina.vocaboli} />
          </Statico>
          <Esplora dati={daEsplorare(incrocio, domanda)} />
          {aperta?.mia ? <Propria analisi={aperta} /> : <Salva domanda={domanda} />}
        </>
      )}
      {aperta?.mia && !incrocio && <Propria analisi={aperta} />}
      <Sezione id="salvate" titolo="Analisi salvate">
        <Statico>
          <AnalisiSalvate salvate={pagina.salvate} contesto={pagina} />
        </Statico>
      </Sezione>
    </div>
  );
}

/** Il risultato, o il campo da correggere: troppe caselle, un'istantanea troppo grande, un calcolo troppo lungo. */
async function calcola(
  attore: Attore,
  domanda: Domanda,
  { vocaboli }: PaginaAnalisi,
): Promise<{ incrocio: Incrocio | null; errori: Errori }> {
  try {
    return { incrocio: await eseguiAnalisi(attore, domanda, vocaboli), errori: {} };
  } catch (errore) {
    if (!isDomainError(errore) || errore.code.startsWith('accesso.')) throw errore;
    return { incrocio: null, errori: { [(errore.campo ?? 'righe') as NomeCampo]: errore.message } };
  }
}

/** Il grafico che si esplora, se c'è qualcosa da disegnare. */
const Esplora = ({ dati }: { dati: DaEsplorare | null }) =>
  dati && (
    <Sezione id="esplora" titolo="Esplora" nota="Scegli che cosa confrontare e leggi i valori uno per uno.">
      <EsploraIncrocio dati={dati} />
    </Sezione>
  );

/** I motivi, ognuno con il collegamento al suo campo. */
const DaCorreggere = ({ errori }: { errori: Errori }) => (
  <div className="errsum" role="alert">
    <h2>Correggi la domanda</h2>
    <ul>
      {Object.entries(errori).map(([campo, motivo]) => (
        <li key={campo}>
          <a href={`#${campo === 'tabella' ? 'scelta-tabella' : campo}`}>{motivo}</a>
        </li>
      ))}
    </ul>
  </div>
);

const Salva = ({ domanda }: { domanda: Domanda }) => (
  <Sezione
    id="salva"
    titolo="Salva"
    nota="Si salva la domanda con la sua data: riaperta, chiede la stessa cosa. La vedi solo tu finché non la condividi."
  >
    <ModuloEsame
      action={salvaAction}
      nascosti={{ domanda: new URLSearchParams(inParametri(domanda) as Record<string, string>).toString() }}
      invia="Salva l’analisi"
      variante="secondario"
      gruppi={[{ campi: [{ tipo: 'testo', nome: 'titolo', etichetta: 'Titolo', valore: titoloDi(domanda).slice(0, 120) }] }]}
    />
  </Sezione>
);

const Propria = ({ analisi: { id, titolo, condivisa } }: { analisi: Salvata }) => (
  <Sezione id="propria" titolo="Questa analisi" nota={condivisa ? 'La vede chi fa ricerca nella tua Regione.' : 'La vedi solo tu.'}>
    <ModuloEsame
      action={rinominaAction}
      nascosti={{ id }}
      invia="Cambia il titolo"
      variante="secondario"
      taglia={36}
      gruppi={[{ campi: [{ tipo: 'testo', nome: 'titolo', etichetta: 'Titolo', valore: titolo }] }]}
    />
    <div className="mt-4 flex flex-wrap items-start gap-4">
      <ModuloAtto
        action={condividiAction}
        nascosti={{ id, condivisa: condivisa ? 'no' : 'si' }}
        invia={condivisa ? 'Smetti di condividere' : 'Condividi con chi fa ricerca'}
        variante="secondario"
        taglia={36}
      />
      <Dialogo id="cancella" titolo="Cancellare l’analisi?" apri="Cancella" variante="quieto" taglia={36}>
        <p>{condivisa ? 'Sparisce anche per chi la vede perché l’hai condivisa.' : 'Non si può recuperare.'} I dati restano.</p>
        <ModuloAtto action={cancellaAction} nascosti={{ id }} invia="Cancella l’analisi" variante="pericolo" />
      </Dialogo>
    </div>
  </Sezione>
);
