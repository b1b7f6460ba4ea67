import type { ReactNode } from 'react';

export type VoceTimeline = {
  id: string;
  /** Data già scritta («7 luglio 2020») e in forma ISO per le macchine. */
  data: string;
  iso: string;
  testo: ReactNode;
  /** Gli atti ufficiali hanno il punto pieno. */
  ufficiale?: boolean;
};

/** La storia, dal più recente: chi ha fatto che cosa e quando. */
export const Timeline = ({ voci }: { voci: VoceTimeline[] }) => (
  <ol className="tl">
    {voci.map(({ id, data, iso, testo, ufficiale }) => (
      <li key={id} className={ufficiale ? 'key' : undefined}>
        <time dateTime={iso}>{data}</time>
        {testo}
      </li>
    ))}
  </ol>
);
