import { campiCodici } from '@/components/interviste/campiCodici';
import { StoriaCodici } from '@/components/interviste/StoriaCodici';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Callout } from '@/components/ui/Callout';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { concordano } from '@/lib/classificazione/kappa';
import { vociScritte } from '@/lib/classificazione/voci';
import { schemaDeiCodici } from '@/lib/interviste/codici';
import type { CodificaLetta, LavoroEstratto, PaginaEstratto } from '@/lib/interviste/queries';
import { MASSIMO_MOTIVO } from '@/lib/privacy/campi';
import { codificaAction, decidiAction } from '../../actions';

type Props = { estratto: PaginaEstratto; lavoro: LavoroEstratto };

/** La codifica al buio e, quando ci sono tutte e due, il confronto e la decisione. */
export const Codifica = ({ estratto, lavoro }: Props) => {
  const { primo, secondo } = lavoro;
  return primo && secondo ? (
    <Decidi estratto={estratto} primo={primo} secondo={secondo} />
  ) : (
    <Sezione
      id="codifica"
      titolo="La tua codifica"
      nota={`Codifiche date: ${lavoro.codifiche} su 2. Finché non ci sono tutte e due, ognuno vede solo la propria.`}
    >
      <div className="codici">
        <ModuloEsame
          action={codificaAction}
          nascosti={{ estrattoId: estratto.id }}
          invia={lavoro.propria ? 'Salva di nuovo la codifica' : 'Salva la codifica'}
          gruppi={[
            {
              campi: [
                ...campiCodici(estratto.cause, lavoro.propria?.codici ?? []),
                {
                  ...{ tipo: 'area', nome: 'nota', etichetta: 'Nota', massimo: MASSIMO_MOTIVO, righe: 2, facoltativo: true },
                  ...{
                    valore: lavoro.propria?.nota ?? '',
                    aiuto: 'Perché hai scelto così. Si vedrà insieme alla codifica. Niente nomi di persone.',
                  },
                },
              ],
            },
          ]}
        />
      </div>
    </Sezione>
  );
};

const Decidi = ({ estratto, primo, secondo }: { estratto: PaginaEstratto; primo: CodificaLetta; secondo: CodificaLetta }) => {
  const schema = schemaDeiCodici(estratto.cause);
  const inVigore = estratto.decisioni.find(({ sostituitaIl }) => sostituitaIl === null);
  const concordi = concordano({ primo: primo.codici, secondo: secondo.codici });
  const scritta = ({ codici, nota }: CodificaLetta) => [vociScritte(schema, codici), nota].filter(Boolean).join('. Nota: ');
  return (
    <>
      <Statico>
        <Sezione id="codifiche" titolo="Le due codifiche">
          <FattiChiave
            fatti={[
              { termine: 'Primo codificatore', valore: scritta(primo) },
              { termine: 'Secondo codificatore', valore: scritta(secondo) },
            ]}
          />
          {!concordi && (
            <div className="mt-3">
              <Callout tipo="attenzione" titolo="Non concordano.">
                {`Solo uno dei due: ${vociScritte(schema, diversi(primo.codici, secondo.codici))}.`}
              </Callout>
            </div>
          )}
          {estratto.decisioni.length > 0 && (
            <div className="mt-6">
              <StoriaCodici schema={schema} decisioni={estratto.decisioni} />
            </div>
          )}
        </Sezione>
      </Statico>
      <Sezione id="decidi" titolo={inVigore ? 'Cambia i codici decisi' : 'Decidi i codici'}>
        <div className="codici">
          <ModuloEsame
            action={decidiAction}
            nascosti={{ estrattoId: estratto.id, vista: inVigore?.id ?? '' }}
            invia={inVigore ? 'Registra la nuova decisione' : 'Registra la decisione'}
            variante={inVigore ? 'secondario' : 'primario'}
            gruppi={[
              {
                campi: [
                  ...campiCodici(estratto.cause, inVigore?.codici ?? comuni(primo, secondo)),
                  {
                    ...{ tipo: 'area', nome: 'motivo', etichetta: 'Perché', massimo: MASSIMO_MOTIVO, righe: 2 },
                    ...{ valore: concordi && !inVigore ? 'Le due codifiche concordano.' : '', aiuto: 'Niente nomi di persone.' },
                  },
                ],
              },
            ]}
          />
        </div>
      </Sezione>
    </>
  );
};

/** Si parte da ciò su cui concordano. */
const comuni = (primo: CodificaLetta, secondo: CodificaLetta): string[] => primo.codici.filter((codice) => secondo.codici.includes(codice));
const diversi = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((codice) => !b.includes(codice)),
  ...b.filter((codice) => !a.includes(codice)),
];
