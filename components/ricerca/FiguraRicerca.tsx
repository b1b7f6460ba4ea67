import type { ReactNode } from 'react';
import { barreFuori, primeBarre } from '@/lib/grafici/barre';
import type { Figura as DatiFigura, FiguraABarre } from '@/lib/ricerca/figura';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { BarreOrizzontali } from '../charts/BarreOrizzontali';
import { Figura } from '../charts/Figura';
import { Scarica } from './Scarica';

type Comuni = {
  filtri: FiltriRicerca;
  /** La stessa figura come tabella. */
  tabella: ReactNode;
};
type Props = Comuni & { figura: DatiFigura; children: ReactNode };

/** Una figura della ricerca: grafico, tabella, nota di metodo e comandi per scaricarla. */
export const FiguraRicerca = ({ figura: { tabella: id, titolo, nota, avvertenza }, filtri, tabella, children }: Props) => (
  <>
    <Figura id={id} titolo={titolo} nota={nota} avvertenza={avvertenza} tabella={tabella}>
      {children}
    </Figura>
    <Scarica tabella={id} filtri={filtri} />
  </>
);

type PropsBarre = Comuni & {
  figura: FiguraABarre;
  /** Che cosa si legge quando non c'è nessuna barra. */
  vuota: string;
};

/** Le barre di una figura: le prime, e quante restano nella tabella. */
export const Barre = ({ grafico: { barre, scala } }: Pick<FiguraABarre, 'grafico'>) => {
  const { prime, altre } = primeBarre(barre);
  return (
    <>
      <BarreOrizzontali voci={prime} scala={scala} />
      {altre > 0 && <p className="hint mt-2">{barreFuori(altre)}</p>}
    </>
  );
};

/** La stessa, con le barre, o una frase se non ce n'è nessuna. */
export const FiguraBarre = ({ figura, vuota, ...resto }: PropsBarre) => (
  <FiguraRicerca figura={figura} {...resto}>
    {figura.grafico.barre.length === 0 ? <p className="second">{vuota}</p> : <Barre grafico={figura.grafico} />}
  </FiguraRicerca>
);
