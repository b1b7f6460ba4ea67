import { z } from 'zod';
import { AzionePiano, type Valore, VoceBudget } from '@/lib/domande/valori';

/** Le azioni e le voci dentro il valore di un campo; ciò che non ha la loro forma vale come elenco vuoto. */
export const azioniIn = (valore: Valore | undefined): AzionePiano[] => z.array(AzionePiano).safeParse(valore).data ?? [];
export const vociIn = (valore: Valore | undefined): VoceBudget[] => z.array(VoceBudget).safeParse(valore).data ?? [];
