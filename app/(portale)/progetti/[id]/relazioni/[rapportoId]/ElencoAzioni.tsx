import { ConfrontoAzione } from '@/components/attuazione/ConfrontoAzione';
import { ModuloAvanzamento } from '@/components/attuazione/ModuloAvanzamento';
import { RigaAzione } from '@/components/attuazione/RigaAzione';
import { Fisarmonica } from '@/components/ui/Fisarmonica';
import type { VoceCompletezza } from '@/lib/attuazione/completezza';
import { segnalazioni } from '@/lib/attuazione/confronto';
import { campiDi } from '@/lib/attuazione/modulo';
import type { AzioneDelRapporto, RapportoIntero } from '@/lib/attuazione/queries';
import { puoScrivere } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { suggerimento } from '@/lib/conteggi/regole';
import type { EsitoProva } from '@/lib/evidenze/rifiuti';
import { dataLunga, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { salvaAction } from './actions';
import { ProveDellAzione } from './ProveDellAzione';
import { RilieviDellEnte } from './RilieviDellEnte';

type Props = {
  rapporto: RapportoIntero;
  voci: VoceCompletezza[];
  attore: Attore;
  capofila: boolean;
  aperta: string | undefined;
  prova: EsitoProva | undefined;
};

/** Le azioni della relazione: quella aperta è un modulo per chi può scriverla, un confronto per gli altri. */
export const ElencoAzioni = ({ rapporto, voci, attore, capofila, aperta, prova }: Props) => {
  const parteDi = new Map(rapporto.parti.map((p) => [p.organizzazioneId, p.stato]));
  const soloTesti = rapporto.stato === 'CHIARIMENTI' && rapporto.riapertura === 'TESTI';
  const prima = rapporto.precedente ? nomePeriodo(rapporto.precedente) : null;
  return (
    <Fisarmonica>
      {voci.map((voce, indice) => {
        const { azione } = voce;
        const mia = azione.organizzazioneId === attore.organizzazioneId;
        const scrivibile =
          !(azione.annullataIl && rapporto.stato === 'BOZZA') &&
          puoScrivere({
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
            <RilieviDellEnte rapporto={rapporto} attore={attore} capofila={capofila} azioneId={azione.id} />
            {(!scrivibile || soloTesti) && (
              <>
                {!scrivibile && <p className="small second">{perche(rapporto, azione, mia)}</p>}
                <ConfrontoAzione
                  azione={azione}
                  cause={rapporto.cause}
                  fineProgetto={rapporto.progetto.fine}
                  nomePrima={prima ?? 'Prima'}
                  nomeOra={nomePeriodo(rapporto.periodo)}
                />
              </>
            )}
            {azione.contate.presenze > 0 && <p className="small second">{suggerimento(azione.contate, rapporto.periodo.al)}</p>}
            {scrivibile && (
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
                avvisi={segnalazioni(azione)}
                soloTesti={soloTesti}
              />
            )}
            <ProveDellAzione rapporto={rapporto} azione={azione} attore={attore} capofila={capofila} esito={prova} />
          </RigaAzione>
        );
      })}
    </Fisarmonica>
  );
};

/** Perché chi guarda non scrive su quest'azione. */
function perche(rapporto: RapportoIntero, azione: AzioneDelRapporto, mia: boolean): string {
  if (azione.annullataIl)
    return `Una modifica del progetto l’ha annullata dal ${dataLunga(azione.annullataIl)}: non c’è altro da scriverne.`;
  if (rapporto.stato !== 'BOZZA') return 'La relazione è inviata: questi valori non si cambiano più.';
  return mia ? 'La tua parte è consegnata: per correggerla chiedi al capofila di rinviarla.' : `La compila ${azione.ente}.`;
}
