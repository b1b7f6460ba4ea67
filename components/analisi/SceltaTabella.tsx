import { conPersone, TABELLE_ANALISI } from '@/lib/analisi/dimensioni';
import type { Errori } from '@/lib/analisi/leggi';
import { routes } from '@/lib/routes';
import { Selezione } from '../forms/Selezione';
import { Bottone } from '../ui/Bottone';

const voci = (persone: boolean) =>
  TABELLE_ANALISI.filter(({ nome }) => conPersone(nome) === persone).map(({ nome, etichetta }) => ({ valore: nome, etichetta }));

/** Il primo passo: da quale tabella. Un modulo GET; le voci del secondo sono le sue colonne. */
export const SceltaTabella = ({ scelta, errore }: { scelta: string; errore: Errori['tabella'] }) => (
  <form action={routes.analisi()} method="get" className="grid grid-cols-1 gap-x-6 gap-y-4 *:grid-cols-1 sm:flex sm:flex-wrap sm:items-end">
    <Selezione
      nome="tabella"
      id="scelta-tabella"
      etichetta="Tabella"
      vuota="Scegli una tabella"
      valore={scelta}
      gruppi={[
        { etichetta: 'Progetti ed enti', opzioni: voci(false) },
        { etichetta: 'Persone', opzioni: voci(true) },
      ]}
      errore={errore}
    />
    <div>
      <Bottone type="submit" variante={scelta === '' ? 'primario' : 'secondario'}>
        {scelta === '' ? 'Scegli' : 'Cambia tabella'}
      </Bottone>
    </div>
  </form>
);
