import { nomeTipo } from '@/lib/rete/labels';
import type { NodoLetto } from '@/lib/rete/letture';
import { coloreTipo } from './DisegnoRete';

/** Chi è ciascun numero del disegno. */
export const Legenda = ({ nodi }: { nodi: readonly NodoLetto[] }) => (
  <ol className="punti rete__chi">
    {nodi.map(({ id, nome, tipo }, n) => (
      <li key={id}>
        <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
          <circle cx="13" cy="13" r="13" fill={coloreTipo(tipo)} />
          <text x="13" y="18" textAnchor="middle" fill="#ffffff" font-size="13" font-weight="700">
            {n + 1}
          </text>
        </svg>
        <span>
          {nome} <span className="muted">({nomeTipo(tipo).toLowerCase()})</span>
        </span>
      </li>
    ))}
  </ol>
);
