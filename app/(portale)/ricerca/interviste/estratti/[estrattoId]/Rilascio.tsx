import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { dataLunga } from '@/lib/format/data';
import type { LavoroEstratto, PaginaEstratto } from '@/lib/interviste/queries';
import { rilasciaAction, ritiraAction } from '../../actions';

type Props = { estratto: PaginaEstratto; lavoro: LavoroEstratto };

/** Rilasciare, o dire che cosa manca per farlo. */
export const Rilascio = ({ estratto: { id: estrattoId, passo, rilasciatoIl }, lavoro: { mio, revisione } }: Props) => (
  <Sezione id="rilascio" titolo="Rilascio">
    {rilasciatoIl !== null ? (
      <>
        <p className="mb-3">Rilasciato il {dataLunga(rilasciatoIl)}: lo legge la Regione ed esce nei dati con i suoi codici.</p>
        <Dialogo id="ritira" titolo="Ritirare il rilascio?" apri="Ritira il rilascio" variante="quieto" taglia={36}>
          <p>La Regione non lo leggerà più e non uscirà nei dati da oggi. Le istantanee già congelate restano come sono.</p>
          <ModuloAtto action={ritiraAction} nascosti={{ estrattoId }} invia="Ritira il rilascio" variante="pericolo" />
        </Dialogo>
      </>
    ) : passo === 'DA_RILASCIARE' && !mio ? (
      <Dialogo id="rilascia" titolo="Rilasciare l’estratto?" apri="Rilascia l’estratto">
        <p>Hai riletto il brano e non fa riconoscere nessuno: lo leggerà la Regione e uscirà nei dati.</p>
        <ModuloAtto action={rilasciaAction} nascosti={{ estrattoId, revisione }} invia="Rilascia l’estratto" />
      </Dialogo>
    ) : (
      <p>{manca(passo)}</p>
    )}
  </Sezione>
);

function manca(passo: PaginaEstratto['passo']): string {
  if (passo === 'DA_CONTROLLARE') return 'Prima va risolto ciò che il controllo ha trovato.';
  if (passo === 'DA_CODIFICARE') return 'Prima lo codificano due persone.';
  return passo === 'DA_RICONCILIARE'
    ? 'Prima si decidono i codici.'
    : 'Il testo com’è adesso l’hai scritto tu: lo rilegge e lo rilascia un’altra persona.';
}
