import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Tabella } from '@/components/ui/Tabella';
import { DATASET } from '@/lib/pubblico/dataset';
import { RICHIESTE_AL_MINUTO } from '@/lib/pubblico/limite';
import { parametriDi } from '@/lib/pubblico/openapi';
import { LIMITE_MASSIMO } from '@/lib/pubblico/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = {
  title: 'Interfaccia per programmi',
  description: 'Come leggere i dati aperti dei progetti con un programma: indirizzi, pagine, errori e limiti.',
};

const RIGHE = [
  ...Object.values(DATASET).map(({ nome, titolo }) => ({
    esempio: routes.apiInsieme(nome, { limite: 10 }),
    indirizzo: routes.apiInsieme(nome),
    titolo,
    parametri: parametriDi(nome).join(', '),
  })),
  {
    esempio: null,
    indirizzo: `${routes.api()}/progetti/{codice}`,
    titolo: 'Un progetto con tutto ciò che lo riguarda',
    parametri: 'nessuno',
  },
];

export default function InterfacciaPage() {
  return (
    <PaginaTesto
      titolo="Interfaccia per programmi"
      sottotitolo="Gli stessi dati aperti, in JSON e a pagine. Si legge soltanto, senza chiavi e da qualunque sito."
      sopra={{ href: routes.datiAperti(), etichetta: 'Dati aperti' }}
      larga
    >
      <p>
        La descrizione completa, per i programmi che la sanno leggere, è in <a href={routes.openApi()}>OpenAPI 3.1</a>. I file interi si
        scaricano dalla pagina dei <a href={routes.datiAperti()}>dati aperti</a>.
      </p>
      <Sezione id="indirizzi" titolo="Indirizzi">
        <Tabella
          didascalia="Indirizzi dell’interfaccia e parametri"
          schede="etichette"
          colonne={['Indirizzo', 'Che cosa restituisce', 'Parametri'].map((etichetta) => ({ etichetta }))}
        >
          {RIGHE.map(({ esempio, indirizzo, titolo, parametri }) => (
            <Riga key={indirizzo}>
              <CellaTitolo>
                <span className="mono">{esempio ? <a href={esempio}>{indirizzo}</a> : indirizzo}</span>
              </CellaTitolo>
              <Cella etichetta="Che cosa restituisce">{titolo}</Cella>
              <Cella etichetta="Parametri">
                <span className="mono">{parametri}</span>
              </Cella>
            </Riga>
          ))}
        </Tabella>
      </Sezione>
      <div className="prose">
        <Regole />
      </div>
    </PaginaTesto>
  );
}

const Regole = () => (
  <>
    <h2>Pagine</h2>
    <p>
      Ogni risposta ha al più <span className="mono">limite</span> righe (da 1 a {LIMITE_MASSIMO}, di solito 100) in ordine di chiave. Se{' '}
      <span className="mono">successiva</span> non è nulla, ripeti la richiesta con <span className="mono">dopo</span> uguale a quel valore:
      nessuna riga si ripete o si perde, anche se intanto ne arrivano altre.
    </p>
    <h2>Errori</h2>
    <p>
      Un rifiuto è in <span className="mono">application/problem+json</span>: <span className="mono">status</span> è lo stato HTTP e{' '}
      <span className="mono">detail</span> dice in italiano che cosa cambiare. Un parametro sconosciuto è un errore, non si ignora.
    </p>
    <h2>Limiti</h2>
    <p>
      Fino a {RICHIESTE_AL_MINUTO} richieste al minuto dalla stessa rete; oltre, la risposta è 429 e{' '}
      <span className="mono">Retry-After</span> dice tra quanti secondi riprovare. Ogni risposta ha un <span className="mono">ETag</span>:
      con <span className="mono">If-None-Match</span> ricevi 304 se non è cambiato nulla.
    </p>
    <h2>Stabilità</h2>
    <p>
      In <span className="mono">v1</span> le colonne si aggiungono, non si tolgono e non cambiano significato. Un cambiamento diverso avrà
      un indirizzo nuovo.
    </p>
  </>
);
