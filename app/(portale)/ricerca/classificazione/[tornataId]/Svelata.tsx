import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Confronto } from '@/components/classificazione/ElencoProgetti';
import { TabellaAccordo } from '@/components/classificazione/TabellaAccordo';
import { Bottone } from '@/components/ui/Bottone';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { type Coppia, concordano } from '@/lib/classificazione/kappa';
import type { PaginaTornata } from '@/lib/classificazione/queries';
import { FORMATI_TABELLA } from '@/lib/ricerca/labels';
import { routes } from '@/lib/routes';
import { concordiAction } from '../actions';

type Props = { tornata: PaginaTornata };

/** Chiusi i fogli: l'accordo, il confronto, le decisioni. */
export const Svelata = ({ tornata }: Props) => {
  const daConfermare = tornata.progetti.filter(
    ({ primo, secondo, decisioni }) =>
      primo && secondo && concordano({ primo: primo.voci, secondo: secondo.voci }) && !decisioni.some((d) => d.sostituitaIl === null),
  ).length;
  return (
    <>
      <Statico>
        <TabellaAccordo schema={tornata.schema} coppie={coppie(tornata)} />
      </Statico>
      <Sezione id="confronto" titolo="Progetti">
        <Statico>
          <Confronto tornata={tornata} />
        </Statico>
        <div className="btn-row mt-4">
          {daConfermare > 0 && (
            <Dialogo id="concordi" titolo="Confermare i progetti concordi?" apri="Conferma i concordi" taglia={36}>
              <p>
                {`Per ${daConfermare === 1 ? 'un progetto le due codifiche dicono' : `${daConfermare} progetti le due codifiche dicono`} lo stesso: diventa la classificazione decisa. I discordi si decidono uno per uno, con il motivo.`}
              </p>
              <ModuloAtto action={concordiAction} nascosti={{ tornataId: tornata.id }} invia="Conferma i concordi" />
            </Dialogo>
          )}
        </div>
        <Scarica tornata={tornata} />
      </Sezione>
    </>
  );
};

const coppie = ({ progetti }: PaginaTornata): Coppia[] =>
  progetti.flatMap(({ primo, secondo }) => (primo && secondo ? [{ primo: primo.voci, secondo: secondo.voci }] : []));

const Scarica = ({ tornata }: Props) => (
  <form action={routes.scaricaTornata(tornata.id)} method="post" className="mt-3 flex flex-wrap items-center gap-2">
    <span className="text-small text-muted">Scarica le codifiche</span>
    {FORMATI_TABELLA.map(([formato, etichetta]) => (
      <Bottone key={formato} type="submit" name="formato" value={formato} variante="quieto" taglia={32}>
        {etichetta}
      </Bottone>
    ))}
  </form>
);
