import type { VoceBudget } from '@/lib/domande/valori';

/** Le somme del quadro economico, in centesimi interi: azione, categoria, ente e fonte danno sempre lo stesso totale. */

export type Fonti = { contributo: bigint; cofinanziamento: bigint; natura: bigint };
export type Totali = {
  perAzione: Map<string, Fonti>;
  perCategoria: Map<string, Fonti>;
  perEnte: Map<string, Fonti>;
  totale: Fonti;
};

export const FONTI = [
  { chiave: 'contributo', campo: 'contributoCents', etichetta: 'Contributo' },
  { chiave: 'cofinanziamento', campo: 'cofinanziamentoCents', etichetta: 'Cofinanziamento' },
  { chiave: 'natura', campo: 'naturaCents', etichetta: 'In natura' },
] as const;

export const ZERO: Fonti = { contributo: 0n, cofinanziamento: 0n, natura: 0n };

export const costoDi = ({ contributo, cofinanziamento, natura }: Fonti): bigint => contributo + cofinanziamento + natura;

export const fontiDi = (voce: Pick<VoceBudget, 'contributoCents' | 'cofinanziamentoCents' | 'naturaCents'>): Fonti => ({
  contributo: BigInt(voce.contributoCents),
  cofinanziamento: BigInt(voce.cofinanziamentoCents),
  natura: BigInt(voce.naturaCents),
});

const somma = (a: Fonti, b: Fonti): Fonti => ({
  contributo: a.contributo + b.contributo,
  cofinanziamento: a.cofinanziamento + b.cofinanziamento,
  natura: a.natura + b.natura,
});

export function totali(voci: readonly VoceBudget[]): Totali {
  const esito: Totali = { perAzione: new Map(), perCategoria: new Map(), perEnte: new Map(), totale: ZERO };
  const aggiungi = (mappa: Map<string, Fonti>, chiave: string, fonti: Fonti) => mappa.set(chiave, somma(mappa.get(chiave) ?? ZERO, fonti));
  for (const voce of voci) {
    const fonti = fontiDi(voce);
    aggiungi(esito.perAzione, voce.azioneId, fonti);
    aggiungi(esito.perCategoria, voce.categoria, fonti);
    aggiungi(esito.perEnte, voce.organizzazioneId, fonti);
    esito.totale = somma(esito.totale, fonti);
  }
  return esito;
}

/** Il contributo chiesto per ogni categoria di costo. */
export function contributoPerCategoria(voci: readonly VoceBudget[]): Map<string, bigint> {
  const esito = new Map<string, bigint>();
  for (const { categoria, contributoCents } of voci) esito.set(categoria, (esito.get(categoria) ?? 0n) + BigInt(contributoCents));
  return esito;
}

export const contributoTotale = (voci: readonly VoceBudget[]): bigint =>
  voci.reduce((totale, { contributoCents }) => totale + BigInt(contributoCents), 0n);

/** La stessa voce due volte: azione, categoria ed ente identificano una cella del quadro. */
export const cellaDi = ({
  azioneId,
  categoria,
  organizzazioneId,
}: Pick<VoceBudget, 'azioneId' | 'categoria' | 'organizzazioneId'>): string => JSON.stringify([azioneId, categoria, organizzazioneId]);
