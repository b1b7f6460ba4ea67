import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { Attore, Lettore } from '@/lib/auth/attore';
import { routes } from '@/lib/routes';
import { leggiSessione, type Sessione } from './leggiSessione';
import { percorsoLocale } from './percorsoLocale';

type Viva = Extract<Sessione, { stato: 'viva' }>;

/** Chi chiede. Senza sessione manda all'accesso (e poi di nuovo qui), senza incarico alla scelta del profilo. In ogni pagina, azione e route. */
export async function requireAttore(): Promise<Attore> {
  const { attore } = await requirePersona();
  if (!attore) redirect(routes.profili({ torna: await percorsoAttuale() }));
  return attore;
}

/** Come requireAttore, ma solo per questi lettori: per gli altri la pagina non esiste. */
export async function requireLettore(...lettori: [Lettore, ...Lettore[]]): Promise<Attore> {
  const attore = await requireAttore();
  if (!lettori.includes(attore.lettore)) notFound();
  return attore;
}

/** Una persona entrata, anche se non ha ancora scelto con quale incarico: per la scelta del profilo e l'elenco delle sessioni. */
export async function requirePersona(): Promise<Viva> {
  const sessione = await leggiSessione();
  if (sessione.stato !== 'viva') redirect(await indirizzoAccesso(sessione.stato));
  return sessione;
}

async function indirizzoAccesso(stato: Exclude<Sessione['stato'], 'viva'>): Promise<string> {
  return routes.accesso({ avviso: stato === 'assente' ? undefined : stato, torna: await percorsoAttuale() });
}

/** Il percorso della pagina, scritto da portone.ts. Un valore falso vale al più per chi lo scrive, e resta dentro il portale. */
const percorsoAttuale = async (): Promise<string | undefined> => percorsoLocale((await headers()).get('x-percorso')) ?? undefined;
