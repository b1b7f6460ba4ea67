import { Callout } from '@/components/ui/Callout';
import { ELENCHI, type NomeElenco } from '@/lib/bandi/elenchi';
import type { Parte } from '@/lib/bandi/parti';
import type { BandoDaScrivere } from '@/lib/bandi/queriesBozza';
import { ElencoVoci } from './ElencoVoci';
import type { Editor } from './editor';
import { ParteAttuazione } from './ParteAttuazione';
import { ParteDati, ParteImporti, ParteSoglia } from './ParteDati';
import { PartePubblicazione } from './PartePubblicazione';
import { ParteVoce } from './ParteVoce';

type Domanda = { parte: Parte; sezione?: string; elenco?: string; voce?: string; nuova?: string };
type Props = { bando: BandoDaScrivere; editor: Editor; domanda: Domanda };

/** Una parte dell'editor; se l'indirizzo nomina una voce (o ne chiede una nuova) c'è solo il suo modulo. */
export const ParteBando = ({ bando, editor, domanda: { parte, sezione, elenco, voce, nuova } }: Props) => {
  const scelto = ELENCHI.find((e): e is NomeElenco => e === elenco);
  if (scelto && editor.scrive && (voce || nuova))
    return <ParteVoce editor={editor} dove={{ elenco: scelto, sezione }} identita={voce ?? null} />;
  switch (parte) {
    case 'dati':
      return <ParteDati editor={editor} />;
    case 'importi':
      return <ParteImporti editor={editor} ambiti={bando.ambiti} />;
    case 'sezioni':
      return <ParteSezioni editor={editor} sezione={sezione} />;
    case 'documenti':
      return <ElencoVoci editor={editor} dove={{ elenco: 'documenti' }} />;
    case 'verifiche':
      return <ElencoVoci editor={editor} dove={{ elenco: 'ammissibilita' }} />;
    case 'griglia':
      return (
        <>
          <ElencoVoci editor={editor} dove={{ elenco: 'griglia' }} />
          <ParteSoglia editor={editor} />
        </>
      );
    case 'costi':
      return (
        <>
          <ElencoVoci editor={editor} dove={{ elenco: 'categorieCosto' }} />
          <ElencoVoci editor={editor} dove={{ elenco: 'principi' }} />
        </>
      );
    case 'attuazione':
      return <ParteAttuazione editor={editor} />;
    case 'pubblicazione':
      return <PartePubblicazione bando={bando} editor={editor} />;
  }
};

/** Tutte le sezioni, oppure una con i suoi campi. */
const ParteSezioni = ({ editor, sezione }: { editor: Editor; sezione?: string }) => {
  if (!sezione) return <ElencoVoci editor={editor} dove={{ elenco: 'sezioni' }} />;
  if (!editor.configurazione.sezioni.some((s) => s.chiave === sezione))
    return <Callout tipo="attenzione">Questa sezione non c’è più: un’altra persona l’ha tolta.</Callout>;
  return (
    <>
      {editor.scrive && <ParteVoce editor={editor} dove={{ elenco: 'sezioni' }} identita={sezione} />}
      <ElencoVoci editor={editor} dove={{ elenco: 'campi', sezione }} />
    </>
  );
};
