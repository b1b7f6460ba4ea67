import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Icona } from '@/components/ui/Icona';
import { Sezione } from '@/components/ui/Sezione';
import { incoerenze } from '@/lib/bandi/coerenza';
import { differenze } from '@/lib/bandi/diff';
import { PARTI } from '@/lib/bandi/parti';
import type { BandoDaScrivere, VersioneInElenco } from '@/lib/bandi/queriesBozza';
import { dataEOra } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { pubblicaAction } from './actions';
import type { Editor } from './editor';

type Props = { bando: BandoDaScrivere; editor: Editor };

/** Che cosa manca, che cosa cambia rispetto all'ultima versione, e le versioni già pubblicate. */
export const PartePubblicazione = ({ bando, editor }: Props) => {
  const { pubblicata } = bando;
  const daCorreggere = incoerenze(editor.configurazione);
  const cambiamenti = pubblicata ? differenze(pubblicata, editor.configurazione) : null;
  const prossima = (bando.versioni[0]?.numero ?? 0) + 1;
  return (
    <>
      {daCorreggere.length > 0 && (
        <Sezione id="da-correggere" titolo="Prima di pubblicare">
          <ul className="elenco-manca">
            {daCorreggere.map(({ parte, testo, sezione }) => (
              <li key={testo}>
                <Icona nome="attenzione" taglia={16} />
                <span>
                  {testo} <a href={routes.bando(editor.id, { parte, sezione })}>Vai a «{PARTI[parte]}»</a>
                </span>
              </li>
            ))}
          </ul>
        </Sezione>
      )}
      {cambiamenti && (
        <Sezione id="cambia" titolo={`Che cosa cambia rispetto alla versione ${prossima - 1}`}>
          {cambiamenti.length === 0 ? (
            <p className="second">Niente: la bozza è uguale alla versione pubblicata.</p>
          ) : (
            <ul className="prose">
              {cambiamenti.map((frase) => (
                <li key={frase}>{frase}</li>
              ))}
            </ul>
          )}
        </Sezione>
      )}
      {editor.scrive && daCorreggere.length === 0 && cambiamenti?.length !== 0 && (
        <div className="mt-6">
          <Pubblica editor={editor} prossima={prossima} />
        </div>
      )}
      <Versioni versioni={bando.versioni} />
    </>
  );
};

const Pubblica = ({ editor, prossima }: { editor: Editor; prossima: number }) =>
  editor.rev === 0 ? (
    <Callout>Salva almeno una volta la bozza, poi potrai pubblicarla.</Callout>
  ) : (
    <Dialogo id="pubblica" titolo={`Pubblicare la versione ${prossima}?`} apri={`Pubblica la versione ${prossima}`}>
      <p>
        Una versione pubblicata non cambia più.
        {prossima > 1 &&
          ' Le domande già presentate tengono la loro; chi sta ancora scrivendo potrà passare a quella nuova senza perdere testo.'}
      </p>
      <ModuloAtto
        action={pubblicaAction}
        nascosti={{ bandoId: editor.id, rev: editor.rev }}
        invia="Pubblica"
        inCorso="Pubblicazione in corso"
        testo={{ nome: 'nota', etichetta: 'Perché si pubblica questa versione', massimo: 1000, righe: 3, facoltativo: true }}
      />
    </Dialogo>
  );

const Versioni = ({ versioni }: { versioni: VersioneInElenco[] }) => (
  <Sezione id="versioni" titolo="Versioni pubblicate">
    {versioni.length === 0 ? (
      <p className="second">Nessuna: il bando non è ancora pubblico.</p>
    ) : (
      <ul className="prose">
        {versioni.map(({ numero, pubblicataIl, sha256, nota }) => (
          <li key={numero}>
            <b>Versione {numero}</b>, {dataEOra(new Date(pubblicataIl))}
            {nota && <>. {nota}</>}
            <br />
            <span className="small second">
              Impronta <span className="mono">{sha256.slice(0, 16)}…</span>
            </span>
          </li>
        ))}
      </ul>
    )}
  </Sezione>
);
