import { Chiarimenti } from '@/components/attuazione/Chiarimenti';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Dialogo } from '@/components/ui/Dialogo';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import type { RapportoIntero } from '@/lib/attuazione/queries';
import { giorniTra, giorniUsati, termineVerifica } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { dataLunga, giornoDi } from '@/lib/format/data';
import { chiudiAction, ritiraAction } from './actions';

type Props = { rapporto: RapportoIntero; attore: Attore; puoChiudere: boolean; puoRitirare: boolean };

const giorni = (n: number): string => (n === 1 ? '1 giorno' : `${n} giorni`);

/** Il tempo della verifica e le conversazioni aperte: ciò che resta vero mentre si legge. */
export const RailVerifica = ({ rapporto, attore, puoChiudere, puoRitirare }: Props) => (
  <aside className="rail" aria-label="Tempo e chiarimenti">
    {rapporto.presentatoIl &&
      rapporto.stato !== 'APPROVATO' &&
      rapporto.stato !== 'APPROVATO_CON_RILIEVI' &&
      rapporto.stato !== 'RESPINTO' && <TempoVerifica rapporto={rapporto} presentatoIl={rapporto.presentatoIl} adesso={attore.adesso} />}
    <section>
      <h2>In carico a</h2>
      <p className="small">{rapporto.assegnatoNome ?? 'Nessuno: prendila in carico per cominciare la verifica.'}</p>
    </section>
    <Chiarimenti
      chiarimenti={rapporto.chiarimenti}
      azioni={rapporto.azioni}
      ente={rapporto.progetto.capofila ?? 'Ente'}
      mioLato="regione"
      comando={(c) =>
        c.stato === 'RISPOSTO' && puoChiudere ? (
          <ModuloAtto
            action={chiudiAction}
            nascosti={{ rapportoId: rapporto.id, chiarimentoId: c.id }}
            invia="Chiudi il chiarimento"
            variante="secondario"
            taglia={36}
          />
        ) : c.stato === 'APERTO' && puoRitirare ? (
          <Dialogo id={`ritira-${c.id}`} titolo="Ritirare la domanda?" apri="Ritira la domanda" variante="quieto" taglia={36}>
            <p>
              L’ente non dovrà più rispondere. Se non restano altre domande, la relazione torna in verifica con ciò che l’ente ha intanto
              corretto.
            </p>
            <ModuloAtto action={ritiraAction} nascosti={{ rapportoId: rapporto.id, chiarimentoId: c.id }} invia="Ritira la domanda" />
          </Dialogo>
        ) : null
      }
    />
  </aside>
);

const TempoVerifica = ({ rapporto, presentatoIl, adesso }: { rapporto: RapportoIntero; presentatoIl: string; adesso: Date }) => {
  const tempi = {
    presentatoIl: new Date(presentatoIl),
    sospesoDal: rapporto.sospesoDal ? new Date(rapporto.sospesoDal) : null,
    sospesoSecondi: rapporto.sospesoSecondi,
  };
  const termine = giornoDi(termineVerifica(tempi, rapporto.giorniVerifica, adesso));
  const fermo = Math.floor(
    (rapporto.sospesoSecondi + (tempi.sospesoDal ? (adesso.getTime() - tempi.sospesoDal.getTime()) / 1000 : 0)) / 86_400,
  );
  const scaduto = giorniTra(giornoDi(adesso), termine) < 0;
  return (
    <section>
      <h2>Tempo della verifica</h2>
      <ElencoChiave
        voci={[
          { termine: 'Giorni usati dalla Regione', valore: `${giorniUsati(tempi, adesso)} su ${rapporto.giorniVerifica}` },
          { termine: 'Fermo in attesa dell’ente', valore: giorni(fermo) },
          {
            termine: fermo > 0 || tempi.sospesoDal ? 'Termine ricalcolato' : 'Termine',
            valore: <span className={scaduto ? 'late' : undefined}>{dataLunga(termine)}</span>,
          },
        ]}
      />
    </section>
  );
};
