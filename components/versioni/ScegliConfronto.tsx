import { routes } from '@/lib/routes';
import { etichettaVersione, nomeVersione, type PerNome } from '@/lib/versioni/labels';
import type { VersioneInElenco } from '@/lib/versioni/queries';
import { classiBottone } from '../ui/Bottone';

type Props = { progettoId: string; versioni: (PerNome & Pick<VersioneInElenco, 'numero'>)[]; da?: number; a?: number };

/** Quali due versioni mettere accanto: un modulo che chiede la pagina del confronto. */
export const ScegliConfronto = ({ progettoId, versioni, da, a }: Props) => (
  <form method="get" action={routes.confrontoVersioni(progettoId)} className="atto pt-6">
    <div className="btn-row">
      <Scelta nome="da" etichetta="Confronta" versioni={versioni} scelta={da} />
      <Scelta nome="a" etichetta="con" versioni={versioni} scelta={a} />
      <button type="submit" className={classiBottone({ variante: 'secondario', taglia: 36 })}>
        Confronta
      </button>
    </div>
  </form>
);

const Scelta = ({
  nome,
  etichetta,
  versioni,
  scelta,
}: {
  nome: string;
  etichetta: string;
  versioni: Props['versioni'];
  scelta?: number;
}) => (
  <div className="field">
    <label htmlFor={`confronto-${nome}`}>{etichetta}</label>
    <select className="input input--select" id={`confronto-${nome}`} name={nome} defaultValue={scelta}>
      {versioni.map((versione) => (
        <option key={versione.numero} value={versione.numero}>
          {`Versione ${versione.numero}, ${nomeVersione(versione)}, ${etichettaVersione(versione).testo.toLowerCase()}`}
        </option>
      ))}
    </select>
  </div>
);
