'use server';

import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import { lettoreDelRuolo } from '@/lib/auth/attore';
import { scriviCookie } from '@/lib/auth/biscotti';
import { indirizzoDi } from '@/lib/auth/chiaviTentativo';
import { descriviDispositivo } from '@/lib/auth/descriviDispositivo';
import { type Esito, entra } from '@/lib/auth/entra';
import { dispositivoDelCookie, segretoDelCookie } from '@/lib/auth/leggiSessione';
import { PASSWORD_DIMOSTRATIVA } from '@/lib/auth/passwordDimostrativa';
import { percorsoLocale } from '@/lib/auth/percorsoLocale';
import { env } from '@/lib/env';
import { isDomainError } from '@/lib/errors/domainError';
import type { FormState } from '@/lib/forms/formState';
import { stessaOrigine } from '@/lib/forms/stessaOrigine';
import { moduloPulito, textValues } from '@/lib/forms/textValues';
import { inizioDi, routes } from '@/lib/routes';
import { Credenziali } from './schema';

/**
 * L'accesso. Un'azione e non la callback di next-auth, che vuole il suo token anti-CSRF in un cookie e quindi JavaScript: qui il modulo
 * funziona anche senza. Il cookie è lo stesso, scritto con next-auth/jwt, e le sue route lo riconoscono.
 */
export async function accediAction(_precedente: FormState, inviato: FormData): Promise<FormState> {
  const campi = textValues(moduloPulito(inviato));
  const values = { email: (campi.email ?? '').slice(0, 254) }; // mai la password
  try {
    await stessaOrigine();
    const parsed = Credenziali.safeParse(conDimostrativo(campi));
    if (!parsed.success) return { status: 'invalid', errors: z.flattenError(parsed.error).fieldErrors, values };
    const esito = await prova(parsed.data);
    if (esito.esito !== 'entrato') return spiega(esito, values);
    await scriviCookie(esito);
    const torna = percorsoLocale(campi.torna);
    redirect(esito.ruolo ? (torna ?? inizioDi(lettoreDelRuolo(esito.ruolo), esito.ruolo)) : routes.profili({ torna: torna ?? undefined }));
  } catch (error) {
    unstable_rethrow(error);
    if (isDomainError(error)) return { status: 'refused', message: error.message, values };
    throw error;
  }
}

/** In dimostrazione un bottone per account entra senza riscrivere la password, che è comunque stampata nella pagina. */
const conDimostrativo = (campi: Record<string, string>): Record<string, string> =>
  campi.dimostrativo && env().CANTIERE_DEMO ? { email: campi.dimostrativo, password: PASSWORD_DIMOSTRATIVA } : campi;

async function prova(credenziali: z.infer<typeof Credenziali>): Promise<Esito> {
  const intestazioni = await headers();
  return entra({
    ...credenziali,
    indirizzo: indirizzoDi(intestazioni),
    dispositivo: await dispositivoDelCookie(),
    precedente: await segretoDelCookie(),
    descrizione: descriviDispositivo(intestazioni.get('user-agent')),
  });
}

/** Lo stesso rifiuto per chi non esiste e per chi ha sbagliato password. */
function spiega(esito: Exclude<Esito, { esito: 'entrato' }>, values: Record<string, string>): FormState {
  if (esito.esito === 'aspetta') {
    const minuti = esito.minuti === 1 ? '1 minuto' : `${esito.minuti} minuti`;
    return { status: 'refused', message: `Troppi tentativi: riprova tra ${minuti}.`, values };
  }
  const avviso =
    esito.rimasti === 1
      ? ' Hai ancora 1 tentativo.'
      : esito.rimasti > 0 && esito.rimasti <= 5
        ? ` Hai ancora ${esito.rimasti} tentativi.`
        : '';
  return { status: 'invalid', errors: { password: [`Email o password non corrispondono. Controlla e riprova.${avviso}`] }, values };
}
