import type { ReactNode } from 'react';
import { inHtml } from '@/lib/html/inHtml';

/**
 * Un pezzo di pagina che nel browser non cambia: arriva come HTML gia scritto e non pesa sul server ne sul browser (vedi inHtml).
 * L'involucro non fa casa a se nella disposizione. Dentro: solo componenti puri; moduli con azioni e componenti del browser restano fuori.
 */
export const Statico = ({ children }: { children: ReactNode }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: inHtml protegge ogni testo e ogni attributo, ed è confrontata con react-dom da una prova
  <div className="contents" dangerouslySetInnerHTML={{ __html: inHtml(children) }} />
);
