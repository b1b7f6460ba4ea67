import type { ReactNode } from 'react';
import { deposita } from '@/lib/html/deposita';
import { inHtml } from '@/lib/html/inHtml';
import { Pezzo } from './Pezzo';

/**
 * Un pezzo di pagina che nel browser non cambia: arriva come HTML già scritto e non pesa sul server né sul browser (vedi inHtml e pezzi).
 * L'involucro non fa casa a sé nella disposizione. Dentro: solo componenti puri; moduli con azioni e componenti del browser restano fuori.
 */
export const Statico = ({ children }: { children: ReactNode }) => <Pezzo html={deposita(inHtml(children))} />;
