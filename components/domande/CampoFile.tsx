import { routes } from '@/lib/routes';
import { RigheCampo } from '../forms/Campo';
import type { PropsCampo } from '../forms/descrizioneCampo';

type Props = PropsCampo & { documenti: { chiave: string; nome: string }[]; progettoId: string | undefined };

/** I documenti si caricano in una pagina loro: qui si dice quali ci sono già e dove andare. */
export const CampoFile = ({ documenti, progettoId, nome, ...props }: Props) => {
  const caricati = documenti.filter(({ chiave }) => chiave === nome);
  const { id = nome } = props;
  return (
    <div className="field">
      <p className="legend">
        {props.etichetta}
        {props.facoltativo && <span className="field__opt"> (facoltativo)</span>}
      </p>
      <RigheCampo id={id} aiuto={props.aiuto} errore={props.errore} />
      {caricati.length > 0 ? (
        <ul className="small">
          {caricati.map((d) => (
            <li key={d.nome}>{d.nome}</li>
          ))}
        </ul>
      ) : (
        <p className="small second">Nessun documento caricato.</p>
      )}
      {progettoId && (
        <a className="small" href={routes.documenti(progettoId)}>
          Carica o togli documenti
        </a>
      )}
    </div>
  );
};
