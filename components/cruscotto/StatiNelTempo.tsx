import { nomeStatoAzione } from '@/lib/cruscotto/labels';
import type { Cruscotto, MeseDiStati, StatoOIgnoto } from '@/lib/cruscotto/queries';
import { meseBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { CHIAVI_STATO } from '@/lib/ricerca/pannello';
import { routes } from '@/lib/routes';
import { BarreImpilateStati } from '../charts/BarreImpilateStati';
import { Figura } from '../charts/Figura';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';

const STATI = CHIAVI_STATO as readonly StatoOIgnoto[];
const ETICHETTE = Object.fromEntries(STATI.map((stato) => [stato, nomeStatoAzione(stato)])) as Record<StatoOIgnoto, string>;

/** In che stato sono oggi le azioni dei progetti in attuazione: ogni numero apre l’elenco. */
export const AzioniOggi = ({ azioni }: Pick<Cruscotto, 'azioni'>) => {
  const di = (stato: StatoOIgnoto) => azioni.find((riga) => riga.stato === stato)?.n ?? 0;
  return (
    <Sezione id="azioni" titolo="Azioni per stato" nota="Progetti in attuazione, secondo l’ultima relazione presentata.">
      <Tabella
        didascalia="Quante azioni in ciascuno stato"
        fitta
        colonne={[{ etichetta: 'Stato' }, { etichetta: 'Azioni', numerica: true }]}
      >
        {STATI.filter((stato) => di(stato) > 0).map((stato) => (
          <Riga key={stato}>
            <CellaTitolo>{ETICHETTE[stato]}</CellaTitolo>
            <Cella numerica>
              <a href={routes.cruscottoElenco({ vista: 'azioni', statoAzione: stato })}>{numero(di(stato))}</a>
            </Cella>
          </Riga>
        ))}
      </Tabella>
    </Sezione>
  );
};

/** Gli stati delle azioni negli ultimi dodici mesi, una barra per mese, con la sua tabella. `alle`: l'ora a cui si è letta. */
export const StatiNelTempo = ({ mesi, alle }: { mesi: MeseDiStati[]; alle: string }) => (
  <Figura
    id="mesi"
    titolo="Stato delle azioni negli ultimi dodici mesi"
    nota={`Numero di azioni. Di ogni progetto vale l’ultima relazione presentata per un periodo finito entro quel mese. Aggiornato alle ${alle}.`}
    tabella={
      <Tabella
        didascalia="Azioni per stato, mese per mese"
        fitta
        colonne={[
          { etichetta: 'Mese' },
          ...STATI.map((stato) => ({ etichetta: ETICHETTE[stato], numerica: true, classe: 'whitespace-normal' })),
        ]}
      >
        {mesi.map(({ mese, conteggi }) => (
          <Riga key={mese}>
            <CellaTitolo>{meseBreve(mese)}</CellaTitolo>
            {STATI.map((stato) => (
              <Cella key={stato} numerica>
                {numero(conteggi[stato])}
              </Cella>
            ))}
          </Riga>
        ))}
      </Tabella>
    }
  >
    <BarreImpilateStati
      etichette={ETICHETTE}
      totali={mesi.at(-1)?.conteggi}
      righe={mesi.map(({ mese, conteggi }) => ({ chiave: mese, etichetta: meseBreve(mese), conteggi }))}
    />
  </Figura>
);
