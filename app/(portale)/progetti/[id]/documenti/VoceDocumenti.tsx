import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Badge } from '@/components/ui/Badge';
import { Bottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { peso } from '@/lib/documenti/nome';
import type { DocumentoInElenco } from '@/lib/documenti/queries';
import { ACCETTA, NOMI_TIPI } from '@/lib/documenti/tipi';
import type { VoceDocumenti as Voce } from '@/lib/documenti/voci';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { documentiVigenti } from '@/lib/versioni/contenuto';
import { togliAction } from './actions';

type Props = {
  progettoId: string;
  /** Unica nella pagina: la stessa voce può stare nell'idea e nel progetto. */
  ancora: string;
  voce: Pick<Voce, 'chiave' | 'titolo' | 'aiuto' | 'obbligatorio'>;
  documenti: DocumentoInElenco[];
  /** Se adesso chi guarda può caricare; e quali documenti può togliere. */
  carica: boolean;
  toglie: (documento: DocumentoInElenco) => boolean;
  /** Il rifiuto dell'ultimo invio, se riguardava questa voce. */
  rifiuto?: string;
};

/** Un posto dei documenti: che cosa ci va, che cosa c'è, e il modulo per caricare. Il modulo è HTML puro: funziona prima di JavaScript. */
export const VoceDocumenti = ({ progettoId, ancora, voce, documenti, carica, toglie, rifiuto }: Props) => {
  const vigenti = new Set(documentiVigenti(documenti));
  return (
    <section className="sec" id={`voce-${ancora}`} aria-labelledby={`titolo-${ancora}`}>
      <div className="sec__head">
        <h2 id={`titolo-${ancora}`}>{voce.titolo}</h2>
        <p>{voce.obbligatorio ? (documenti.length > 0 ? 'Richiesto, presente' : 'Richiesto, manca') : 'Facoltativo'}</p>
      </div>
      {voce.aiuto && <p className="small second">{voce.aiuto}</p>}
      {rifiuto && (
        <Callout tipo="errore" annuncia>
          {rifiuto}
        </Callout>
      )}
      {documenti.length > 0 && (
        <Tabella
          didascalia={`Documenti in «${voce.titolo}»`}
          schede="etichette"
          colonne={[
            { etichetta: 'Nome' },
            { etichetta: 'Peso', numerica: true },
            { etichetta: 'Caricato' },
            { etichetta: 'Stato' },
            { etichetta: <span className="sr">Togli</span> },
          ]}
        >
          {documenti.map((documento) => (
            <RigaDocumento
              key={documento.id}
              progettoId={progettoId}
              documento={documento}
              vigente={vigenti.has(documento)}
              togliere={toglie(documento)}
            />
          ))}
        </Tabella>
      )}
      {carica && <Carica progettoId={progettoId} chiave={voce.chiave} titolo={voce.titolo} />}
    </section>
  );
};

type PropsRiga = { progettoId: string; documento: DocumentoInElenco; vigente: boolean; togliere: boolean };

const RigaDocumento = ({ progettoId, documento, vigente, togliere }: PropsRiga) => (
  <Riga>
    <CellaTitolo>
      <a href={routes.scaricaDocumento(progettoId, documento.id)} download>
        {documento.nome}
      </a>
    </CellaTitolo>
    <Cella etichetta="Peso" numerica>
      {peso(documento.byte)}
    </Cella>
    <Cella etichetta="Caricato">
      {dataBreve(giornoDi(new Date(documento.caricatoIl)))}, {documento.ente}
    </Cella>
    <Cella etichetta="Stato">
      {documento.presentato ? (
        <Badge famiglia="regione" icona="invio">
          Presentato
        </Badge>
      ) : (
        <Badge famiglia="bozza" icona="matita">
          Non presentato
        </Badge>
      )}
      {!vigente && <span className="small muted"> Sostituito da uno più recente</span>}
    </Cella>
    <Cella>
      {togliere && (
        <ModuloAtto
          action={togliAction}
          nascosti={{ progettoId, documentoId: documento.id }}
          invia="Togli"
          inCorso="Un momento"
          variante="quieto"
          taglia={32}
        />
      )}
    </Cella>
  </Riga>
);

const Carica = ({ progettoId, chiave, titolo }: { progettoId: string; chiave: string; titolo: string }) => (
  <form method="post" action={routes.caricaDocumento(progettoId)} encType="multipart/form-data" className="atto pt-4">
    <input type="hidden" name="chiave" value={chiave} />
    <div className="field">
      <label htmlFor={`file-${chiave}`}>Scegli un file per «{titolo}»</label>
      <p className="hint" id={`file-${chiave}-aiuto`}>
        {NOMI_TIPI}, al massimo 10 MB. Non caricare documenti con dati personali che il bando non chiede.
      </p>
      <input
        type="file"
        className="input"
        id={`file-${chiave}`}
        name="file"
        accept={ACCETTA}
        required
        aria-describedby={`file-${chiave}-aiuto`}
      />
    </div>
    <Bottone type="submit" variante="secondario" taglia={36} icona="carica">
      Carica
    </Bottone>
  </form>
);
