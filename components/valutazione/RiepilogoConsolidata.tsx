import { CifraChiave, CifreChiave } from '@/components/ui/CifraChiave';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Tabella } from '@/components/ui/Tabella';
import type { Configurazione, Criterio } from '@/lib/bandi/configurazione';
import { dataEOra } from '@/lib/format/data';
import { inPunti, totaleMassimo } from '@/lib/valutazione/punteggio';
import type { ValutazioneConsolidata } from '@/lib/valutazione/queries';

type Props = {
  consolidata: ValutazioneConsolidata;
  criteri: Criterio[];
  configurazione: Pick<Configurazione, 'sogliaTotaleCentesimi'> | null;
};

/** La valutazione della commissione: totale, criteri, giudizio. */
export const RiepilogoConsolidata = ({ consolidata, criteri, configurazione }: Props) => {
  const { totaleCentesimi, punteggi, motivazione, consolidataIl, presidente } = consolidata;
  const soglia = configurazione?.sogliaTotaleCentesimi ?? 0;
  return (
    <Sezione
      id="consolidata"
      titolo="Valutazione della commissione"
      nota={`Consolidata da ${presidente} il ${dataEOra(new Date(consolidataIl))}`}
    >
      <CifreChiave>
        <CifraChiave
          etichetta="Punti"
          valore={inPunti(totaleCentesimi)}
          confronto={`su ${inPunti(totaleMassimo(criteri))}${soglia > 0 ? `, soglia ${inPunti(soglia)}` : ''}`}
          critico={totaleCentesimi < soglia}
        />
      </CifreChiave>
      <p className="testo">{motivazione}</p>
      <Tabella
        didascalia="Punti consolidati per criterio"
        schede="etichette"
        colonne={[
          { etichetta: 'Criterio' },
          { etichetta: 'Proposto', numerica: true },
          { etichetta: 'Punti', numerica: true },
          { etichetta: 'Motivazione' },
        ]}
      >
        {criteri.map(({ chiave, titolo, massimo, soglia: minimo }) => {
          const voce = punteggi[chiave];
          return (
            <Riga key={chiave}>
              <CellaTitolo>
                {titolo} <span className="muted">su {massimo}</span>
                {voce && voce.centesimi < minimo * 100 && <div className="late">Sotto la soglia di {minimo}</div>}
              </CellaTitolo>
              <Cella etichetta="Proposto" numerica>
                {voce && inPunti(voce.proposto)}
              </Cella>
              <Cella etichetta="Punti" numerica>
                {voce && inPunti(voce.centesimi)}
              </Cella>
              <Cella etichetta="Motivazione">{voce?.motivazione}</Cella>
            </Riga>
          );
        })}
      </Tabella>
    </Sezione>
  );
};
