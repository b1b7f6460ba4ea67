import type { ContenutoVersione } from '@/lib/domande/valori';
import type { NomiModifica } from './valori';

/** Ciò che serve ai campi di ogni ambito. */
export type PropsCampi = {
  /** Il piano in vigore, e quello della bozza. */
  base: ContenutoVersione;
  scritto: ContenutoVersione;
  nomi: NomiModifica;
  /** Il valore da mostrare in un campo: quello appena rifiutato, se c'è, altrimenti `iniziale`. */
  v: (nome: string, iniziale: string) => string;
  errore: (nome: string) => string | undefined;
};

export type Azione = NonNullable<ContenutoVersione['piano']>['azioni'][number];

/** Le azioni in vigore e quelle della bozza, una volta ciascuna, con quella in vigore accanto. */
export function azioniDelle({
  base,
  scritto,
}: Pick<PropsCampi, 'base' | 'scritto'>): { azione: Azione; inVigore: Azione | null; tolta: boolean }[] {
  const scritte = scritto.piano?.azioni ?? [];
  const vecchie = base.piano?.azioni ?? [];
  return [
    ...vecchie.map((inVigore) => {
      const azione = scritte.find(({ id }) => id === inVigore.id);
      return { azione: azione ?? inVigore, inVigore, tolta: !azione };
    }),
    ...scritte.filter(({ id }) => !vecchie.some((v) => v.id === id)).map((azione) => ({ azione, inVigore: null, tolta: false })),
  ];
}

/** Le voci di un elenco come opzioni di una scelta. */
export const opzioniDi = (elenco: readonly { codice: string; etichetta: string }[]) =>
  elenco.map(({ codice, etichetta }) => ({ valore: codice, etichetta }));
export const opzioniEnti = (enti: readonly { id: string; nome: string }[]) => enti.map(({ id, nome }) => ({ valore: id, etichetta: nome }));
