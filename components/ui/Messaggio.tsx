import type { ReactNode } from 'react';

type Props = { autore: string; quando: string; iso: string; mio?: boolean; children: ReactNode };

/** Un intervento in una conversazione tra ente e Regione: chi, quando, che cosa. */
export const Messaggio = ({ autore, quando, iso, mio, children }: Props) => (
  <div className={mio ? 'msg msg--me' : 'msg msg--other'}>
    <p className="msg__who">
      <b>{autore}</b>
      <time dateTime={iso}>{quando}</time>
    </p>
    {children}
  </div>
);
