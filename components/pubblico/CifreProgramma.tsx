import { numero } from '@/lib/format/euro';

type Props = {
  conteggi: { progetti: number; enti: number; ambiti: number; organizzazioni: number | null; abitanti: number; dotazioneCents: bigint };
};

const MILIONI = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 });

/** Un importo grande detto in breve: 640000000 centesimi → «6,4 milioni». Sotto il milione, gli euro interi. */
const inBreve = (cents: bigint): string =>
  cents >= 100_000_000n ? `${MILIONI.format(Number(cents / 1_000_000n) / 100)} milioni` : numero(Number(cents / 100n));

/** Il programma in cinque cifre; quelle che non si conoscono non si mostrano. */
export const CifreProgramma = ({ conteggi }: Props) => {
  const cifre: [string, string][] = [
    [numero(conteggi.progetti), 'progetti'],
    [numero(conteggi.enti), `enti gestori in ${conteggi.ambiti} ambiti`],
    ...(conteggi.organizzazioni === null ? [] : [[numero(conteggi.organizzazioni), 'organizzazioni coinvolte'] as [string, string]]),
    [numero(conteggi.abitanti), 'abitanti dei territori'],
    ...(conteggi.dotazioneCents > 0n ? [[inBreve(conteggi.dotazioneCents), 'di euro assegnati al bando'] as [string, string]] : []),
  ];
  return (
    <dl className="figures">
      {cifre.map(([cifra, etichetta]) => (
        <div key={etichetta}>
          <dt>{etichetta}</dt>
          <dd>{cifra}</dd>
        </div>
      ))}
    </dl>
  );
};
