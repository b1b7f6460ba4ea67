import type { Campo } from '@/lib/bandi/configurazione';
import type { ContestoModulo } from '@/lib/domande/contesto';
import { inCampo, sceltiIn, testiIn } from '@/lib/domande/modulo';
import type { Valore } from '@/lib/domande/valori';
import { RigheCampo } from '../forms/Campo';
import { CampoTesto } from '../forms/CampoTesto';
import { primoErrore } from '../forms/descrizioneCampo';
import { Selezione } from '../forms/Selezione';
import { CampoAzioni } from '../piano/CampoAzioni';
import { CampoBudget } from '../piano/CampoBudget';
import { CampoFile } from './CampoFile';
import { CampoPrecompilato } from './CampoPrecompilato';
import { CampoPrincipi } from './CampoPrincipi';
import { CampoScelte } from './CampoScelte';
import { CampoTabella } from './CampoTabella';
import { idCampo, TestoLungo } from './TestoLungo';

export type PropsCampoModulo = {
  campo: Campo;
  valore: Valore | undefined;
  contesto: ContestoModulo;
  errore?: string | string[];
  /** Si legge e non si scrive: anteprima di un bando, sezione chiusa, partner che può solo leggere. */
  disabilitato?: boolean;
  /** La condizione del campo (`quando`) non è soddisfatta: resta nella pagina, così ciò che c'era scritto non si perde. */
  nascosto?: boolean;
};

/** Un campo di un modulo configurato, con il controllo che il suo tipo richiede. Prima di JavaScript è un campo HTML come gli altri. */
export const CampoModulo = (props: PropsCampoModulo) => (
  <fieldset className="campo-modulo" id={`campo-${props.campo.chiave}`} disabled={props.disabilitato} hidden={props.nascosto}>
    <Controllo {...props} />
  </fieldset>
);

const ATTRIBUTI = {
  telefono: { type: 'tel', inputMode: 'tel', autoComplete: 'off' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'off' },
  numero: { larghezza: 'numero', inputMode: 'decimal', autoComplete: 'off' },
  importo: { larghezza: 'importo', inputMode: 'decimal', autoComplete: 'off', suffisso: <span>€</span> },
  data: { larghezza: 'data', autoComplete: 'off' },
  testo: {},
} as const;

const Controllo = ({ campo, valore, contesto, errore, disabilitato }: PropsCampoModulo) => {
  const comune = {
    nome: campo.chiave,
    id: idCampo(campo.chiave),
    etichetta: campo.etichetta,
    facoltativo: !campo.obbligatorio,
    aiuto: campo.aiuto || undefined,
    errore,
  };
  switch (campo.tipo) {
    case 'testo_lungo':
    case 'elenco':
    case 'comuni':
      return <TestoLungo {...comune} campo={campo} valore={inCampo(campo.tipo, valore)} />;
    case 'scelta':
      return (
        <Selezione
          {...comune}
          valore={sceltiIn(valore)[0]}
          vuota="Scegli"
          opzioni={campo.opzioni.map(({ codice, etichetta }) => ({ valore: codice, etichetta }))}
        />
      );
    case 'scelta_multipla':
    case 'organizzazioni':
    case 'ambiti':
      if (campo.precompilato) return <CampoPrecompilato campo={campo} valore={valore} contesto={contesto} />;
      return <CampoScelte {...comune} campo={campo} scelti={sceltiIn(valore)} contesto={contesto} />;
    case 'principi':
      return <CampoPrincipi {...comune} campo={campo} testi={testiIn(valore)} principi={contesto.principi} />;
    case 'tabella':
      return <CampoTabella {...comune} campo={campo} valore={valore} disabilitato={disabilitato} />;
    case 'file':
      return <CampoFile {...comune} documenti={contesto.documenti} progettoId={contesto.progettoId} />;
    case 'azioni':
    case 'budget':
      return <CampoDelPiano campo={campo} valore={valore} contesto={contesto} disabilitato={disabilitato} />;
    default:
      return <CampoTesto {...comune} {...ATTRIBUTI[campo.tipo]} valore={inCampo(campo.tipo, valore)} />;
  }
};

/** Le azioni e il quadro economico del progetto definitivo. Nell'anteprima di un bando si vedono le schede come da compilare: le ferma il fieldset. */
const CampoDelPiano = ({ campo, valore, contesto, errore, disabilitato }: PropsCampoModulo) => {
  if (!contesto.piano) return null;
  const Tipo = campo.tipo === 'azioni' ? CampoAzioni : CampoBudget;
  return (
    <div className={primoErrore(errore) ? 'field field--err' : 'field'} id={idCampo(campo.chiave)}>
      <RigheCampo id={idCampo(campo.chiave)} errore={errore} />
      <Tipo campo={campo} valore={valore} contesto={contesto.piano} disabilitato={disabilitato && contesto.progettoId !== undefined} />
    </div>
  );
};
