import type { GruppoMancanze } from '@/lib/deposito/mancanze';
import { quanteMancanze } from '@/lib/deposito/mancanze';
import { Callout } from '../ui/Callout';
import { Icona } from '../ui/Icona';

const quante = (n: number): string => (n === 1 ? 'manca 1 cosa' : `mancano ${n} cose`);

/** Tutto ciò che manca per presentare, con un collegamento a ogni campo: lo vede chiunque partecipi, non solo chi presenta. */
export const CheCosaManca = ({ gruppi }: { gruppi: GruppoMancanze[] }) => {
  const totale = quanteMancanze(gruppi);
  const complete = gruppi.filter(({ mancanze }) => mancanze.length === 0);
  return (
    <>
      {totale === 0 ? (
        <Callout tipo="successo">Non manca nulla: la domanda si può presentare.</Callout>
      ) : (
        <p>{totale === 1 ? 'Manca ancora 1 cosa' : `Mancano ancora ${totale} cose`}. Ogni riga porta al campo da completare.</p>
      )}
      {gruppi
        .filter(({ mancanze }) => mancanze.length > 0)
        .map(({ chiave, titolo, href, mancanze }) => (
          <section key={chiave} className="pt-6">
            <h3>
              <a href={href}>{titolo}</a> <span className="small second">{quante(mancanze.length)}</span>
            </h3>
            <ul className="elenco-manca">
              {mancanze.map(({ href: campo, messaggio }, indice) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: due mancanze possono avere le stesse parole, e l'elenco non cambia
                <li key={indice}>
                  <Icona nome="attenzione" taglia={16} />
                  <a href={campo}>{messaggio}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {complete.length > 0 && totale > 0 && (
        <p className="small second pt-6">Già complete: {complete.map(({ titolo }) => titolo).join(', ')}.</p>
      )}
    </>
  );
};
