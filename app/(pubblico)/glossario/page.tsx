import type { Metadata } from 'next';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { ancoraVoce, VOCI_GLOSSARIO, vociPerIniziale } from '@/lib/glossario/voci';

export const metadata: Metadata = { title: 'Glossario' };

export default function GlossarioPage() {
  const gruppi = vociPerIniziale();
  return (
    <PaginaTesto
      titolo="Glossario"
      sottotitolo={`Le ${VOCI_GLOSSARIO.length} parole dei bandi e dei progetti che è bene conoscere, in poche righe ciascuna.`}
      larga
    >
      <nav className="letters pt-0" aria-label="Iniziali">
        {gruppi.map(([iniziale]) => (
          <a key={iniziale} href={`#lettera-${iniziale}`}>
            {iniziale}
          </a>
        ))}
      </nav>
      {gruppi.map(([iniziale, voci]) => (
        <section key={iniziale} aria-labelledby={`lettera-${iniziale}`} className="pt-8">
          <h2 id={`lettera-${iniziale}`}>{iniziale}</h2>
          <dl className="glossary">
            {voci.map(({ termine, definizione }) => (
              <div key={termine} id={ancoraVoce(termine)}>
                <dt>{termine}</dt>
                <dd>{definizione}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </PaginaTesto>
  );
}
