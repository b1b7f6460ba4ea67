import type { ReactNode } from 'react';

type Props = { id: string; titolo: string; nota?: ReactNode; azione?: ReactNode; children: ReactNode };

/** Una sezione con il suo `h2`; a destra una nota breve o un comando. `id` è anche l'ancora. */
export const Sezione = ({ id, titolo, nota, azione, children }: Props) => (
  <section className="sec" aria-labelledby={id}>
    <div className="sec__head">
      <h2 id={id}>{titolo}</h2>
      {nota && <p>{nota}</p>}
      {azione}
    </div>
    {children}
  </section>
);
