import type { ReactNode } from 'react';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { EditorModifica } from '@/components/modifiche/EditorModifica';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import type { Attore } from '@/lib/auth/attore';
import { elenco } from '@/lib/format/elenco';
import { ostacoli } from '@/lib/modifiche/ostacoli';
import { type ModificaIntera, regoleDi } from '@/lib/modifiche/queriesModifica';
import { regolaDi } from '@/lib/modifiche/regola';
import { bozzaDi, leggero } from '@/lib/moduloModifica/bozza';
import { nomiModifica } from '@/lib/moduloModifica/contesto';
import { annullaAction, presentaAction, salvaAction } from '../actions';
import { Effetti } from './Effetti';

type Props = { attore: Attore; modifica: ModificaIntera };

/** Il capofila scrive la modifica, controlla che cosa manca e la presenta; presenta e annulla solo il referente. */
export const InScrittura = ({ attore, modifica, prove }: Props & { prove: ReactNode }) => {
  const { id, richiesta, inVigore, numeroInVigore, attuazione } = modifica;
  const { scritto, perse } = bozzaDi(inVigore, richiesta.operazioni);
  const testo = richiesta.dominio === 'altro' ? String(richiesta.operazioni[0]?.dopo ?? '') : '';
  return (
    <>
      {perse.length > 0 && (
        <Callout tipo="attenzione" titolo="Intanto il piano in vigore è cambiato.">
          Questi cambiamenti partivano da valori che non ci sono più e vanno riscritti: {elenco(perse.map(({ etichetta }) => etichetta))}.
        </Callout>
      )}
      <Sezione id="scrivi" titolo="Scrivi i valori nuovi" nota="Accanto a ogni campo c’è il valore in vigore.">
        <EditorModifica
          key={richiesta.rev}
          action={salvaAction}
          progettoId={id}
          richiestaId={richiesta.id}
          rev={richiesta.rev}
          versione={numeroInVigore ?? 0}
          dominio={richiesta.dominio}
          base={leggero(inVigore)}
          scritto={leggero(scritto)}
          testo={testo}
          motivazione={richiesta.motivazione}
          attuazione={attuazione}
          approvate={modifica.vociApprovate ?? undefined}
          nomi={nomiModifica(modifica)}
          assegnatoCents={modifica.assegnatoCents}
        />
      </Sezione>
      {richiesta.operazioni.length > 0 && (
        <Statico>
          <Effetti dominio={richiesta.dominio} prima={inVigore.piano} dopo={scritto.piano} gruppi={modifica.gruppi} />
        </Statico>
      )}
      {prove}
      <Presentazione attore={attore} modifica={modifica} mancano={mancanze(modifica, perse.length > 0)} />
    </>
  );
};

/** Ciò che impedisce di presentare, con il punto della pagina in cui si corregge. */
function mancanze(modifica: ModificaIntera, superata: boolean): { frase: string; dove: string }[] {
  const { richiesta, inVigore } = modifica;
  const { scritto } = bozzaDi(inVigore, richiesta.operazioni);
  return [
    ...(superata ? [{ frase: 'Riscrivi i cambiamenti superati e salva la bozza.', dove: '#scrivi' }] : []),
    ...(richiesta.operazioni.length === 0 ? [{ frase: 'La richiesta non cambia ancora nulla.', dove: '#scrivi' }] : []),
    ...(richiesta.motivazione.length < 10 ? [{ frase: 'Scrivi perché serve la modifica.', dove: '#motivazione' }] : []),
    ...ostacoli(inVigore, scritto, regoleDi(modifica)).map((frase) => ({ frase, dove: '#scrivi' })),
  ];
}

const Presentazione = ({ attore, modifica, mancano }: Props & { mancano: { frase: string; dove: string }[] }) => {
  const { id, richiesta, inVigore, numeroInVigore, attuazione } = modifica;
  const scelta = { progettoId: id, richiestaId: richiesta.id };
  const { scritto } = bozzaDi(inVigore, richiesta.operazioni);
  const regola = regolaDi({
    attuazione,
    dominio: richiesta.dominio,
    base: inVigore,
    nuovo: scritto,
    congelato: numeroInVigore !== null,
    approvate: modifica.vociApprovate ?? undefined,
  });
  const comunica = regola.regime === 'COMUNICAZIONE';
  return (
    <Sezione id="presenta" titolo="Presentazione" nota="Si presenta ciò che è salvato nella bozza.">
      {mancano.length > 0 && (
        <Callout tipo="attenzione" titolo="Prima di presentare:">
          <ul className="punti">
            {mancano.map(({ frase, dove }) => (
              <li key={frase}>
                <a href={dove}>{frase}</a>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {attore.ruolo !== 'REFERENTE' ? (
        <p className="second pt-4">Presenta, o annulla, il referente dell’ente capofila.</p>
      ) : (
        <div className="btn-row pt-4">
          {mancano.length === 0 && (
            <Dialogo
              id="presenta-modifica"
              titolo={comunica ? 'Comunicare la modifica alla Regione?' : 'Presentare la modifica alla Regione?'}
              apri={comunica ? 'Comunica alla Regione' : 'Presenta alla Regione'}
            >
              <p>{regola.frase}</p>
              <p>
                {comunica
                  ? 'Entra in vigore subito, con una nuova versione del piano. Non si può ritirare.'
                  : 'Finché la Regione non decide vale il piano di adesso. La richiesta non si può più cambiare, si può annullare.'}
              </p>
              <ModuloAtto action={presentaAction} nascosti={scelta} invia={comunica ? 'Comunica' : 'Presenta'} />
            </Dialogo>
          )}
          <Annulla {...scelta} />
        </div>
      )}
    </Sezione>
  );
};

/** Annullare si può finché la Regione non ha deciso. */
export const Annulla = (scelta: { progettoId: string; richiestaId: string }) => (
  <Dialogo id="annulla-modifica" titolo="Annullare la richiesta?" apri="Annulla la richiesta" variante="secondario">
    <p>Il piano resta com’è. La richiesta annullata resta nella storia e non si riapre.</p>
    <ModuloAtto action={annullaAction} nascosti={scelta} invia="Annulla la richiesta" variante="pericolo" />
  </Dialogo>
);
