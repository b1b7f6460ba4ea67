import type { ReactNode } from 'react';
import { peso } from '@/lib/documenti/nome';
import { ACCETTA, NOMI_TIPI } from '@/lib/documenti/tipi';
import type { EvidenzaInElenco } from '@/lib/evidenze/queries';
import type { EsitoProva } from '@/lib/evidenze/rifiuti';
import type { OggettoEvidenza } from '@/lib/evidenze/schema';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { FormState } from '@/lib/forms/formState';
import { routes } from '@/lib/routes';
import { ModuloAtto } from '../attuazione/ModuloAtto';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';

type Props = {
  progettoId: string;
  oggetto: OggettoEvidenza;
  oggettoId: string;
  evidenze: EvidenzaInElenco[];
  /** La pagina a cui tornare dopo l'invio: un indirizzo dello stesso progetto (lib/routes). */
  torna: string;
  /** L'atto per togliere (app/(portale)/progetti/[id]/evidenze/actions.ts); senza, la pagina è di sola lettura. */
  togli?: (stato: FormState, dati: FormData) => Promise<FormState>;
  /** Se chi guarda può allegare adesso, e per conto di quale ente (toglie le sue; il capofila tutte quelle non presentate). */
  scrive?: { organizzazioneId: string; capofila: boolean };
  /** L'esito dell'ultimo invio (esitoProva). */
  esito?: EsitoProva;
  titolo?: string;
  aiuto?: ReactNode;
};

/** Le prove di ciò che un ente dichiara o chiede: l'elenco, e il modulo per allegarne. HTML puro: funziona prima di JavaScript. */
export const Evidenze = ({ titolo = 'Prove allegate', aiuto, evidenze, esito, scrive, ...resto }: Props) => (
  // si torna qui dopo un invio (ritorno.ts): una pagina di sola lettura può averne molte, e un nome solo non basterebbe
  <section className="prove" id={scrive || esito ? 'prove' : undefined} aria-labelledby={`prove-${resto.oggettoId}`}>
    <h3 id={`prove-${resto.oggettoId}`}>{titolo}</h3>
    {esito && (
      <Callout tipo={esito.tipo} annuncia>
        {esito.frase}
      </Callout>
    )}
    {aiuto && <p className="small second">{aiuto}</p>}
    {evidenze.length === 0 ? (
      <p className="small second">Nessuna prova allegata.</p>
    ) : (
      <ul className="parti">
        {evidenze.map((evidenza) => (
          <Voce key={evidenza.id} evidenza={evidenza} scrive={scrive} {...resto} />
        ))}
      </ul>
    )}
    {scrive && <Allega {...resto} />}
  </section>
);

const Voce = ({
  evidenza,
  progettoId,
  togli,
  torna,
  scrive,
}: Pick<Props, 'progettoId' | 'togli' | 'torna' | 'scrive'> & { evidenza: EvidenzaInElenco }) => (
  <li>
    <span>
      <a href={routes.scaricaEvidenza(progettoId, evidenza.id)} download>
        {evidenza.nome}
      </a>{' '}
      <span className="small second">
        {peso(evidenza.byte)}, {dataBreve(giornoDi(new Date(evidenza.caricataIl)))}, {evidenza.ente}
        {evidenza.presentata ? '' : ', non ancora presentata'}
      </span>
    </span>
    {togli && scrive && !evidenza.presentata && (scrive.capofila || scrive.organizzazioneId === evidenza.organizzazioneId) && (
      <ModuloAtto
        action={togli}
        nascosti={{ progettoId, evidenzaId: evidenza.id, torna }}
        invia="Togli"
        inCorso="Un momento"
        variante="quieto"
        taglia={32}
      />
    )}
  </li>
);

const Allega = ({ progettoId, oggetto, oggettoId, torna }: Pick<Props, 'progettoId' | 'oggetto' | 'oggettoId' | 'torna'>) => (
  <form method="post" action={routes.caricaEvidenza(progettoId)} encType="multipart/form-data" className="atto">
    <input type="hidden" name="oggetto" value={oggetto} />
    <input type="hidden" name="oggettoId" value={oggettoId} />
    <input type="hidden" name="torna" value={torna} />
    <div className="field">
      <label htmlFor={`prova-${oggettoId}`}>Allega una prova</label>
      <p className="hint" id={`prova-${oggettoId}-aiuto`}>
        {NOMI_TIPI}, al massimo 10 MB. Niente elenchi di beneficiari né dati sulla salute: la prova mostra l’attività, non le persone.
      </p>
      <input
        type="file"
        className="input"
        id={`prova-${oggettoId}`}
        name="file"
        accept={ACCETTA}
        required
        aria-describedby={`prova-${oggettoId}-aiuto`}
      />
    </div>
    <Bottone type="submit" variante="secondario" taglia={36} icona="carica">
      Allega
    </Bottone>
  </form>
);
