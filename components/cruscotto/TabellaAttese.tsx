import { giorniTra } from '@/lib/attuazione/rules';
import { CHE_ASPETTA, CHI_ASPETTA } from '@/lib/cruscotto/labels';
import type { Cruscotto } from '@/lib/cruscotto/queries';
import { Aspetta } from '@/lib/cruscotto/schema';
import { dataBreve } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { Tabella } from '../ui/Tabella';
import { ToccaA } from '../ui/ToccaA';
import { Vuoto } from '../ui/Vuoto';

type Props = { attese: Cruscotto['attese']; oggi: string };

/** Chi deve fare la prossima mossa, che cosa, e da quando: prima la Regione. */
export const TabellaAttese = ({ attese, oggi }: Props) => (
  <Sezione id="attese" titolo="Di chi è la prossima mossa" nota="Progetti che aspettano qualcosa, dal giorno da cui l’attesa dura.">
    {attese.length === 0 ? (
      <Vuoto titolo="Nessun progetto aspetta qualcosa">
        Qui compaiono le relazioni da presentare o da verificare e le richieste da decidere.
      </Vuoto>
    ) : (
      <Tabella
        didascalia="Progetti in attesa, per chi deve muovere"
        fitta
        schede="griglia"
        colonne={[
          { etichetta: 'Tocca a' },
          { etichetta: 'Che cosa si aspetta' },
          { etichetta: 'Progetti', numerica: true },
          { etichetta: 'La più vecchia', numerica: true },
        ]}
      >
        {Aspetta.options.flatMap((chi) => {
          const attesa = attese.find((a) => a.chi === chi);
          if (!attesa) return [];
          const totale = { che: undefined, progetti: attesa.progetti, dal: attesa.dal };
          return [totale, ...(attesa.dettaglio.length > 1 ? attesa.dettaglio : [])].map(({ che, progetti, dal }) => (
            <Riga key={`${chi}-${che ?? ''}`}>
              <CellaTitolo>
                {che ? <span className="sr">{CHI_ASPETTA[chi]}</span> : <ToccaA chi={CHI_ASPETTA[chi]} tu={chi === 'REGIONE'} />}
              </CellaTitolo>
              <Cella>
                {che ? (
                  CHE_ASPETTA[che]
                ) : attesa.dettaglio.length > 1 ? (
                  <b>in tutto</b>
                ) : (
                  CHE_ASPETTA[attesa.dettaglio[0]?.che ?? 'RELAZIONE']
                )}
              </Cella>
              <Cella numerica>
                <a href={routes.cruscottoElenco({ tocca: chi, attesa: che, ordine: 'attesa' })}>{numero(progetti)}</a>
              </Cella>
              <Cella numerica>
                <span>
                  {dataBreve(dal)} <span className="muted">{daGiorni(giorniTra(dal, oggi))}</span>
                </span>
              </Cella>
            </Riga>
          ));
        })}
      </Tabella>
    )}
  </Sezione>
);

const daGiorni = (giorni: number): string => (giorni <= 0 ? 'da oggi' : giorni === 1 ? 'da 1 giorno' : `da ${numero(giorni)} giorni`);
