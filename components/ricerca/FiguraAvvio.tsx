import { meseEAnno } from '@/lib/format/data';
import { figuraAvvio, figuraAvvioAzioni } from '@/lib/ricerca/figureAttuazione';
import { NOME_AVVIO } from '@/lib/ricerca/labels';
import type { Avvio, AvvioAzioni } from '@/lib/ricerca/misure';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';
import { FiguraBarre } from './FiguraRicerca';
import { AltreRighe, primeRighe } from './PrimeRighe';

const mese = (valore: string | null): string => (valore === null ? 'non rilevato' : meseEAnno(`${valore}-01`));

/** Quanti mesi tra l'approvazione e l'avvio delle attività: i progetti di cui si sa, e nella tabella anche gli altri. */
export const FiguraAvvio = ({ avvio, filtri }: { avvio: Avvio; filtri: FiltriRicerca }) => (
  <FiguraBarre
    figura={figuraAvvio(avvio)}
    filtri={filtri}
    vuota="Di nessun progetto si conoscono sia l’approvazione sia l’avvio."
    tabella={<TabellaAvvio righe={avvio.righe} />}
  />
);

const TabellaAvvio = ({ righe }: Pick<Avvio, 'righe'>) => (
  <>
    <Tabella
      didascalia="Mesi dall’approvazione all’avvio, per progetto"
      fitta
      colonne={[{ etichetta: 'Capofila' }, { etichetta: 'Approvazione' }, { etichetta: 'Avvio' }, { etichetta: 'Mesi', numerica: true }]}
    >
      {primeRighe(righe).map(({ progetto, capofila, approvazione, avvio, mesi }) => (
        <Riga key={progetto}>
          <CellaTitolo>{capofila}</CellaTitolo>
          <Cella>{mese(approvazione)}</Cella>
          <Cella>{mese(avvio)}</Cella>
          <Cella numerica>{mesi ?? 'non rilevato'}</Cella>
        </Riga>
      ))}
    </Tabella>
    <AltreRighe righe={righe} />
  </>
);

/** Quanti mesi tra l'approvazione del progetto e l'inizio di ogni azione, per classi. */
export const FiguraAvvioAzioni = ({ avvio, filtri }: { avvio: AvvioAzioni; filtri: FiltriRicerca }) => (
  <FiguraBarre
    figura={figuraAvvioAzioni(avvio)}
    filtri={filtri}
    vuota="Di nessuna azione si conosce l’inizio effettivo."
    tabella={<TabellaClassi avvio={avvio} />}
  />
);

const TabellaClassi = ({ avvio: { classi, senzaInizio, senzaApprovazione } }: { avvio: AvvioAzioni }) => (
  <Tabella
    didascalia="Azioni per mesi dall’approvazione all’inizio"
    fitta
    colonne={[{ etichetta: 'Mesi dall’approvazione' }, { etichetta: 'Azioni', numerica: true }]}
  >
    {[
      ...classi.map(({ classe, azioni }) => [NOME_AVVIO[classe], azioni] as const),
      ['Inizio non rilevato', senzaInizio] as const,
      ['Approvazione non nota', senzaApprovazione] as const,
    ].map(([nome, azioni]) => (
      <Riga key={nome}>
        <CellaTitolo>{nome}</CellaTitolo>
        <Cella numerica>{azioni}</Cella>
      </Riga>
    ))}
  </Tabella>
);
