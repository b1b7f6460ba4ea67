import 'server-only';
import { cookies } from 'next/headers';
import { chiudiQuestaSessione } from '@/lib/db/accesso';
import { cookieDispositivo, cookieSessione, scriviJwt } from './cookieSessione';
import { segretoDelCookie } from './leggiSessione';
import { improntaDi } from './segreti';

/** Mette nel browser la sessione appena aperta e ricorda il dispositivo. Solo da un'azione. */
export async function scriviCookie(aperta: { segreto: string; dispositivo: string }): Promise<void> {
  const barattolo = await cookies();
  const [sessione, dispositivo] = [cookieSessione(), cookieDispositivo()];
  barattolo.set(sessione.name, await scriviJwt(aperta.segreto), sessione.options);
  barattolo.set(dispositivo.name, aperta.dispositivo, dispositivo.options);
}

/** Chiude la sessione del cookie, nel database e nel browser. Il dispositivo resta noto. Solo da un'azione. */
export async function esci(): Promise<void> {
  const segreto = await segretoDelCookie();
  if (segreto) await chiudiQuestaSessione(improntaDi(segreto));
  await togliCookie();
}

/** Toglie dal browser il cookie della sessione, già chiusa nel database. */
export async function togliCookie(): Promise<void> {
  const { name, options } = cookieSessione();
  // un cookie __Host- si toglie solo ripetendo gli attributi con cui è nato
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
