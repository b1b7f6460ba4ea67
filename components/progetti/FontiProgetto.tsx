import type { ProgettoIntero } from '@/lib/progetti/letture';

type Props = { progetto: Pick<ProgettoIntero, 'fonti' | 'campiDimostrativi' | 'pianoDimostrativo' | 'bando'> };

/** Da dove vengono i fatti della pagina, e che cosa è inventato. */
export const FontiProgetto = ({ progetto: { fonti, campiDimostrativi, pianoDimostrativo, bando } }: Props) => (
  <div className="small grid gap-2">
    <p>
      {bando.titolo}
      {bando.atto && `, ${bando.atto}`}.
    </p>
    {fonti.length > 0 && <p className="muted">Territorio, enti, azioni e stati della rilevazione: {fonti.join('; ')}.</p>}
    {(campiDimostrativi.length > 0 || pianoDimostrativo) && (
      <p className="muted">
        {campiDimostrativi.length > 0 && 'I valori segnati «dato dimostrativo» e le date del progetto sono inventati. '}
        {pianoDimostrativo && 'Lo sono anche le date previste delle azioni e gli enti che ne rispondono.'}
      </p>
    )}
  </div>
);
