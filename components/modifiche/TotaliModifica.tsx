import type { ContenutoVersione } from '@/lib/domande/valori';
import { euro } from '@/lib/format/euro';
import { costoDi, totali } from '@/lib/piano/bilancio';
import { scartoImporto } from '@/lib/versioni/scarti';

type Props = { base: ContenutoVersione; nuovo: ContenutoVersione; assegnatoCents: string | null };

/** I totali del quadro economico prima e dopo, se cambiano; e di quanto il contributo supera quello assegnato, se lo supera. */
export const TotaliModifica = ({ base, nuovo, assegnatoCents }: Props) => {
  const [prima, ora] = [totali(base.piano?.voci ?? []).totale, totali(nuovo.piano?.voci ?? []).totale];
  const righe = [['Contributo', prima.contributo, ora.contributo] as const, ['Costo totale', costoDi(prima), costoDi(ora)] as const].filter(
    ([, a, b]) => a !== b,
  );
  const oltre = assegnatoCents === null ? 0n : ora.contributo - BigInt(assegnatoCents);
  return (
    <>
      {righe.map(([nome, a, b]) => (
        <p key={nome}>
          {nome}: da {euro(a)} a <b>{euro(b)}</b> <span className="delta">{scartoImporto(a, b)}</span>
        </p>
      ))}
      {oltre > 0n && ora.contributo > prima.contributo && (
        <p className="err">Il contributo supera di {euro(oltre)} quello assegnato: riduci altre voci.</p>
      )}
    </>
  );
};
