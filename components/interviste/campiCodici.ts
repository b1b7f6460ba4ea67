import { GRUPPI_CAUSE } from '@/lib/attuazione/labels';
import { type CodiceLetto, FATTORI_POSITIVI, nomeGruppoCodici } from '@/lib/interviste/codici';
import type { Opzione } from '../forms/Selezione';
import type { CampoEsame } from '../istruttoria/campiEsame';

/** Le cause della Regione e i fattori positivi per gruppo, nell'ordine del rapporto. */
export function gruppiCodici(cause: readonly CodiceLetto[]): { gruppo: string; etichetta: string; opzioni: Opzione[] }[] {
  const tutti = [...cause, ...FATTORI_POSITIVI];
  const posto = (gruppo: string) => {
    const n = Object.keys(GRUPPI_CAUSE).indexOf(gruppo);
    return n < 0 ? Number.MAX_SAFE_INTEGER : n;
  };
  return [...new Set(tutti.map(({ gruppo }) => gruppo))]
    .sort((a, b) => posto(a) - posto(b))
    .map((gruppo) => ({
      ...{ gruppo, etichetta: nomeGruppoCodici(gruppo) },
      opzioni: tutti
        .filter((c) => c.gruppo === gruppo)
        .map(({ codice, etichetta }) => ({ valore: codice, etichetta: `${codice} ${etichetta}` })),
    }));
}

/** Le caselle dei codici, un riquadro per gruppo. Nessun codice è una risposta. */
export const campiCodici = (cause: readonly CodiceLetto[], spuntati: readonly string[]): CampoEsame[] =>
  gruppiCodici(cause).map(({ gruppo, etichetta, opzioni }) => ({
    ...{ tipo: 'caselle', nome: `codici.${gruppo}`, etichetta, opzioni },
    spuntate: [...spuntati],
  }));
