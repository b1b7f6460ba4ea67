import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { CampoVista, SezioneVista } from '@/lib/versioni/tabellePiano';

/** Una sezione presentata, da leggere. */
export const LetturaSezione = ({ sezione }: { sezione: SezioneVista }) => (
  <>
    {sezione.campi.map((campo) => (
      <div key={campo.chiave} className="lettura">
        <p className="legend">{campo.etichetta}</p>
        <ValoreLetto campo={campo} />
      </div>
    ))}
  </>
);

const ValoreLetto = ({ campo }: { campo: CampoVista }) => {
  if (campo.tipo === 'testo') return campo.testo ? <p className="testo">{campo.testo}</p> : <p className="muted">Non compilato.</p>;
  if (campo.righe.length === 0) return <p className="muted">Nessuna riga.</p>;
  return (
    <Tabella
      didascalia={campo.etichetta}
      fitta
      colonne={campo.colonne}
      piede={
        campo.piede && (
          <tr>
            {campo.piede.map((cella, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: le colonne non cambiano posto
              <td key={n} className={campo.colonne[n]?.numerica ? 'num' : undefined}>
                {cella}
              </td>
            ))}
          </tr>
        )
      }
    >
      {campo.righe.map((riga, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: righe congelate, non cambiano posto
        <Riga key={n}>
          <CellaTitolo>{riga[0]}</CellaTitolo>
          {riga.slice(1).map((cella, m) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: le colonne non cambiano posto
            <Cella key={m} numerica={campo.colonne[m + 1]?.numerica}>
              {cella}
            </Cella>
          ))}
        </Riga>
      ))}
    </Tabella>
  );
};
