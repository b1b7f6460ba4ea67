import type { ReactNode } from 'react';

type Props = {
  titolo: ReactNode;
  sottotitolo?: ReactNode;
  /** Badge e fatti sotto il titolo. */
  stato?: ReactNode;
  /** Al massimo due comandi. */
  azioni?: ReactNode;
  /** Sotto un percorso di navigazione lo spazio sopra è minore. */
  sottoPercorso?: boolean;
};

/** L'unico `h1` della pagina, con ciò che serve sapere subito. */
export const TitoloPagina = ({ titolo, sottotitolo, stato, azioni, sottoPercorso }: Props) => (
  <div className={sottoPercorso ? 'title title--flush' : 'title'}>
    <div className="title__row">
      <div>
        <h1>{titolo}</h1>
        {sottotitolo && <p className="lead">{sottotitolo}</p>}
      </div>
      {azioni && <div className="btn-row title__acts">{azioni}</div>}
    </div>
    {stato && <div className="title__state">{stato}</div>}
  </div>
);
