import type { VersioneDelRapporto } from '@/lib/attuazione/queriesExtra';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';

/** A quale piano approvato la relazione è legata, e se una versione più nuova l'ha superato. */
export const PianoDelRapporto = ({
  progettoId,
  versione: { numero, superataDa },
}: {
  progettoId: string;
  versione: VersioneDelRapporto;
}) => (
  <p className="small second">
    {numero === null ? (
      'Scritta sul piano di partenza'
    ) : (
      <>
        Scritta sul piano approvato, <a href={routes.versione(progettoId, numero)}>versione {numero}</a>
      </>
    )}
    {superataDa ? (
      <>
        , superata dalla <a href={routes.versione(progettoId, superataDa.numero)}>versione {superataDa.numero}</a> del{' '}
        {dataBreve(giornoDi(new Date(superataDa.il)))}.
      </>
    ) : (
      ', in vigore.'
    )}
  </p>
);
