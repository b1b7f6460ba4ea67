import type { AvvisoScritto } from '@/lib/avvisi/letture';
import { massimoDi } from '@/lib/avvisi/stati';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

/** Il testo di un avviso, le azioni per cui si cercano partner e i criteri con cui si sceglie. */
export const TestoAvviso = ({ avviso: { testo, azioni, criteri } }: { avviso: Pick<AvvisoScritto, 'testo' | 'azioni' | 'criteri'> }) => (
  <>
    <Sezione id="testo" titolo="L’avviso">
      <div className="prose">
        {testo.split(/\n{2,}/).map((paragrafo, indice) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: un testo già scritto
          <p key={indice} className="whitespace-pre-line">
            {paragrafo}
          </p>
        ))}
      </div>
    </Sezione>
    <Sezione id="azioni-cercate" titolo="Azioni per cui si cercano partner">
      <div className="prose">
        <ul>
          {azioni.map(({ chiave, titolo }) => (
            <li key={chiave}>{titolo}</li>
          ))}
        </ul>
      </div>
    </Sezione>
    <Sezione id="criteri" titolo="Come si sceglie" nota={`In tutto ${massimoDi(criteri)} punti`}>
      <Tabella didascalia="Criteri e punti" colonne={[{ etichetta: 'Criterio' }, { etichetta: 'Punti al massimo', numerica: true }]}>
        {criteri.map(({ chiave, testo: criterio, massimo }) => (
          <Riga key={chiave}>
            <CellaTitolo>{criterio}</CellaTitolo>
            <Cella numerica>{massimo}</Cella>
          </Riga>
        ))}
      </Tabella>
    </Sezione>
  </>
);
