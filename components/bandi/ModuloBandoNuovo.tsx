'use client';

import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoTesto } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Selezione } from '../forms/Selezione';
import { type Azione, useModulo } from './useModulo';

type Opzione = { valore: string; etichetta: string };
type Props = { action: Azione; tipi: Opzione[]; programmi: Opzione[]; modelli: Opzione[] };

/** Un bando nuovo: in quale programma, con quale codice, e se comincia dai moduli di un altro. */
export const ModuloBandoNuovo = ({ action, tipi, programmi, modelli }: Props) => {
  const { stato, invio, campo, chiave } = useModulo(action, { programmaId: programmi[0]?.valore ?? 'nuovo' });
  return (
    <form action={invio} className="modulo" key={chiave} noValidate>
      <RiepilogoErrori stato={stato} />
      <CampoTesto {...campo('titolo')} etichetta="Titolo del bando" autoComplete="off" />
      <CampoTesto
        {...campo('codice')}
        etichetta="Codice"
        autoComplete="off"
        spellCheck={false}
        aiuto="Lettere, cifre e trattini. Per esempio WELFARE-2021."
      />
      <Selezione {...campo('tipo')} etichetta="Tipo di bando" vuota="Scegli il tipo" opzioni={tipi} />
      <Selezione
        {...campo('modello')}
        etichetta="Da che cosa cominci"
        vuota="Da moduli vuoti"
        opzioni={modelli}
        aiuto="Copiando un bando si tengono sezioni, documenti, verifiche, griglia e categorie di costo; non i termini né gli importi."
      />
      <Selezione
        {...campo('programmaId')}
        etichetta="Programma"
        opzioni={[...programmi, { valore: 'nuovo', etichetta: 'Un programma nuovo, che scrivo qui sotto' }]}
      />
      <fieldset className="modulo">
        <legend className="legend">Programma nuovo</legend>
        <p className="hint">Solo se qui sopra hai scelto «Un programma nuovo».</p>
        <CampoTesto {...campo('programmaTitolo')} etichetta="Titolo del programma" facoltativo autoComplete="off" />
        <div className="two">
          <CampoTesto {...campo('programmaCodice')} etichetta="Codice del programma" facoltativo autoComplete="off" spellCheck={false} />
          <CampoTesto {...campo('fondo')} etichetta="Fondo" facoltativo autoComplete="off" aiuto="Per esempio PR FSE+ 2021-2027." />
        </div>
        <CampoTesto {...campo('attoIndirizzo')} etichetta="Atto di indirizzo" facoltativo autoComplete="off" />
      </fieldset>
      <div className="btn-row">
        <BottoneInvio inCorso="Creazione in corso">Crea il bando</BottoneInvio>
      </div>
    </form>
  );
};
