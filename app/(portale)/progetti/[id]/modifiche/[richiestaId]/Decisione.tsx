import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { campiAtto } from '@/components/istruttoria/campiAtto';
import type { GruppoCampi } from '@/components/istruttoria/campiEsame';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { ModuloAccogli } from '@/components/modifiche/ModuloAccogli';
import { BarraAzioni } from '@/components/ui/BarraAzioni';
import { Dialogo } from '@/components/ui/Dialogo';
import type { Attore } from '@/lib/auth/attore';
import type { ModificaIntera } from '@/lib/modifiche/queriesModifica';
import { rifiutoDecisione } from '@/lib/modifiche/regola';
import { accogliAction, prendiInCaricoAction, respingiAction } from '../actions';

type Props = { attore: Attore; modifica: ModificaIntera };

const campiRifiuto = (adesso: Date): GruppoCampi[] => [
  { campi: [{ tipo: 'area', nome: 'nota', etichetta: 'Perché la respingi', massimo: 4000, aiuto: 'La legge l’ente.' }] },
  campiAtto(adesso),
];

/** La Regione prende in carico, accoglie (tutto o in parte) o respinge; a chi non spetta si dice a chi spetta. */
export const Decisione = ({ attore, modifica: { id, richiesta } }: Props) => {
  const scelta = { progettoId: id, richiestaId: richiesta.id };
  if (richiesta.stato === 'PRESENTATA') {
    const puo = attore.ruolo === 'ISTRUTTORE' || attore.ruolo === 'DIRIGENTE';
    return (
      <BarraAzioni testo={puo ? 'Nessuno l’ha ancora presa in carico.' : <b>La prende in carico un istruttore o un dirigente.</b>}>
        {puo && <ModuloAtto action={prendiInCaricoAction} nascosti={scelta} invia="Prendi in carico" />}
      </BarraAzioni>
    );
  }
  if (richiesta.stato !== 'IN_ISTRUTTORIA') return null;
  const rifiuto = rifiutoDecisione(attore.ruolo, richiesta.competente);
  if (rifiuto) return <BarraAzioni testo={<b>{rifiuto}</b>}>{null}</BarraAzioni>;
  return (
    <BarraAzioni
      testo={
        richiesta.dominio === 'altro'
          ? 'Accolta, il piano scritto nel portale non cambia.'
          : 'Accolta, i cambiamenti entrano in vigore subito con una nuova versione del piano.'
      }
    >
      <Dialogo id="respingi" titolo="Respingere la richiesta?" apri="Respingi" variante="secondario">
        <p>Il piano resta com’è. L’ente legge il motivo.</p>
        <ModuloEsame action={respingiAction} nascosti={scelta} gruppi={campiRifiuto(attore.adesso)} invia="Respingi" variante="pericolo" />
      </Dialogo>
      <Dialogo id="accogli" titolo="Accogliere la richiesta?" apri="Accogli">
        <p>Non si torna indietro: per cambiare ancora serve un’altra richiesta.</p>
        <ModuloAccogli action={accogliAction} {...scelta} operazioni={richiesta.operazioni} />
      </Dialogo>
    </BarraAzioni>
  );
};
