import { Sezione } from '@/components/ui/Sezione';
import type { Coppia } from '@/lib/valutazione/affiancate';
import type { SezioneVista } from '@/lib/versioni/tabellePiano';
import { LetturaSezione } from './LetturaSezione';

type Props = { coppie: Coppia[]; affianca: boolean };

/** La domanda da valutare: nel progetto definitivo ogni sezione ha accanto quella dell'idea approvata. */
export const Affiancate = ({ coppie, affianca }: Props) => (
  <>
    {coppie.map(({ chiave, titolo, idea, progetto }) => (
      <Sezione key={chiave} id={`sezione-${chiave}`} titolo={titolo}>
        {affianca ? (
          <div className="two">
            <Colonna nome="Idea" sezione={idea} />
            <Colonna nome="Progetto definitivo" sezione={progetto} />
          </div>
        ) : (
          idea && <LetturaSezione sezione={idea} />
        )}
      </Sezione>
    ))}
  </>
);

const Colonna = ({ nome, sezione }: { nome: string; sezione: SezioneVista | null }) => (
  <div>
    <h3>{nome}</h3>
    {sezione ? <LetturaSezione sezione={sezione} /> : <p className="muted">Questa sezione non c’era.</p>}
  </div>
);
