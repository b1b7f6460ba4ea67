import { ModuloVoce } from '@/components/bandi/ModuloVoce';
import { Callout } from '@/components/ui/Callout';
import { Sezione } from '@/components/ui/Sezione';
import { ELENCO } from '@/lib/bandi/elenchi';
import { PARTE_DI } from '@/lib/bandi/moduloVoce';
import { nomeVoce } from '@/lib/bandi/riassunti';
import { type Dove, identitaDi, moduloDiVoce, vociIn } from '@/lib/bandi/voci';
import { routes } from '@/lib/routes';
import { salvaVoceAction } from './actions';
import type { Editor } from './editor';

type Props = { editor: Editor; dove: Dove; identita: string | null };

/** Di una voce nuova: dove ha senso, comincia dal caso più comune. */
const INIZIO = { visibilita: 'ENTRAMBI', tipo: 'testo_lungo', soglia: '0', peso: '1' };

/** Il modulo di una voce, nuova o da modificare. */
export const ParteVoce = ({ editor, dove, identita }: Props) => {
  const { nuova, controlli, identita: nome } = ELENCO[dove.elenco];
  const voce = identita === null ? null : vociIn(editor.configurazione, dove).find((v) => identitaDi(dove.elenco, v) === identita);
  if (voce === undefined) return <Callout tipo="attenzione">Questa voce non c’è più: un’altra persona l’ha tolta.</Callout>;
  const sezione = dove.elenco === 'campi' ? dove.sezione : undefined;
  return (
    <Sezione
      id="voce"
      titolo={voce ? nomeVoce(dove.elenco, voce) : nuova}
      nota={<a href={routes.bando(editor.id, { parte: PARTE_DI[dove.elenco], sezione })}>Torna all’elenco</a>}
    >
      {voce && (
        <p className="hint">
          Chiave: <span className="mono">{identita}</span>. Non cambia: è il nome con cui si conservano i valori già scritti.
        </p>
      )}
      <ModuloVoce
        action={salvaVoceAction}
        nascosti={{ bandoId: editor.id, rev: editor.rev, elenco: dove.elenco, sezione: dove.sezione ?? '', identita: identita ?? '' }}
        controlli={controlli}
        chiaveNuova={
          voce
            ? undefined
            : {
                nome,
                aiuto:
                  dove.elenco === 'principi'
                    ? 'Una lettera maiuscola e un numero, per esempio P7.'
                    : 'Se la lasci vuota deriva dal nome. Dopo non si cambia.',
              }
        }
        valori={voce ? moduloDiVoce(dove.elenco, voce) : { ...INIZIO, visibilita: dove.elenco === 'campi' ? '' : INIZIO.visibilita }}
        invia={voce ? 'Salva' : 'Aggiungi'}
      />
    </Sezione>
  );
};
