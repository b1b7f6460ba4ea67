import type { ReactNode } from 'react';
import { NOME_FASE, NOME_PASSO } from '@/lib/interviste/labels';
import type { PaginaInterviste } from '@/lib/interviste/queries';
import { FASI, PASSI, type Ricerca, siCerca } from '@/lib/interviste/schema';
import { routes } from '@/lib/routes';
import { classiBottone } from '../ui/Bottone';
import { CampoCerca } from '../ui/CampoCerca';
import { gruppiCodici } from './campiCodici';

type Props = { ricerca: Ricerca; pagina: Pick<PaginaInterviste, 'progetti' | 'cause'>; lavora: boolean };

const Scelta = ({ nome, etichetta, valore, children }: { nome: string; etichetta: string; valore?: string; children: ReactNode }) => (
  <select
    name={nome}
    defaultValue={valore ?? ''}
    aria-label={etichetta}
    className="input input--select min-h-9 w-auto max-w-72 py-1 text-small"
  >
    {children}
  </select>
);

/** Cerca tra gli estratti: parole, progetto, codice, fase e, per chi ci lavora, a che punto sono. Tutto resta nell'indirizzo. */
export const FiltriEstratti = ({ ricerca, pagina: { progetti, cause }, lavora }: Props) => (
  <search>
    <form action={routes.interviste()} className="toolbar">
      <div className="search">
        <CampoCerca valore={ricerca.q} in="parole degli estratti" />
      </div>
      <Scelta nome="progetto" etichetta="Progetto" valore={ricerca.progetto}>
        <option value="">Tutti i progetti</option>
        {progetti.map(({ id, codice, titolo }) => (
          <option key={id} value={id}>
            {codice} {titolo}
          </option>
        ))}
      </Scelta>
      <Scelta nome="codice" etichetta="Codice" valore={ricerca.codice}>
        <option value="">Tutti i codici</option>
        {gruppiCodici(cause).map(({ gruppo, etichetta, opzioni }) => (
          <optgroup key={gruppo} label={etichetta}>
            {opzioni.map((opzione) => (
              <option key={opzione.valore} value={opzione.valore}>
                {opzione.etichetta}
              </option>
            ))}
          </optgroup>
        ))}
      </Scelta>
      <Scelta nome="fase" etichetta="Fase" valore={ricerca.fase}>
        <option value="">Tutte le fasi</option>
        {FASI.map((fase) => (
          <option key={fase} value={fase}>
            {NOME_FASE[fase]}
          </option>
        ))}
      </Scelta>
      {lavora ? (
        <Scelta nome="passo" etichetta="A che punto sono" valore={ricerca.passo ?? 'TUTTI'}>
          <option value="TUTTI">A qualunque punto</option>
          {PASSI.map((passo) => (
            <option key={passo} value={passo}>
              {NOME_PASSO[passo]}
            </option>
          ))}
        </Scelta>
      ) : (
        <input type="hidden" name="passo" value="TUTTI" />
      )}
      <button type="submit" className={classiBottone({ variante: 'quieto', taglia: 36 })}>
        Cerca
      </button>
      {siCerca(ricerca) && <a href={routes.interviste()}>Togli la ricerca</a>}
    </form>
  </search>
);
