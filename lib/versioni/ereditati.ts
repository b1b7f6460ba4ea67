import { type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import type { Valori } from '@/lib/domande/valori';
import type { FaseDomanda } from '@/lib/progetti/stati';

export type SezioniPerFase = Partial<Record<FaseDomanda, Record<string, Valori>>>;

/**
 * Le sezioni di una fase come si leggono adesso: quelle scritte e, per quelle che nessuno ha ancora aperto, ciò che passa dalla fase prima. Dall'idea
 * al progetto passano i campi comuni; la rimodulazione parte dal progetto com'è.
 */
export function sezioniCorrenti(
  configurazione: Pick<Configurazione, 'sezioni'>,
  fase: FaseDomanda,
  scritte: SezioniPerFase,
): Record<string, Valori> {
  const qui = scritte[fase] ?? {};
  if (fase === 'IDEA') return qui;
  if (fase === 'RIMODULAZIONE') return { ...sezioniCorrenti(configurazione, 'PROGETTO', scritte), ...qui };
  const comuni = sezioniDi(configurazione, 'PROGETTO').flatMap(({ chiave, campi }) => {
    const idea = scritte.IDEA?.[chiave];
    if (!idea || qui[chiave]) return [];
    const valori = campi.filter((campo) => campo.chiave in idea).map((campo) => [campo.chiave, idea[campo.chiave] ?? null] as const);
    return [[chiave, Object.fromEntries(valori)] as const];
  });
  return { ...Object.fromEntries(comuni), ...qui };
}
