'use client';

import type { RefObject } from 'react';
import { esitoContromisura, etichettaAzione } from '@/lib/attuazione/labels';
import type { Dichiarazione } from '@/lib/attuazione/queries';
import { dataBreve } from '@/lib/format/data';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';
import { DiffTesto } from '../ui/DiffTesto';

type Props = {
  conflitto: { messaggio: string; rev: number; loro: Dichiarazione | null };
  modulo: RefObject<HTMLFormElement | null>;
  tieni: (rev: number) => void;
  scarta: () => void;
};

const NOMI: Record<string, string> = {
  stato: 'Stato',
  percentuale: 'Avanzamento',
  inizioEffettivo: 'Inizio effettivo',
  fineStimata: 'Fine stimata',
  fineEffettiva: 'Fine effettiva',
  contromisura: 'Come rimediate',
  contromisuraEsito: 'Esito della contromisura di prima',
  nota: 'Note',
};

const scritto = (loro: Dichiarazione | null, nome: string): string => {
  const valore = loro?.[nome as keyof Dichiarazione];
  if (valore === null || valore === undefined) return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(String(valore)) ? dataBreve(String(valore)) : String(valore);
};

const leggibile = (nome: string, valore: string): string =>
  nome === 'stato' && valore
    ? etichettaAzione(valore as Dichiarazione['stato'])
    : nome === 'contromisuraEsito'
      ? esitoContromisura((valore || null) as Dichiarazione['contromisuraEsito'])
      : valore;

/** Due persone hanno scritto la stessa azione: i due testi accanto, con le parole diverse segnate. Nessuno viene sovrascritto da solo. */
export const Conflitto = ({ conflitto, modulo, tieni, scarta }: Props) => {
  const mio = new FormData(modulo.current ?? undefined);
  // di una relazione riaperta nei soli testi il modulo non ha gli altri campi
  const diversi = Object.keys(NOMI)
    .filter((nome) => modulo.current?.elements.namedItem(nome))
    .map((nome) => ({ nome, loro: scritto(conflitto.loro, nome), mio: String(mio.get(nome) ?? '') }))
    .filter((voce) => voce.loro !== voce.mio);
  return (
    <Callout tipo="attenzione" titolo={conflitto.messaggio} annuncia>
      {diversi.map(({ nome, loro, mio: tuo }) => (
        <div key={nome}>
          <h4>{NOMI[nome]}: dal testo salvato al tuo</h4>
          <DiffTesto prima={leggibile(nome, loro)} ora={leggibile(nome, tuo)} />
        </div>
      ))}
      {diversi.length === 0 && <p>I campi sono uguali: possono essere diverse le cause o le quantità.</p>}
      <div className="btn-row">
        <Bottone variante="secondario" taglia={36} onClick={() => tieni(conflitto.rev)}>
          Salva i miei valori
        </Bottone>
        <Bottone variante="quieto" taglia={36} onClick={scarta}>
          Usa quelli salvati
        </Bottone>
      </div>
    </Callout>
  );
};
