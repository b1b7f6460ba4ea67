import { Badge } from '@/components/ui/Badge';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { PaginaFusione, ProgettoDellEnte } from '@/lib/enti/queries';
import { dataLunga } from '@/lib/format/data';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { routes } from '@/lib/routes';

const RUOLI: Record<ProgettoDellEnte['ruolo'], string> = {
  CAPOFILA: 'Capofila',
  PARTNER_GESTORE: 'Ente gestore',
  PARTNER_ETS: 'Ente del terzo settore',
  ALTRO: 'Altro ente',
};

type Props = { pagina: PaginaFusione; da: string; a: string; dal: string };

/** Che cosa succede se si registra la fusione: progetti per ruolo, azioni, bozze, persone; e che cosa resta dov'è. */
export const CheCosaPassa = ({ pagina: { progetti, persone }, da, a, dal }: Props) => (
  <>
    <ul className="punti">
      <li>{`Dal ${dataLunga(dal)} ${a} prende il posto di ${da} in ogni progetto, con lo stesso ruolo.`}</li>
      <li>Nei progetti in corso nasce una nuova versione del piano; le azioni e le voci di spesa passano, gli importi non cambiano.</li>
      <li>Passano le relazioni e le domande ancora in bozza, le prescrizioni aperte e gli inviti non usati.</li>
      <li>{persone === 1 ? '1 persona avrà' : `${persone} persone avranno`} lo stesso incarico nel nuovo ente al prossimo accesso.</li>
      <li>{`Le relazioni presentate, le versioni e gli atti fino ad allora restano di ${da}.`}</li>
    </ul>
    {progetti.length === 0 ? (
      <p className="second">{`${da} non partecipa a progetti presentati.`}</p>
    ) : (
      <Tabella
        didascalia={`Progetti a cui partecipa ${da}`}
        schede="etichette"
        colonne={[
          { etichetta: 'Progetto' },
          { etichetta: 'Stato' },
          { etichetta: 'Ruolo che passa' },
          { etichetta: 'Azioni', numerica: true },
        ]}
      >
        {progetti.map((p) => (
          <Riga key={p.id}>
            <CellaTitolo>
              <a href={routes.progetto(p.id)}>{p.titolo}</a>
              {p.entrambi && <span className="sub">Vi partecipano entrambi: resta il ruolo che conta di più</span>}
            </CellaTitolo>
            <Cella etichetta="Stato">
              <Badge famiglia={ETICHETTA_PROGETTO[p.stato].famiglia} icona={ETICHETTA_PROGETTO[p.stato].icona}>
                {ETICHETTA_PROGETTO[p.stato].testo}
              </Badge>
            </Cella>
            <Cella etichetta="Ruolo che passa">{RUOLI[p.ruolo]}</Cella>
            <Cella etichetta="Azioni" numerica>
              {p.azioni}
            </Cella>
          </Riga>
        ))}
      </Tabella>
    )}
  </>
);
