import { rigaDi, scalaDi } from '@/components/progetti/cronoprogramma';
import type { Intervallo, RigaGantt, ScalaGantt, Traguardo } from '@/components/ui/ganttScala';
import type { AzioneNelTempo, AzioniNelTempo, ProgettoDelleAzioni, SospensioneLetta } from '@/lib/azioni/letture';
import { pianoOriginario } from '@/lib/azioni/rules';
import { dataBreve } from '@/lib/format/data';

const giorno = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** Il tratto di una sospensione: fino a oggi se è ancora aperta. */
const tratto = ({ dal, al }: SospensioneLetta, oggi: string): Intervallo => ({
  da: giorno(dal),
  a: giorno(al ?? (dal > oggi ? dal : oggi)),
});

/** La fine del progetto, e quella approvata all'inizio se una proroga l'ha spostata. */
function traguardiDi({ fine, fineOriginaria }: ProgettoDelleAzioni): Traguardo[] {
  const traguardi = fine ? [{ giorno: giorno(fine), etichetta: `Fine del progetto: ${dataBreve(fine)}` }] : [];
  return fineOriginaria && fineOriginaria !== fine
    ? [
        { giorno: giorno(fineOriginaria), etichetta: `Fine approvata all’inizio: ${dataBreve(fineOriginaria)}`, superato: true },
        ...traguardi,
      ]
    : traguardi;
}

/** Il calendario comune a tutte le azioni, con la fine del progetto e le sospensioni di tutto il progetto; null se nessuna azione ha una data. */
export function scalaAzioni({ progetto, azioni, sospensioni }: AzioniNelTempo, oggi: string): ScalaGantt | null {
  const date = azioni.flatMap((azione) => {
    const { inizioPrevisto, finePrevista, inizioOriginario, fineOriginaria, situazione } = azione;
    return [
      { inizioPrevisto, finePrevista, ultimo: situazione },
      { inizioPrevisto: inizioOriginario, finePrevista: fineOriginaria, ultimo: null },
    ];
  });
  const fini = [progetto.fine, progetto.fineOriginaria].filter((fine) => fine !== null).sort();
  const scala = scalaDi(date, oggi, fini.at(-1) ?? null);
  const generali = sospensioni.filter(({ azioneId }) => azioneId === null);
  return scala && { ...scala, traguardi: traguardiDi(progetto), sospensioni: generali.map((sospensione) => tratto(sospensione, oggi)) };
}

/** I tratti di un'azione: il piano di prima se era diverso, quello in vigore, ciò che è accaduto, e quando era ferma da sola. */
export function rigaAzione(azione: AzioneNelTempo, sospensioni: readonly SospensioneLetta[], oggi: string): RigaGantt {
  const { inizioPrevisto, finePrevista, situazione } = azione;
  const originario = pianoOriginario(azione);
  return {
    ...rigaDi({ inizioPrevisto, finePrevista, ultimo: situazione }, oggi),
    originario: originario ? { da: giorno(originario.inizio), a: giorno(originario.fine) } : undefined,
    ferma: sospensioni.filter(({ azioneId }) => azioneId === azione.id).map((sospensione) => tratto(sospensione, oggi)),
  };
}
