import { ConfrontoAzione } from '@/components/attuazione/ConfrontoAzione';
import { ModuloAvanzamento } from '@/components/attuazione/ModuloAvanzamento';
import { RigaAzione } from '@/components/attuazione/RigaAzione';
import { Fisarmonica } from '@/components/ui/Fisarmonica';
import type { VoceCompletezza } from '@/lib/attuazione/completezza';
import { campiDi } from '@/lib/attuazione/modulo';
import type { RapportoIntero } from '@/lib/attuazione/queries';
import { puoScrivere } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { dataLunga, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { salvaAction } from './actions';

type Props = { rapporto: RapportoIntero; voci: VoceCompletezza[]; attore: Attore; capofila: boolean; aperta: string | undefined };

/** Le azioni della relazione: quella aperta e un modulo per chi puo scriverla, un confronto per gli altri. */
export const ElencoAzioni = ({ rapporto, voci, attore, capofila, aperta }: Props) => {
  const parteDi = new Map(rapporto.parti.map((p) => [p.organizzazioneId, p.stato]));
  const prima = rapporto.precedente ? nomePeriodo(rapporto.precedente) : null;
  return (
    <Fisarmonica>
      {voci.map((voce, indice) => {
        const { azione } = voce;
        const mia = azione.organizzazioneId === attore.organizzazioneId;
        const scrivibile = puoScrivere({
          statoRapporto: rapporto.stato,
          riaperto: azione.riaperto,
          statoParte: parteDi.get(azione.organizzazioneId) ?? null,
          mia,
          capofila,
        });
        const questa = aperta === azione.id;
        const href = `${routes.rapporto(rapporto.progetto.id, rapporto.id, questa ? {} : { azione: azione.id })}#azione-${azione.id}`;
        return (
          <RigaAzione key={azione.id} voce={voce} numero={indice + 1} aperta={questa} scrivibile={scrivibile} href={href}>
            {scrivibile ? (
              <ModuloAvanzamento
                action={salvaAction}
                urlSalva={routes.salvaAvanzamento(rapporto.progetto.id, rapporto.id)}
                rapportoId={rapporto.id}
                azione={azione}
                campi={campiDi(azione)}
                cause={rapporto.cause}
                alPeriodo={dataLunga(rapporto.periodo.al)}
                nomePrecedente={prima}
                incompleta={voce.manca}
              />
            ) : (
              <>
                <p className="small second">
                  {rapporto.stato === 'BOZZA' && !mia
                    ? `La compila ${azione.ente}.`
                    : rapporto.stato === 'BOZZA'
                      ? 'La tua parte è consegnata: per correggerla chiedi al capofila di rinviarla.'
                      : 'La relazione è inviata: questi valori non si cambiano più.'}
                </p>
                <ConfrontoAzione
                  azione={azione}
                  cause={rapporto.cause}
                  fineProgetto={rapporto.progetto.fine}
                  nomePrima={prima ?? 'Prima'}
                  nomeOra={nomePeriodo(rapporto.periodo)}
                />
              </>
            )}
          </RigaAzione>
        );
      })}
    </Fisarmonica>
  );
};
