'use client';

import type { AzionePiano } from '@/lib/domande/valori';
import { Bottone } from '../ui/Bottone';
import { CasellaTesto } from './Caselle';

type Righe = AzionePiano['indicatori'];
type Props = { righe: Righe; cambia: (righe: Righe) => void };

/** Che cosa si misurerà, e quanto ci si aspetta. */
export const RigheIndicatori = ({ righe, cambia }: Props) => {
  const cambiaRiga = (id: string, cambio: Partial<Righe[number]>) => cambia(righe.map((r) => (r.id === id ? { ...r, ...cambio } : r)));
  return (
    <fieldset className="righe">
      <legend>Indicatori attesi (facoltativi)</legend>
      {righe.map(({ id, nome, atteso }, posto) => (
        <div key={id} className="caselle caselle--riga">
          <CasellaTesto
            etichetta="Indicatore"
            classe="casella--larga"
            massimo={200}
            valore={nome}
            cambia={(nuovo) => cambiaRiga(id, { nome: nuovo })}
          />
          <CasellaTesto etichetta="Valore atteso" massimo={100} valore={atteso} cambia={(nuovo) => cambiaRiga(id, { atteso: nuovo })} />
          <Bottone variante="quieto" taglia={36} icona="cestino" onClick={() => cambia(righe.filter((r) => r.id !== id))}>
            Togli<span className="sr"> la riga {posto + 1} degli indicatori</span>
          </Bottone>
        </div>
      ))}
      {righe.length < 30 && (
        <Bottone taglia={36} icona="piu" onClick={() => cambia([...righe, { id: crypto.randomUUID(), nome: '', atteso: '' }])}>
          Aggiungi un indicatore
        </Bottone>
      )}
    </fieldset>
  );
};
