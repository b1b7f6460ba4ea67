import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { vociDi } from '@/lib/bandi/configurazione';
import { euro } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { inPunti, totaleMassimo } from '@/lib/valutazione/punteggio';
import type { GraduatoriaDelBando } from '@/lib/valutazione/queriesGraduatoria';
import { Esito } from './Esito';

/** La graduatoria, o l'elenco per ambito nei bandi non competitivi. */
export const TabellaGraduatoria = ({ dati: { esito, configurazione, fase } }: { dati: GraduatoriaDelBando }) => {
  const nonCompetitivo = configurazione.tipo === 'NON_COMPETITIVO';
  const importo = nonCompetitivo ? 'Spetta agli ambiti' : fase === 'PROGETTO' ? 'Richiesto' : null;
  const criteri = vociDi(configurazione.griglia, fase);
  const titoli = new Map(criteri.map(({ chiave, titolo }) => [chiave, titolo]));
  return (
    <Tabella
      didascalia={nonCompetitivo ? 'Domande valutate, per ambito' : 'Domande valutate, in ordine'}
      schede="etichette"
      colonne={[
        { etichetta: nonCompetitivo ? 'Ambiti' : 'Posto', numerica: !nonCompetitivo },
        { etichetta: 'Domanda' },
        { etichetta: `Punti su ${inPunti(totaleMassimo(criteri))}`, numerica: true },
        ...(importo ? [{ etichetta: importo, numerica: true }] : []),
        { etichetta: 'Esito' },
      ]}
    >
      {esito.righe.map((riga) => {
        const cents = nonCompetitivo ? riga.spettaCents : riga.richiestoCents;
        return (
          <Riga key={riga.progettoId}>
            <Cella etichetta={nonCompetitivo ? 'Ambiti' : 'Posto'} numerica={!nonCompetitivo}>
              {nonCompetitivo ? riga.ambiti.join(', ') || 'nessuno' : (riga.posizione ?? '–')}
            </Cella>
            <CellaTitolo>
              <span className="mono muted">{riga.codice}</span> <a href={routes.valutazione(riga.progettoId, { fase })}>{riga.titolo}</a>
              {riga.capofila && <span className="sub">{riga.capofila}</span>}
            </CellaTitolo>
            <Cella etichetta="Punti" numerica>
              {inPunti(riga.totaleCentesimi)}
            </Cella>
            {importo && (
              <Cella etichetta={importo} numerica>
                {cents === null ? 'non indicato' : euro(cents)}
              </Cella>
            )}
            <Cella etichetta="Esito">
              <Esito esito={riga.esito} />
              {riga.sottoSoglia.length > 0 && (
                <span className="sub">Sotto soglia in {riga.sottoSoglia.map((chiave) => titoli.get(chiave) ?? chiave).join(', ')}</span>
              )}
            </Cella>
          </Riga>
        );
      })}
    </Tabella>
  );
};
