import type { ReactNode } from 'react';
import { dataBreve } from '@/lib/format/data';
import { giorniDi, NOME_MOTIVO } from '@/lib/sospensioni/labels';
import type { SospensioneLetta } from '@/lib/sospensioni/queries';

/** Una sospensione: che cosa, quando, perché e con quale atto. */
export const SchedaSospensione = ({ sospensione: s, children }: { sospensione: SospensioneLetta; children?: ReactNode }) => (
  <article className="sec">
    <h3>
      {s.azione ? `Azione ${s.azione.codice}, ${s.azione.titolo}` : 'Il progetto intero'}: {giorniDi(s)}
    </h3>
    <p className="small second">
      {NOME_MOTIVO[s.motivo]}. Atto {s.atto} del {dataBreve(s.dataAtto)}
      {s.attoRipresa && `; ripresa con atto ${s.attoRipresa}`}.
    </p>
    {s.nota && <p className="testo">{s.nota}</p>}
    {children}
  </article>
);
