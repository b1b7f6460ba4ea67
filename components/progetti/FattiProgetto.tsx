import type { ReactNode } from 'react';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { elenco } from '@/lib/format/elenco';
import { euro, numero } from '@/lib/format/euro';
import type { ProgettoIntero } from '@/lib/progetti/letture';
import { eDimostrativo } from '@/lib/progetti/rules';
import { fineInParole } from '@/lib/sospensioni/vita';

type Props = { progetto: ProgettoIntero };

const Inventato = () => <span className="small muted block font-sans">dato dimostrativo</span>;

const quanti = (n: number, uno: string, molti: string): string => `${numero(n)} ${n === 1 ? uno : molti}`;

function territorio({ popolazione, nComuni, ambiti, enti }: ProgettoIntero): string {
  const parti = [
    popolazione !== null && `${numero(popolazione)} abitanti`,
    nComuni !== null && quanti(nComuni, 'comune', 'comuni'),
    ambiti.length > 0 && quanti(ambiti.length, 'ambito', 'ambiti'),
    quanti(enti.length, 'ente', 'enti'),
  ];
  return parti.filter(Boolean).join(', ');
}

/** Una quantità prevista in parole: «circa 450 persone: operatori e famiglie», «tra 10 e 15 giovani». */
function quantitaInParole({ previsto, previstoMax, approssimato, unita, riferimento }: ProgettoIntero['destinatari'][number]): string {
  const quanto = previsto === null ? '' : previstoMax === null ? numero(previsto) : `tra ${numero(previsto)} e ${numero(previstoMax)}`;
  return `${approssimato && quanto ? 'circa ' : ''}${quanto} ${unita}${riferimento ? `: ${riferimento}` : ''}`.trim();
}

const importi = ({ assegnatoCents, richiestoCents }: ProgettoIntero): string | null => {
  const richiesto = richiestoCents === null ? null : euro(BigInt(richiestoCents));
  if (assegnatoCents === null) return richiesto && `${richiesto} richiesti`;
  return `${euro(BigInt(assegnatoCents))}${richiesto ? ` su ${richiesto} richiesti` : ''}`;
};

/** I fatti sotto il titolo: dove, per chi, con quale atto e quanto denaro. Ciò che la fonte non dice non compare; ciò che è inventato è segnato. */
export const FattiProgetto = ({ progetto }: Props) => {
  const { ambiti, destinatari, cup, attoApprovazione, campiDimostrativi } = progetto;
  const segnato = (testo: ReactNode, ...campi: string[]) => (
    <>
      {testo}
      {campi.some((campo) => eDimostrativo(campiDimostrativi, campo)) && <Inventato />}
    </>
  );
  const denaro = importi(progetto);
  const dove = (
    <>
      {territorio(progetto)}
      {ambiti.length > 0 && <span className="small muted block">{elenco(ambiti.map(({ nome }) => nome))}</span>}
    </>
  );
  const codice = cup && <span className="mono block">{cup}</span>;
  const atto = (attoApprovazione || codice) && {
    termine: attoApprovazione ? (cup ? 'Atto e CUP' : 'Atto') : 'CUP',
    valore: segnato(
      <>
        {attoApprovazione}
        {codice}
      </>,
      'atto_approvazione',
      'cup',
    ),
  };
  const quando = fineInParole(progetto.vita);
  // la fine di sempre sta nel ciclo di vita: qui solo se è cambiata
  const fine = quando?.nota && {
    termine: 'Fine',
    valore: segnato(
      <>
        {quando.data}
        <span className="small muted block">{quando.nota}</span>
      </>,
      'data_fine_prevista',
    ),
  };
  const fatti = [
    { termine: 'Territorio', valore: dove },
    { termine: 'Destinatari previsti', valore: destinatari.length > 0 ? destinatari.map(quantitaInParole).join('; ') : 'Non rilevati' },
    ...(denaro ? [{ termine: 'Contributo', valore: segnato(denaro, 'importo_assegnato_cents', 'importo_richiesto_cents') }] : []),
    ...(atto ? [atto] : []),
    ...(fine ? [fine] : []),
  ];
  return <FattiChiave fatti={fatti} />;
};
