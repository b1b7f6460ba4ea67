import type { Campo } from '@/lib/bandi/configurazione';
import { campiContesi, inTesto } from '@/lib/domande/confronto';
import type { ContestoModulo } from '@/lib/domande/contesto';
import type { Valori } from '@/lib/domande/valori';
import { DiffTesto } from '../ui/DiffTesto';

type Props = { campi: readonly Campo[]; miei: Valori; loro: Valori; contesto: ContestoModulo };

/** Il conflitto senza JavaScript: i due testi e le differenze. Il modulo sotto ha il testo di chi scrive e parte dall'ultima revisione: salvarlo è una scelta. */
export const DueTesti = ({ campi, miei, loro, contesto }: Props) => (
  <section className="conflitto" aria-label="Due testi da mettere insieme">
    <p>
      Il modulo qui sotto contiene il tuo testo. Confrontalo con quello salvato, correggilo dove serve e salva di nuovo. Per tenere quello
      salvato <a href={`?riletta=1`}>ricarica la sezione</a>.
    </p>
    {campiContesi(campi, {}, miei, loro).map(({ campo, mio, loro: salvato }) => (
      <div key={campo.chiave} className="conflitto__campo">
        <p className="legend">{campo.etichetta}: dal testo salvato al tuo</p>
        <DiffTesto prima={inTesto(campo, salvato, contesto)} ora={inTesto(campo, mio, contesto)} />
      </div>
    ))}
  </section>
);
