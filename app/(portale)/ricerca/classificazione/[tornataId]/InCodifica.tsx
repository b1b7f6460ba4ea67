import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { DaCodificare } from '@/components/classificazione/ElencoProgetti';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import type { PaginaTornata } from '@/lib/classificazione/queries';
import { conta } from '@/lib/ricerca/labels';
import { chiudiAction, prendiAction } from '../actions';

type Props = { tornata: PaginaTornata };

/** Finché si codifica: prendere un foglio, riempirlo, chiuderlo. */
export const InCodifica = ({ tornata }: Props) => {
  const { foglio, codificatori, progetti } = tornata;
  if (!foglio)
    return codificatori < 2 ? (
      <Vuoto
        titolo="Prendi un foglio per codificare"
        azione={<ModuloAtto action={prendiAction} nascosti={{ tornataId: tornata.id }} invia="Prendi un foglio" />}
      >
        Codifichi da sola o da solo tutti i progetti. Il foglio dell’altra persona si vede quando li avete chiusi tutti e due.
      </Vuoto>
    ) : (
      <Vuoto titolo="Questa tornata ha già due codificatori">
        L’accordo e le due codifiche si leggono qui quando avranno chiuso i fogli.
      </Vuoto>
    );
  const fatti = progetti.filter(({ propria }) => propria !== null).length;
  return (
    <Sezione
      id="progetti"
      titolo="Il tuo foglio"
      nota={`${conta(fatti, 'progetto codificato', 'progetti codificati')} su ${progetti.length}.`}
    >
      {foglio.chiuso && <Callout icona="lucchetto">Hai chiuso il tuo foglio. Si aspetta l’altra persona.</Callout>}
      <Statico>
        <DaCodificare tornata={tornata} />
      </Statico>
      {!foglio.chiuso &&
        (fatti === progetti.length ? <Chiudi tornata={tornata} /> : <p className="hint mt-3">Il foglio si chiude quando ci sono tutti.</p>)}
    </Sezione>
  );
};

const Chiudi = ({ tornata }: Props) => (
  <div className="mt-4">
    <Dialogo id="chiudi" titolo="Chiudere il foglio?" apri="Chiudi il foglio">
      <p>Le tue codifiche non si cambiano più. Quando anche l’altra persona chiude il suo, si vedono tutte e due.</p>
      <ModuloAtto action={chiudiAction} nascosti={{ tornataId: tornata.id }} invia="Chiudi il foglio" />
    </Dialogo>
  </div>
);
