import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Badge } from '@/components/ui/Badge';
import { Sezione } from '@/components/ui/Sezione';
import type { Attore } from '@/lib/auth/attore';
import type { PrescrizioneLetta, PrescrizioniDelProgetto } from '@/lib/decisioni/queriesPrescrizioni';
import { PRESCRIZIONI_IN_SCRITTURA, PRESCRIZIONI_IN_VERIFICA } from '@/lib/decisioni/regole';
import { LIMITI_DECISIONE } from '@/lib/decisioni/schema';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { NOME_PRESCRIZIONE } from '@/lib/istruttoria/parole';
import { adempiAction, verificaAction } from './actions';

const ASPETTO = {
  APERTA: ['tocca', 'matita'],
  PRESENTATA: ['regione', 'invio'],
  VERIFICATA: ['positivo', 'spunta-cerchio'],
  RESPINTA: ['negativo', 'croce'],
  ANNULLATA: ['neutro', 'barrato'],
} as const;

type Props = { numero: number; prescrizione: PrescrizioneLetta; progetto: PrescrizioniDelProgetto; attore: Attore };

/** Una prescrizione: che cosa si chiede, a chi, entro quando; come è stata adempiuta; che cosa ne dice la Regione. */
export const Prescrizione = ({ numero, prescrizione: p, progetto, attore }: Props) => {
  const [famiglia, icona] = ASPETTO[p.stato];
  const scrive =
    PRESCRIZIONI_IN_SCRITTURA.includes(progetto.stato) &&
    (p.stato === 'APERTA' || p.stato === 'RESPINTA') &&
    attore.lettore === 'app_ente' &&
    (progetto.capofila || p.organizzazioneId === attore.organizzazioneId);
  const verifica = PRESCRIZIONI_IN_VERIFICA.includes(progetto.stato) && (attore.ruolo === 'ISTRUTTORE' || attore.ruolo === 'DIRIGENTE');
  return (
    <Sezione
      id={`prescrizione-${p.id}`}
      titolo={`Prescrizione ${numero}`}
      nota={
        <Badge famiglia={famiglia} icona={icona}>
          {NOME_PRESCRIZIONE[p.stato]}
        </Badge>
      }
    >
      <p className="testo">{p.testo}</p>
      <p className="small second">
        Ne risponde {p.ente}, entro il {dataBreve(p.entro)}.
      </p>
      {p.evidenza && !scrive && (
        <>
          <p className="legend">
            Come è stata adempiuta{p.presentataIl && `, presentata il ${dataBreve(giornoDi(new Date(p.presentataIl)))}`}
          </p>
          <p className="testo">{p.evidenza}</p>
        </>
      )}
      {p.notaVerifica && (
        <>
          <p className="legend">Nota della Regione</p>
          <p className="testo">{p.notaVerifica}</p>
        </>
      )}
      {scrive && <Scrivi prescrizione={p} progettoId={progetto.id} />}
      {verifica && <Verifica prescrizione={p} progettoId={progetto.id} />}
    </Sezione>
  );
};

const Scrivi = ({ prescrizione: p, progettoId }: { prescrizione: PrescrizioneLetta; progettoId: string }) => (
  <ModuloAtto
    action={adempiAction}
    nascosti={{ progettoId, prescrizioneId: p.id }}
    invia="Salva"
    variante="secondario"
    taglia={36}
    testo={{ nome: 'evidenza', etichetta: 'Come è stata adempiuta', massimo: LIMITI_DECISIONE.evidenza, valore: p.evidenza ?? '' }}
  />
);

const Verifica = ({ prescrizione: p, progettoId }: { prescrizione: PrescrizioneLetta; progettoId: string }) => (
  <ModuloEsame
    action={verificaAction}
    nascosti={{ progettoId, prescrizioneId: p.id }}
    invia="Registra la verifica"
    variante="secondario"
    taglia={36}
    gruppi={[
      {
        campi: [
          {
            tipo: 'risposta',
            nome: 'esito',
            etichetta: 'È adempiuta?',
            valore: p.stato === 'VERIFICATA' || p.stato === 'RESPINTA' ? p.stato : '',
            opzioni: [
              { valore: 'VERIFICATA', etichetta: 'Sì' },
              { valore: 'RESPINTA', etichetta: 'No' },
            ],
          },
          {
            tipo: 'area',
            nome: 'nota',
            etichetta: 'Nota',
            aiuto: 'Se non è adempiuta scrivi che cosa manca.',
            facoltativo: true,
            massimo: LIMITI_DECISIONE.nota,
            righe: 2,
            valore: p.notaVerifica ?? '',
          },
        ],
      },
    ]}
  />
);
