import { dataBreve, giornoDi } from '@/lib/format/data';
import type { Richiesta } from '@/lib/modifiche/queriesModifica';
import { attesaDi } from '@/lib/richieste/labels';
import { ElencoChiave } from '../ui/ElencoChiave';

const giorno = (istante: string): string => dataBreve(giornoDi(new Date(istante)));

/** Le date e le mani di una richiesta. */
export const FattiModifica = ({ richiesta }: { richiesta: Richiesta }) => (
  <aside className="rail pt-10" aria-label="Fatti della richiesta">
    <section>
      <h2>La richiesta</h2>
      <ElencoChiave
        voci={[
          { termine: 'Chi la chiede', valore: richiesta.ente },
          { termine: 'Aspetta', valore: aspetta(richiesta) },
          { termine: 'Aperta', valore: giorno(richiesta.apertaIl) },
          ...(richiesta.presentataIl ? [{ termine: 'Presentata', valore: giorno(richiesta.presentataIl) }] : []),
          ...(richiesta.protocollo ? [{ termine: 'Protocollo', valore: richiesta.protocollo }] : []),
          ...(richiesta.regime
            ? [{ termine: 'Regola', valore: richiesta.regime === 'COMUNICAZIONE' ? 'Comunicazione' : 'Approvazione' }]
            : []),
          ...(richiesta.regime === 'APPROVAZIONE'
            ? [{ termine: 'Decide', valore: richiesta.competente === 'ISTRUTTORE' ? 'L’istruttore' : 'Il dirigente' }]
            : []),
          ...(richiesta.assegnataA ? [{ termine: 'La segue', valore: richiesta.assegnataA.nome }] : []),
          ...(richiesta.baseNumero ? [{ termine: 'Parte dalla versione', valore: `${richiesta.baseNumero}` }] : []),
        ]}
      />
    </section>
  </aside>
);

/** Chi deve muoverla adesso. */
export function aspetta({ stato, competente, assegnataA }: Pick<Richiesta, 'stato' | 'competente' | 'assegnataA'>): string {
  if (stato === 'BOZZA') return 'L’ente capofila';
  if (stato === 'PRESENTATA' || stato === 'IN_ISTRUTTORIA')
    return `La Regione. ${attesaDi({ stato, competente, assegnatoNome: assegnataA?.nome ?? null })}`;
  return 'Nessuno';
}
