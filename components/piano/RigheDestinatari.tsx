'use client';

import type { AzionePiano } from '@/lib/domande/valori';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { UNITA_COMUNI } from '@/lib/piano/labels';
import { Bottone } from '../ui/Bottone';
import { CasellaIntero, CasellaScelta, CasellaTesto } from './Caselle';

type Righe = AzionePiano['destinatari'];
type Props = { righe: Righe; gruppi: ContestoPiano['gruppi']; cambia: (righe: Righe) => void };

/** A chi si rivolge l'azione: gruppo, quanti, e quanti di che cosa. */
export const RigheDestinatari = ({ righe, gruppi, cambia }: Props) => {
  const cambiaRiga = (id: string, cambio: Partial<Righe[number]>) => cambia(righe.map((r) => (r.id === id ? { ...r, ...cambio } : r)));
  return (
    <fieldset className="righe">
      <legend>Destinatari previsti</legend>
      {righe.map(({ id, gruppo, quantita, unita }, posto) => (
        <div key={id} className="caselle caselle--riga">
          <CasellaScelta
            etichetta="Gruppo"
            valore={gruppo}
            vuota="Scegli un gruppo"
            opzioni={gruppi}
            cambia={(nuovo) => cambiaRiga(id, { gruppo: nuovo })}
          />
          <CasellaIntero etichetta="Quanti" valore={quantita} cambia={(nuova) => cambiaRiga(id, { quantita: nuova })} />
          <CasellaTesto
            etichetta="Unità"
            massimo={60}
            valore={unita}
            suggerimenti={UNITA_COMUNI}
            cambia={(nuova) => cambiaRiga(id, { unita: nuova })}
          />
          <Bottone variante="quieto" taglia={36} icona="cestino" onClick={() => cambia(righe.filter((r) => r.id !== id))}>
            Togli<span className="sr"> la riga {posto + 1} dei destinatari</span>
          </Bottone>
        </div>
      ))}
      {righe.length < 30 && (
        <Bottone
          taglia={36}
          icona="piu"
          onClick={() => cambia([...righe, { id: crypto.randomUUID(), gruppo: '', quantita: 0, unita: 'persone' }])}
        >
          Aggiungi destinatari
        </Bottone>
      )}
    </fieldset>
  );
};
