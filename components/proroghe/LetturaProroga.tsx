import { dataBreve, dataEOra } from '@/lib/format/data';
import type { ProrogaLetta } from '@/lib/proroghe/queries';
import { ElencoChiave } from '../ui/ElencoChiave';
import { Sezione } from '../ui/Sezione';

const data = (iso: string | null): string => (iso ? dataBreve(iso) : '–');

/** Una proroga come si legge: che cosa si è chiesto, che cosa si è deciso e con quale atto. */
export const LetturaProroga = ({ proroga: p }: { proroga: ProrogaLetta }) => (
  <>
    <Sezione id="richiesta" titolo={p.corregge === null ? 'La richiesta' : 'La correzione'}>
      <ElencoChiave
        voci={[
          { termine: 'Fine di prima', valore: data(p.fineAttuale) },
          { termine: 'Fine chiesta', valore: `${data(p.fineChiesta)}${p.mesi ? ` (${p.mesi === 1 ? '1 mese' : `${p.mesi} mesi`})` : ''}` },
          ...(p.corregge === null && p.presentataIl ? [{ termine: 'Presentata', valore: dataEOra(new Date(p.presentataIl)) }] : []),
          ...(p.protocollo ? [{ termine: 'Protocollo', valore: p.protocollo }] : []),
        ]}
      />
      {p.motivo && <p className="testo">{p.motivo}</p>}
    </Sezione>
    {p.decisaIl && p.stato !== 'ANNULLATA' && (
      <Sezione id="decisione" titolo="La decisione della Regione">
        <ElencoChiave
          voci={[
            { termine: 'Fine concessa', valore: data(p.fineConcessa) },
            { termine: 'Atto', valore: p.atto ? `${p.atto} del ${data(p.dataAtto)}` : '–' },
            { termine: 'Decisa', valore: dataEOra(new Date(p.decisaIl)) },
          ]}
        />
        {p.nota && <p className="testo">{p.nota}</p>}
      </Sezione>
    )}
  </>
);
