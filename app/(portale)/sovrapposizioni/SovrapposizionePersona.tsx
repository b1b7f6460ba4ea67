import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { RisposteVerifica } from '@/components/sovrapposizioni/RisposteVerifica';
import { Sezione } from '@/components/ui/Sezione';
import type { Attore } from '@/lib/auth/attore';
import { leggiVerifiche } from '@/lib/sovrapposizioni/queries';
import { verificaAction } from './actions';

/** Nella scheda di una propria persona: è già seguita altrove per lo stesso tipo di azione? Sì o no, e nient'altro. */
export async function SovrapposizionePersona({ attore, personaId }: { attore: Attore; personaId: string }) {
  const letta = await leggiVerifiche(attore, personaId);
  if (!letta) return null;
  const { conCodice, voci, ultime } = letta;
  return (
    <Sezione id="sovrapposizioni" titolo="È già seguita altrove?">
      <RisposteVerifica ultime={ultime} />
      {!conCodice && <p className="second">Senza codice fiscale non c’è nulla da confrontare.</p>}
      {conCodice && voci.length === 0 && (
        <p className="second">
          Si può chiedere per una persona che frequenta ora un’azione, dopo l’informativa, in un bando che permette la verifica.
        </p>
      )}
      {conCodice &&
        voci.map(({ progettoId, categoria, etichetta }) => (
          <ModuloAtto
            key={categoria}
            action={verificaAction}
            nascosti={{ personaId, progettoId, categoria }}
            invia={`Verifica per «${etichetta}»`}
            inCorso="Verifica in corso"
            variante="secondario"
            taglia={36}
          />
        ))}
      <p className="second">Ogni verifica resta scritta. Al massimo 60 in un’ora.</p>
    </Sezione>
  );
}
