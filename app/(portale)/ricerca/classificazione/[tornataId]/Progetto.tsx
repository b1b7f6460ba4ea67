import { campoVoci } from '@/components/classificazione/campiVoci';
import { Decisioni } from '@/components/classificazione/Decisioni';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import type { PaginaTornata, ProgettoInTornata, ScrittaDa } from '@/lib/classificazione/queries';
import { vociScritte } from '@/lib/classificazione/voci';
import { MASSIMO_MOTIVO } from '@/lib/privacy/campi';
import { codificaAction, decidiAction } from '../actions';

type Props = { tornata: PaginaTornata; progetto: ProgettoInTornata };

/** Un progetto della tornata: si codifica sul proprio foglio, oppure si decide tra le due codifiche. */
export const Progetto = ({ tornata, progetto }: Props) => (
  <>
    <Statico>
      <Sezione id="azioni" titolo="Che cosa fa">
        <ul className="punti">
          {progetto.azioni.map((titolo, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: due azioni possono avere lo stesso titolo
            <li key={n}>{titolo}</li>
          ))}
        </ul>
      </Sezione>
    </Statico>
    {tornata.svelata ? <Decidi tornata={tornata} progetto={progetto} /> : <Codifica tornata={tornata} progetto={progetto} />}
  </>
);

const Codifica = ({ tornata, progetto: { id, propria } }: Props) => (
  <Sezione id="codifica" titolo="La tua codifica">
    {!tornata.foglio && <Vuoto titolo="Per codificare prendi un foglio">Si prende dalla pagina della tornata.</Vuoto>}
    {tornata.foglio?.chiuso && <p>{propria ? vociScritte(tornata.schema, propria.voci) : 'Non codificato'}</p>}
    {tornata.foglio && !tornata.foglio.chiuso && (
      <ModuloEsame
        action={codificaAction}
        nascosti={{ tornataId: tornata.id, progettoId: id }}
        invia="Salva la codifica"
        gruppi={[
          {
            campi: [
              campoVoci(tornata.schema, propria?.voci ?? []),
              {
                ...{ tipo: 'area', nome: 'nota', etichetta: 'Nota', massimo: MASSIMO_MOTIVO, righe: 3, facoltativo: true },
                ...{
                  valore: propria?.nota ?? '',
                  aiuto: 'Perché hai scelto così. Si vedrà insieme alla codifica. Niente nomi di persone.',
                },
              },
            ],
          },
        ]}
      />
    )}
  </Sezione>
);

const scritta = (tornata: PaginaTornata, codifica: ScrittaDa | null): string =>
  codifica ? [vociScritte(tornata.schema, codifica.voci), codifica.nota].filter(Boolean).join('. Nota: ') : 'non codificato';

const Decidi = ({ tornata, progetto: { id, primo, secondo, proposta, decisioni } }: Props) => {
  const inVigore = decisioni.find(({ sostituitaIl }) => sostituitaIl === null);
  return (
    <>
      <Statico>
        <Sezione id="codifiche" titolo="Le codifiche">
          <FattiChiave
            fatti={[
              { termine: 'Primo codificatore', valore: scritta(tornata, primo) },
              { termine: 'Secondo codificatore', valore: scritta(tornata, secondo) },
              {
                termine: 'Proposta dell’ente',
                valore: proposta ? `${vociScritte(tornata.schema, proposta.voci)}. ${proposta.motivo}` : 'nessuna proposta',
              },
            ]}
          />
        </Sezione>
        {decisioni.length > 0 && (
          <Sezione id="storia" titolo="Decisioni">
            <Decisioni schema={tornata.schema} decisioni={decisioni} />
          </Sezione>
        )}
      </Statico>
      <Sezione id="decidi" titolo={inVigore ? 'Cambia la decisione' : 'Decidi'}>
        <ModuloEsame
          action={decidiAction}
          nascosti={{ tornataId: tornata.id, progettoId: id, vista: inVigore?.id ?? '' }}
          invia={inVigore ? 'Registra la nuova decisione' : 'Registra la decisione'}
          gruppi={[
            {
              campi: [
                campoVoci(tornata.schema, inVigore?.voci ?? comuni(primo, secondo)),
                { tipo: 'area', nome: 'motivo', etichetta: 'Perché', massimo: MASSIMO_MOTIVO, righe: 3, aiuto: 'Niente nomi di persone.' },
              ],
            },
          ]}
        />
      </Sezione>
    </>
  );
};

/** Si parte da ciò su cui concordano. */
const comuni = (primo: ScrittaDa | null, secondo: ScrittaDa | null): string[] =>
  (primo?.voci ?? []).filter((voce) => secondo?.voci.includes(voce));
