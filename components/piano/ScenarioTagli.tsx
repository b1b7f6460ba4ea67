'use client';

import { useActionState, useState } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import type { ContestoPiano, Piano } from '@/lib/piano/contesto';
import { NOME_METODO } from '@/lib/piano/labels';
import { perdite, scostamenti } from '@/lib/piano/perdite';
import { METODI_TAGLIO, type MetodoTaglio, SCELTA_VUOTA, taglia } from '@/lib/piano/tagli';
import { routes } from '@/lib/routes';
import { BottoneInvio } from '../forms/BottoneInvio';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { ConfrontoCategorie } from './ConfrontoCategorie';
import { PerditePiano } from './PerditePiano';
import { SceltaAMano } from './SceltaAMano';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  progettoId: string;
  approvato: Piano;
  /** Coppie categoria–centesimi: dal server al browser gli interi grandi viaggiano come testo. */
  concesso: [string, string][];
  contesto: Pick<ContestoPiano, 'categorieCosto' | 'gruppi'>;
  rev: { azioni: number; budget: number };
  iniziale: MetodoTaglio;
};

/** Le tre proposte per stare nel contributo concesso: si sceglie, si vede subito che cosa si perde, si applica. */
export const ScenarioTagli = ({ action, progettoId, approvato, concesso, contesto, rev, iniziale }: Props) => {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const [metodo, scegli] = useState<MetodoTaglio>(iniziale);
  const [scelta, cambia] = useState(SCELTA_VUOTA);
  const mappa = new Map(concesso.map(([categoria, cents]) => [categoria, BigInt(cents)]));
  const dopo = taglia(metodo, approvato, mappa, scelta);
  return (
    <form action={invio} className="perdite" noValidate>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="progettoId" value={progettoId} />
      <input type="hidden" name="revAzioni" value={rev.azioni} />
      <input type="hidden" name="revBudget" value={rev.budget} />
      <input type="hidden" name="scelta" value={JSON.stringify(scelta)} />
      <fieldset className="righe">
        <legend>Come ridurre il piano</legend>
        <div className="scenari">
          {METODI_TAGLIO.map((valore) => (
            <label key={valore}>
              <span>
                <input type="radio" name="metodo" value={valore} checked={metodo === valore} onChange={() => scegli(valore)} />{' '}
                <b>{NOME_METODO[valore].titolo}</b>
              </span>
              <small>{NOME_METODO[valore].aiuto}</small>
            </label>
          ))}
        </div>
      </fieldset>
      <noscript>
        <p className="hint">
          Senza JavaScript le perdite si vedono una proposta alla volta:{' '}
          <a href={`${routes.rimodulazioneIniziale(progettoId)}?proposta=proporzionale`}>in proporzione</a>,{' '}
          <a href={`${routes.rimodulazioneIniziale(progettoId)}?proposta=priorita`}>per priorità</a>. A mano si correggono le due sezioni.
        </p>
      </noscript>
      {metodo === 'MANUALE' && <SceltaAMano piano={approvato} contesto={contesto} scelta={scelta} cambia={cambia} />}
      <div className="perdite" aria-live="polite">
        <ConfrontoCategorie righe={scostamenti(approvato, dopo, mappa)} categorie={contesto.categorieCosto} scritto="Con questa proposta" />
        <PerditePiano perdite={perdite(approvato, dopo)} gruppi={contesto.gruppi} />
      </div>
      <div className="btn-row">
        <BottoneInvio variante="secondario" inCorso="Un momento">
          Applica questa proposta
        </BottoneInvio>
        <p className="hint">
          Riscrive azioni e quadro economico della rimodulazione a partire dal piano approvato; poi si correggono a mano.
        </p>
      </div>
    </form>
  );
};
