import { Badge } from '@/components/ui/Badge';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { ETICHETTA_RAPPORTO } from '@/lib/attuazione/labels';
import { giorniTra } from '@/lib/attuazione/rules';
import { badgeDomanda } from '@/lib/domande/labels';
import { mancano, nomePeriodo } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import type { ProgettoInElenco } from '@/lib/progetti/letture';
import { routes } from '@/lib/routes';

type Props = {
  righe: ProgettoInElenco[];
  oggi: string;
  /** Come si dice, a chi guarda, di una relazione che manca: «da aprire», «non presentata», «non approvata». */
  assente: string;
};

const COLONNE = [
  { etichetta: 'Progetto' },
  { etichetta: 'Territorio e capofila', classe: 'md:w-64' },
  { etichetta: 'Enti', numerica: true },
  { etichetta: 'Azioni', numerica: true },
  { etichetta: 'Stato', classe: 'md:pl-6' },
  { etichetta: 'Ultima relazione', classe: 'md:w-64' },
];

/** L'elenco dei progetti, in ordine di codice. Pochi elementi per riga: ne può mostrare molte. */
export const TabellaProgetti = ({ righe, oggi, assente }: Props) => (
  <Tabella didascalia="Progetti in ordine di codice, con l'ultima relazione dovuta" schede="griglia" colonne={COLONNE}>
    {righe.map((p) => {
      const stato = badgeDomanda(p.stato);
      return (
        <Riga key={p.id}>
          <CellaTitolo>
            <span className="mono muted">{p.codice}</span> <a href={routes.progetto(p.id)}>{p.titolo}</a>
          </CellaTitolo>
          <Cella classe="card-soft">
            <span>
              {p.territorio}
              {p.capofila && <span className="sub">{p.capofila}</span>}
            </span>
          </Cella>
          <Cella numerica classe="card-hide">
            {numero(p.enti)}
          </Cella>
          <Cella numerica classe="card-hide">
            {numero(p.azioni)}
          </Cella>
          <Cella classe="md:pl-6">
            <Badge famiglia={stato.famiglia} icona={stato.icona}>
              {stato.testo}
            </Badge>
          </Cella>
          <Cella classe="card-wide">
            <UltimaRelazione progetto={p} oggi={oggi} assente={assente} />
          </Cella>
        </Riga>
      );
    })}
  </Tabella>
);

const UltimaRelazione = ({ progetto: { periodo, relazione }, oggi, assente }: Omit<Props, 'righe'> & { progetto: ProgettoInElenco }) => {
  if (!periodo) return <span className="muted">Nessun periodo finito</span>;
  const etichetta = relazione && ETICHETTA_RAPPORTO[relazione.stato];
  const giorni = giorniTra(oggi, periodo.scadenza);
  const inCorso = !relazione || relazione.stato === 'BOZZA';
  return (
    <span>
      {etichetta ? (
        <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
          {etichetta.testo}
        </Badge>
      ) : (
        assente
      )}
      <span className="sub">
        {nomePeriodo(periodo)}
        {inCorso && (
          <>
            , <span className={giorni < 0 ? 'late' : undefined}>{mancano(giorni).toLowerCase()}</span>
          </>
        )}
      </span>
    </span>
  );
};
