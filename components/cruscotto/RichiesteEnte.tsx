import { giorniTra } from '@/lib/attuazione/rules';
import { type ProgettoMio, richiesteMie } from '@/lib/cruscotto/ente';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';
import { ToccaA } from '../ui/ToccaA';

const NOMI = { MODIFICA: 'Modifica', PROROGA: 'Proroga', RINUNCIA: 'Rinuncia' } as const;
type Richiesta = ReturnType<typeof richiesteMie>[number];

const indirizzo = ({ genere, progettoId, id }: Richiesta): string =>
  genere === 'MODIFICA'
    ? routes.modifica(progettoId, id)
    : genere === 'PROROGA'
      ? routes.proroga(progettoId, id)
      : routes.cessazione(progettoId);

/** Le richieste non ancora decise dei progetti dell’ente, con chi le deve muovere e da quanto. */
export const RichiesteEnte = ({ progetti, oggi }: { progetti: readonly ProgettoMio[]; oggi: string }) => {
  const richieste = richiesteMie(progetti);
  if (richieste.length === 0) return null;
  return (
    <Sezione id="richieste" titolo="Richieste in corso" nota="Modifiche, proroghe e rinunce non ancora decise.">
      <Tabella
        didascalia="Richieste in corso e chi deve muoverle"
        fitta
        schede="griglia"
        colonne={[
          { etichetta: 'Richiesta' },
          { etichetta: 'Progetto' },
          { etichetta: 'Tocca a' },
          { etichetta: 'Da quanto', numerica: true },
        ]}
      >
        {richieste.map((richiesta) => {
          const giorni = Math.max(0, giorniTra(richiesta.dal, oggi));
          return (
            <Riga key={richiesta.id}>
              <CellaTitolo>
                <a href={indirizzo(richiesta)}>
                  {NOMI[richiesta.genere]}
                  {richiesta.numero !== null && ` n. ${richiesta.numero}`}
                </a>
              </CellaTitolo>
              <Cella>{richiesta.progetto}</Cella>
              <Cella>
                <ToccaA
                  chi={richiesta.tocca === 'REGIONE' ? 'Regione' : 'Capofila'}
                  tu={richiesta.tocca === 'CAPOFILA' && richiesta.capofila}
                />
              </Cella>
              <Cella numerica>{giorni === 1 ? '1 giorno' : `${numero(giorni)} giorni`}</Cella>
            </Riga>
          );
        })}
      </Tabella>
    </Sezione>
  );
};
