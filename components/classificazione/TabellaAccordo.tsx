import { type Coppia, kappaComplessivo, kappaPerVoce } from '@/lib/classificazione/kappa';
import { forzaAccordo, kappaScritto, quotaScritta } from '@/lib/classificazione/labels';
import type { Schema } from '@/lib/classificazione/voci';
import { CifraChiave, CifreChiave } from '../ui/CifraChiave';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

type Props = {
  schema: Pick<Schema, 'voci' | 'esclusivo'>;
  coppie: readonly Coppia[];
  /** Che cosa si codifica, al singolare. */
  cosa?: 'progetto' | 'estratto';
  /** Solo le voci usate da almeno uno: dove l'elenco è lungo. */
  soloUsate?: boolean;
};

/** L'accordo tra i due codificatori: nel complesso e voce per voce. */
export const TabellaAccordo = ({ schema, coppie, cosa = 'progetto', soloUsate = false }: Props) => {
  const codici = schema.voci.map(({ codice }) => codice);
  const usate = new Set(coppie.flatMap(({ primo, secondo }) => [...primo, ...secondo]));
  const mostrate = schema.voci.filter(({ codice }) => !soloUsate || usate.has(codice));
  const tutto = kappaComplessivo(coppie, codici, schema.esclusivo);
  return (
    <Sezione id="accordo" titolo="Accordo tra i codificatori">
      <CifreChiave>
        <CifraChiave etichetta="Kappa di Cohen" valore={kappaScritto(tutto)} confronto={forzaAccordo(tutto)} />
        <CifraChiave
          etichetta="Accordo osservato"
          valore={quotaScritta(tutto.osservato)}
          confronto={`${tutto.concordi} risposte su ${tutto.n}`}
        />
        <CifraChiave etichetta="Accordo atteso per caso" valore={quotaScritta(tutto.atteso)} />
      </CifreChiave>
      <div className="mt-6">
        <Tabella
          didascalia={`Kappa per voce: presente o assente, ${cosa} per ${cosa}`}
          didascaliaVisibile
          schede="etichette"
          fitta
          colonne={[
            { etichetta: 'Voce' },
            { etichetta: 'Concordi', numerica: true },
            { etichetta: 'Accordo', numerica: true },
            { etichetta: 'Kappa', numerica: true, classe: 'whitespace-normal' },
          ]}
        >
          {kappaPerVoce(
            coppie,
            mostrate.map(({ codice }) => codice),
          ).map(({ voce, accordo }, n) => (
            <Riga key={voce}>
              <CellaTitolo>{mostrate[n]?.etichetta}</CellaTitolo>
              <Cella numerica etichetta="Concordi">
                {accordo.concordi} su {accordo.n}
              </Cella>
              <Cella numerica etichetta="Accordo">
                {quotaScritta(accordo.osservato)}
              </Cella>
              <Cella numerica etichetta="Kappa" classe="whitespace-normal">
                {kappaScritto(accordo)}
              </Cella>
            </Riga>
          ))}
        </Tabella>
      </div>
      <p className="hint mt-2">
        Il kappa toglie dall’accordo osservato quello che darebbe il caso: 1 è accordo pieno, 0 quanto il caso. Se i due hanno dato sempre
        la stessa sola risposta non è definito.{' '}
        {schema.esclusivo ? '' : `Quello complessivo conta insieme tutte le decisioni sì o no, una per ${cosa} e voce.`}
      </p>
    </Sezione>
  );
};
