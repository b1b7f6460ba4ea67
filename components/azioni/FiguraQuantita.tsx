import { BarreOrizzontali } from '@/components/charts/BarreOrizzontali';
import { Figura } from '@/components/charts/Figura';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { QuantitaNelTempo } from '@/lib/azioni/letture';
import { dataBreve, nomePeriodo } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';

const COLONNE = [
  { etichetta: 'Periodo' },
  { etichetta: 'Raggiunto dall’inizio', numerica: true },
  { etichetta: 'Quota del previsto', numerica: true },
];

const quota = (valore: number, previsto: number | null): string => (previsto ? `${Math.floor((100 * valore) / previsto)}%` : '–');

const Valori = ({ quantita: { unita, valori, previsto } }: { quantita: QuantitaNelTempo }) => (
  <Tabella didascalia={`Quantità raggiunte per periodo: ${unita}`} fitta colonne={COLONNE}>
    {valori.map(({ dal, al, valore }) => (
      <Riga key={`${dal}${al}`}>
        <CellaTitolo>{nomePeriodo({ dal, al })}</CellaTitolo>
        <Cella numerica>{numero(valore)}</Cella>
        <Cella numerica>{quota(valore, previsto)}</Cella>
      </Riga>
    ))}
  </Tabella>
);

/** Una quantità dell'azione: quanto era previsto e quanto si è raggiunto alla fine di ogni periodo (i valori contano dall'inizio del progetto). */
export const FiguraQuantita = ({ quantita }: { quantita: QuantitaNelTempo }) => {
  const { id, unita, riferimento, previsto, toltaIl, valori } = quantita;
  const ultimo = valori.at(-1)?.valore ?? null;
  const titolo = `${unita.slice(0, 1).toUpperCase()}${unita.slice(1)}`;
  return (
    <Figura
      id={`quantita-${id}`}
      titolo={titolo}
      nota={`${previsto === null ? 'Previsto non rilevato' : `Previsto: ${numero(previsto)}`}${riferimento ? ` (${riferimento})` : ''}${ultimo === null ? '' : `; raggiunto: ${numero(ultimo)}`}${toltaIl ? `; tolta dal piano il ${dataBreve(toltaIl)}` : ''}.`}
      avvertenza={
        previsto !== null && ultimo !== null && ultimo > previsto
          ? 'Le quantità raggiunte superano il previsto: è ammesso, e qui si segnala.'
          : undefined
      }
      tabella={<Valori quantita={quantita} />}
    >
      {valori.length === 0 ? (
        <p className="small muted">Nessuna relazione presentata dice quanto si è raggiunto.</p>
      ) : (
        <BarreOrizzontali
          scala={Math.max(1, previsto ?? 0, ...valori.map(({ valore }) => valore))}
          voci={[
            ...(previsto === null ? [] : [{ chiave: 'previsto', etichetta: 'Previsto', valore: previsto }]),
            ...valori.map(({ dal, al, valore }) => ({ chiave: `${dal}${al}`, etichetta: nomePeriodo({ dal, al }, true), valore })),
          ]}
          evidenza={valori.at(-1) && `${valori.at(-1)?.dal}${valori.at(-1)?.al}`}
        />
      )}
    </Figura>
  );
};
