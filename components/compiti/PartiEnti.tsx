import type { ParteInvia } from '@/lib/attuazione/tipiCompiti';
import { elenco } from '@/lib/format/elenco';

const TACCHE: Record<ParteInvia['stato'], string | undefined> = {
  CONSEGNATO: 'on',
  INCLUSO: 'on',
  RINVIATO: 'mid',
  APERTO: undefined,
  NON_DOVUTO: undefined,
};

/** A che punto sono le parti degli enti: una tacca per ente, poi i nomi di chi manca. */
export const PartiEnti = ({ parti }: { parti: ParteInvia[] }) => {
  const ordinate = [...parti].sort((a, b) => peso(a) - peso(b));
  const rinviate = parti.filter(({ stato }) => stato === 'RINVIATO').map(({ nome }) => nome);
  const aperte = parti.filter(({ stato }) => stato === 'APERTO').map(({ nome }) => nome);
  const consegnate = parti.length - rinviate.length - aperte.length;
  const conti = [
    consegnate > 0 && (consegnate === 1 ? '1 consegnata' : `${consegnate} consegnate`),
    rinviate.length > 0 && (rinviate.length === 1 ? '1 rinviata' : `${rinviate.length} rinviate`),
    aperte.length > 0 && `${aperte.length} da consegnare`,
  ].filter(Boolean);
  return (
    <>
      <div className="ticks" aria-hidden="true">
        {ordinate.map(({ organizzazioneId, stato }) => (
          <span key={organizzazioneId} className={TACCHE[stato]} />
        ))}
      </div>
      <p className="small mt-2">{conti.join(', ')}</p>
      {(aperte.length > 0 || rinviate.length > 0) && (
        <p className="small muted mt-2">
          {aperte.length > 0 && `${aperte.length === 1 ? 'Manca' : 'Mancano'} ${elenco(aperte)}. `}
          {rinviate.length > 0 && `${rinviate.length === 1 ? 'Rinviata' : 'Rinviate'}: ${elenco(rinviate)}.`}
        </p>
      )}
    </>
  );
};

const peso = ({ stato }: ParteInvia): number => (stato === 'CONSEGNATO' || stato === 'INCLUSO' ? 0 : stato === 'RINVIATO' ? 1 : 2);
