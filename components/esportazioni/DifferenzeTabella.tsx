import { numero } from '@/lib/format/euro';
import type { Differenza } from '@/lib/istantanee/confronta';
import type { TabellaConfrontata } from '@/lib/istantanee/queriesConfronto';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

const GENERI: Record<Differenza['genere'], string> = { AGGIUNTA: 'Nuova', TOLTA: 'Tolta', CAMBIATA: 'Cambiata' };
const ASSENTI = { SOLO_PRIMA: 'La tabella c’è solo nella prima istantanea.', SOLO_DOPO: 'La tabella c’è solo nella seconda istantanea.' };

const cambi = ({ colonne }: Differenza): string => colonne.map(({ nome, prima, dopo }) => `${nome}: da ${prima} a ${dopo}`).join('; ');

/** Le differenze di una tabella: quante, e le prime una per una. */
export const DifferenzeTabella = ({ tabella }: { tabella: TabellaConfrontata }) => {
  if (tabella.esito === 'UGUALE') return null;
  if (tabella.esito !== 'DIVERSA')
    return (
      <Sezione id={tabella.nome} titolo={tabella.etichetta}>
        <p>{ASSENTI[tabella.esito]}</p>
      </Sezione>
    );
  const { aggiunte, tolte, cambiate, uguali, esempi } = tabella.confronto;
  const altre = aggiunte + tolte + cambiate - esempi.length;
  return (
    <Sezione
      id={tabella.nome}
      titolo={tabella.etichetta}
      nota={`Righe nuove ${numero(aggiunte)}, tolte ${numero(tolte)}, cambiate ${numero(cambiate)}, uguali ${numero(uguali)}.`}
    >
      {esempi.length > 0 && (
        <Tabella
          didascalia={`Differenze: ${tabella.etichetta}`}
          colonne={[{ etichetta: 'Chiave' }, { etichetta: 'Riga' }, { etichetta: 'Che cosa cambia' }]}
          schede="etichette"
          fitta
        >
          {esempi.map((differenza) => (
            <Riga key={`${differenza.genere} ${differenza.chiave}`}>
              <CellaTitolo>{differenza.chiave}</CellaTitolo>
              <Cella etichetta="Riga">{GENERI[differenza.genere]}</Cella>
              <Cella etichetta="Che cosa cambia" classe="break-words">
                {cambi(differenza) || 'Tutta la riga'}
              </Cella>
            </Riga>
          ))}
        </Tabella>
      )}
      {altre > 0 && <p className="hint mt-2">{`E altre ${numero(altre)}: si trovano confrontando i file JSON Lines.`}</p>}
      {esempi.length === 0 && <p>Le righe sono le stesse: sono cambiate solo le colonne.</p>}
    </Sezione>
  );
};
