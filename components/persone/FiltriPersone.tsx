import { classiBottone } from '@/components/ui/Bottone';
import { type FiltriPersone as Filtri, SITUAZIONI } from '@/lib/persone/filtri';
import type { ProgettoConAzioni } from '@/lib/persone/letture';
import { routes } from '@/lib/routes';

const SCELTA = 'input input--select min-h-9 w-auto py-1 text-small';

/** Progetto, azione e situazione, in un modulo che si invia da sé nell'indirizzo: solo identificativi, mai nomi. */
export const FiltriPersone = ({ filtri, progetti }: { filtri: Filtri; progetti: ProgettoConAzioni[] }) => {
  const scelto = progetti.find(({ id }) => id === filtri.progetto) ?? (progetti.length === 1 ? progetti[0] : undefined);
  return (
    <form action={routes.persone()} className="toolbar">
      {progetti.length > 1 && (
        <select name="progetto" defaultValue={filtri.progetto ?? ''} aria-label="Progetto" className={SCELTA}>
          <option value="">Tutti i progetti</option>
          {progetti.map(({ id, codice, titolo }) => (
            <option key={id} value={id}>
              {codice}, {titolo}
            </option>
          ))}
        </select>
      )}
      {scelto && (
        <select name="azione" defaultValue={filtri.azione ?? ''} aria-label="Azione" className={SCELTA}>
          <option value="">Tutte le azioni</option>
          {scelto.azioni.map(({ id, codice, titolo }) => (
            <option key={id} value={id}>
              {codice}, {titolo}
            </option>
          ))}
        </select>
      )}
      <select name="stato" defaultValue={filtri.stato ?? ''} aria-label="Situazione" className={SCELTA}>
        <option value="">Tutte le situazioni</option>
        {Object.entries(SITUAZIONI).map(([valore, etichetta]) => (
          <option key={valore} value={valore}>
            {etichetta}
          </option>
        ))}
      </select>
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Filtra
      </button>
      {(filtri.progetto || filtri.azione || filtri.stato || filtri.trovate) && <a href={routes.persone()}>Togli i filtri</a>}
    </form>
  );
};
