import type { ContenutoVersione } from '@/lib/domande/valori';
import type { Operazione } from '@/lib/modifiche/operazioni';
import type { Regola } from '@/lib/modifiche/regola';
import { TabellaOperazioni } from './TabellaOperazioni';
import { TotaliModifica } from './TotaliModifica';
import type { NomiModifica } from './valori';

type Props = {
  operazioni: readonly Operazione[];
  regola: Regola;
  nomi: NomiModifica;
  errori: Record<string, string>;
  base: ContenutoVersione;
  nuovo: ContenutoVersione;
  assegnatoCents: string | null;
};

/** Che cosa cambia e quale regola vale, mentre si scrive. */
export const Anteprima = ({ operazioni, regola, nomi, errori, ...piani }: Props) => (
  <section className="grid gap-4" aria-labelledby="anteprima">
    <h3 id="anteprima">Che cosa cambia</h3>
    <div aria-live="polite" className="grid gap-4">
      <FraseRegola regola={regola} vuota={operazioni.length === 0} />
      <TotaliModifica {...piani} />
      {Object.entries(errori).map(([nome, messaggio]) => (
        <p key={nome} className="err">
          <a href={`#${nome}`}>{messaggio}</a>
        </p>
      ))}
    </div>
    {operazioni.length > 0 && <TabellaOperazioni operazioni={operazioni} nomi={nomi} />}
  </section>
);

/** La regola del bando in una frase: basta comunicare, o chi deve approvare. */
export const FraseRegola = ({ regola, vuota = false }: { regola: Pick<Regola, 'regime' | 'frase'>; vuota?: boolean }) => (
  <p className={regola.regime === 'COMUNICAZIONE' ? 'regola' : 'regola regola--approva'}>
    {vuota ? 'Finora non cambia nulla: scrivi i valori nuovi accanto a quelli in vigore.' : regola.frase}
  </p>
);
