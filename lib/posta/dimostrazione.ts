import { env } from '@/lib/env';

/** In dimostrazione senza un server di posta il collegamento che arriverebbe per posta si mostra nella pagina; altrove mai. */
export const postaInPagina = (): boolean => env().CANTIERE_DEMO && env().SMTP_URL === undefined;

/** Un indirizzo del portale, intero, come va scritto in un messaggio. */
export const indirizzoIntero = (percorso: string): string => new URL(percorso, env().NEXTAUTH_URL).href;
