import { useActionState } from 'react';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';

export type Azione = (stato: FormState, dati: FormData) => Promise<FormState>;

/** Un modulo che torna com'era scritto dopo un rifiuto: valore ed errore di ogni campo, e la chiave con cui ridisegnarlo. */
export function useModulo(action: Azione, iniziali: Record<string, string>) {
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const valori = stato.status === 'idle' ? iniziali : stato.values;
  const campo = (nome: string) => ({
    nome,
    valore: valori[nome] ?? '',
    errore: stato.status === 'invalid' ? stato.errors[nome] : undefined,
  });
  return { stato, invio, campo, chiave: stato.status === 'idle' ? 'inizio' : 'rinviato' };
}
