import { deposita } from '@/lib/html/deposita';
import { type Disegno, disegnato } from '@/lib/html/ricordi';
import { Pezzo } from './Pezzo';

/** Come Statico, per ciò che dipende solo da un oggetto immutabile: si scrive la prima volta e poi si riprende (vedi ricordi). */
export const Disegnato = <T extends object>({ disegno, di }: { disegno: Disegno<T>; di: T }) => (
  <Pezzo html={deposita(disegnato(disegno, di))} />
);
