import { type FocusEvent, useRef, useState } from 'react';

/** Ciò che il codice fiscale scritto dice (app/(portale)/persone/codice): i campi da riempire e le frasi da mostrare. */
export type DettoDalCodice = { riempi: Record<string, string>; frasi: string[]; scheda: string | null };

const GUARDATI = ['codice', 'cognome', 'nome', 'sesso', 'dataNascita'];

/** Appena si lascia un campo di chi è la persona si rilegge il codice: i campi vuoti si riempiono, quelli scritti non si toccano mai. */
export function useCodice(indirizzo: string) {
  const [detto, dici] = useState<DettoDalCodice | null>(null);
  const ultimo = useRef('');
  const guarda = async (evento: FocusEvent<HTMLFormElement>) => {
    const modulo = evento.currentTarget;
    const campo = evento.target as unknown as HTMLInputElement;
    if (!GUARDATI.includes(campo.name)) return;
    const dati = new FormData(modulo);
    const scritto = GUARDATI.map((nome) => dati.get(nome)).join('|');
    if (String(dati.get('codice') ?? '').trim() === '' || scritto === ultimo.current) return;
    ultimo.current = scritto;
    const risposta = await fetch(indirizzo, { method: 'POST', body: dati }).catch(() => null);
    if (!risposta?.ok) return; // senza rete il modulo funziona lo stesso: i controlli li rifà il server
    const letto = (await risposta.json()) as DettoDalCodice;
    for (const [nome, valore] of Object.entries(letto.riempi)) {
      const vuoto = modulo.elements.namedItem(nome);
      if ((vuoto instanceof HTMLInputElement || vuoto instanceof HTMLSelectElement) && vuoto.value === '') vuoto.value = valore;
    }
    dici(letto);
  };
  return { detto, guarda };
}
