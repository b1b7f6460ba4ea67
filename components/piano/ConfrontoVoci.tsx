import { euro } from '@/lib/format/euro';
import { cellaDi, costoDi, fontiDi } from '@/lib/piano/bilancio';
import type { ContestoPiano, Piano } from '@/lib/piano/contesto';
import { percento } from '@/lib/piano/importi';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Props = { prima: Piano; dopo: Piano; contesto: Pick<ContestoPiano, 'categorieCosto' | 'partner'> };

/** Voce per voce, il piano in vigore e quello presentato: costo con tutte le fonti, differenza in euro e in percentuale. */
export const ConfrontoVoci = ({ prima, dopo, contesto }: Props) => {
  const righe = righeDi(prima, dopo);
  const azioni = new Map([...dopo.azioni, ...prima.azioni].map((azione) => [azione.id, azione]));
  const nome = (elenco: readonly { codice: string; etichetta: string }[], codice: string) =>
    elenco.find((voce) => voce.codice === codice)?.etichetta ?? codice;
  const ente = (id: string) => contesto.partner.find((p) => p.organizzazioneId === id)?.denominazione ?? 'Ente che non partecipa';
  return (
    <Tabella
      didascalia="Voci di costo, piano in vigore e piano presentato"
      schede="etichette"
      fitta
      colonne={[
        { etichetta: 'Azione, categoria, ente' },
        { etichetta: 'In vigore', numerica: true },
        { etichetta: 'Presentato', numerica: true },
        { etichetta: 'Differenza', numerica: true },
      ]}
    >
      {righe.map(({ cella, voce, p, d }) => (
        <Riga key={cella}>
          <CellaTitolo>
            <span className="mono">{azioni.get(voce.azioneId)?.codice}</span> {nome(contesto.categorieCosto, voce.categoria)}
            <span className="sub">{ente(voce.organizzazioneId)}</span>
          </CellaTitolo>
          <Cella etichetta="In vigore" numerica>
            {euro(p)}
          </Cella>
          <Cella etichetta="Presentato" numerica>
            {d === 0n ? 'Tolta' : euro(d)}
          </Cella>
          <Cella etichetta="Differenza" numerica>
            {p === d ? '=' : euro(d - p)} <span className="muted">{p === d ? '' : percento(d - p, p)}</span>
          </Cella>
        </Riga>
      ))}
    </Tabella>
  );
};

/** Una riga per cella del quadro, nell'ordine del piano in vigore; le voci nuove in fondo. */
function righeDi(prima: Piano, dopo: Piano) {
  const costi = (piano: Piano) => new Map(piano.voci.map((voce) => [cellaDi(voce), costoDi(fontiDi(voce))]));
  const [p, d] = [costi(prima), costi(dopo)];
  const viste = new Map([...prima.voci, ...dopo.voci].map((voce) => [cellaDi(voce), voce]));
  return [...viste].map(([cella, voce]) => ({ cella, voce, p: p.get(cella) ?? 0n, d: d.get(cella) ?? 0n }));
}
