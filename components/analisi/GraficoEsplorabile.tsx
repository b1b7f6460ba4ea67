'use client';

import { Bar, BarChart, CartesianGrid, LabelList, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { DaEsplorare, RigaDaEsplorare } from '@/lib/analisi/esplora';
import { tintaDi, trattoDi } from '../charts/serie';

type Props = {
  dati: DaEsplorare;
  /** Quali serie si disegnano, in ordine. */
  scelte: number[];
};

const TESTO = { fontSize: 12, fill: 'var(--it-color-slate-44)' };
const ASSE = { tickLine: false, axisLine: false, tick: TESTO } as const;
const ALTEZZA_LINEE = 340;
/** Una barra e l'aria attorno a un gruppo di barre, in px. */
const BARRA = 14;
const ARIA = 18;
const ASSE_IN_ALTO = 28;

/** Quanti caratteri di un nome stanno sull'asse: intero lo dicono il riquadro e la tabella. */
const NOME_CORTO = 22;
const accorcia = (nome: string): string => (nome.length > NOME_CORTO ? `${nome.slice(0, NOME_CORTO - 1)}…` : nome);

/** Barre affiancate, o linee se le righe sono momenti. Numeri e riquadro ripetono le parole della tabella. */
export function GraficoEsplorabile({ dati: { serie, righe, nelTempo }, scelte }: Props) {
  const comuni = {
    data: righe,
    accessibilityLayer: true,
    'aria-label': 'Grafico: con i tasti freccia si leggono i valori, una riga alla volta',
    margin: { top: 8, right: 48, bottom: 8, left: 0 },
  };
  const voci = scelte.map((n) => ({ key: n, name: serie[n]?.nome, dataKey: ({ valori }: RigaDaEsplorare) => valori[n] ?? null }));
  const interi = righe.every(({ valori }) => valori.every((valore) => valore === null || Number.isInteger(valore)));
  const nomeDel = (quando: number): string => righe.find(({ momento }) => momento === quando)?.nome ?? '';
  const riquadro = (
    <Tooltip
      labelFormatter={(etichetta) => (nelTempo ? nomeDel(Number(etichetta)) : etichetta)}
      isAnimationActive={false}
      separator=": "
      cursor={{ fill: 'var(--it-color-slate-93)' }}
      itemStyle={{ color: 'var(--it-color-gray-10)', padding: 0 }}
      itemSorter={({ dataKey }) => voci.findIndex((una) => una.dataKey === dataKey)}
      formatter={(_valore, nome, { payload, dataKey }) => {
        const voce = voci.find((una) => una.dataKey === dataKey);
        return [voce && (payload as RigaDaEsplorare).scritti[voce.key], nome];
      }}
    />
  );
  if (nelTempo)
    return (
      <ResponsiveContainer width="100%" height={ALTEZZA_LINEE}>
        <LineChart {...comuni}>
          <CartesianGrid vertical={false} stroke="var(--it-color-slate-93)" />
          <XAxis
            type="number"
            dataKey="momento"
            domain={['dataMin', 'dataMax']}
            ticks={righe.flatMap(({ momento }) => momento ?? [])}
            tickFormatter={nomeDel}
            padding={{ left: 32, right: 32 }}
            {...ASSE}
          />
          <YAxis width="auto" allowDecimals={!interi} {...ASSE} />
          {riquadro}
          {voci.map(({ key, ...voce }) => (
            <Line key={key} {...voce} stroke={tintaDi(key)} strokeDasharray={trattoDi(key)} strokeWidth={2} isAnimationActive={false} />
          ))}
        </LineChart>
      </ResponsiveContainer>
    );
  return (
    <ResponsiveContainer width="100%" height={righe.length * (scelte.length * BARRA + ARIA) + ASSE_IN_ALTO}>
      <BarChart {...comuni} layout="vertical" barGap={2}>
        <XAxis type="number" orientation="top" height={ASSE_IN_ALTO} allowDecimals={!interi} {...ASSE} />
        <YAxis type="category" dataKey="nome" width="auto" interval={0} tickFormatter={accorcia} {...ASSE} />
        {riquadro}
        {voci.map(({ key, ...voce }) => (
          <Bar key={key} {...voce} fill={tintaDi(key)} isAnimationActive={false}>
            <LabelList {...TESTO} position="right" valueAccessor={({ payload }) => (payload as RigaDaEsplorare).scritti[key]} />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
