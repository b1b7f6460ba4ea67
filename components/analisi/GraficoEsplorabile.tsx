'use client';

import { Bar, BarChart, CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { DaEsplorare } from '@/lib/analisi/esplora';
import { tintaDi, trattoDi } from './tinte';

type Props = {
  dati: DaEsplorare;
  /** Quali serie si disegnano, in ordine. */
  scelte: number[];
};

type Punto = { nome: string; valori: (number | null)[]; scritti: string[] };

const ASSE = { tickLine: false, axisLine: false, tick: { fontSize: 12, fill: 'var(--it-color-slate-44)' } } as const;
const ALTEZZA_LINEE = 340;
/** Una barra e l'aria attorno a un gruppo di barre, in px. */
const BARRA = 14;
const ARIA = 18;
const LARGHEZZA_NOMI = 150;

/** Quanti caratteri di un nome stanno sull'asse: intero lo dicono il riquadro e la tabella. */
const NOME_CORTO = 22;
const accorcia = (nome: string): string => (nome.length > NOME_CORTO ? `${nome.slice(0, NOME_CORTO - 1)}…` : nome);

/** Barre affiancate, o linee se le righe sono momenti. Il riquadro ripete solo ciò che la tabella dice. */
export function GraficoEsplorabile({ dati: { serie, righe, nelTempo }, scelte }: Props) {
  const comuni = { data: righe, accessibilityLayer: true, margin: { top: 8, right: 24, bottom: 8, left: 8 } };
  const voci = scelte.map((n, posto) => ({
    key: n,
    name: serie[n],
    dataKey: ({ valori }: Punto) => valori[n] ?? null,
    tinta: tintaDi(posto),
    tratto: trattoDi(posto),
  }));
  const riquadro = (
    <Tooltip
      isAnimationActive={false}
      formatter={(_valore, nome, { payload, dataKey }) => {
        const voce = voci.find((una) => una.dataKey === dataKey);
        return [voce && (payload as Punto).scritti[voce.key], nome];
      }}
    />
  );
  const legenda = scelte.length > 1 && <Legend verticalAlign="top" align="left" />;
  if (nelTempo)
    return (
      <ResponsiveContainer width="100%" height={ALTEZZA_LINEE}>
        <LineChart {...comuni}>
          <CartesianGrid vertical={false} stroke="var(--it-color-slate-93)" />
          <XAxis dataKey="nome" {...ASSE} />
          <YAxis width={56} {...ASSE} />
          {riquadro}
          {legenda}
          {voci.map(({ key, tinta, tratto, ...voce }) => (
            <Line key={key} {...voce} stroke={tinta} strokeDasharray={tratto} strokeWidth={2} isAnimationActive={false} />
          ))}
        </LineChart>
      </ResponsiveContainer>
    );
  return (
    <ResponsiveContainer width="100%" height={righe.length * (scelte.length * BARRA + ARIA) + 72}>
      <BarChart {...comuni} layout="vertical" barGap={2}>
        <XAxis type="number" {...ASSE} />
        <YAxis type="category" dataKey="nome" width={LARGHEZZA_NOMI} interval={0} tickFormatter={accorcia} {...ASSE} />
        {riquadro}
        {legenda}
        {voci.map(({ key, tinta, tratto: _, ...voce }) => (
          <Bar key={key} {...voce} fill={tinta} isAnimationActive={false} />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
