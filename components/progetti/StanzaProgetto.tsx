export type VoceStanza = { href: string; etichetta: string };

/**
 * La navigazione della stanza di un progetto: le stesse porte in ogni sua pagina, con segnata quella aperta. Va a capo e non scorre di lato: su un
 * telefono tutte le porte restano in vista. Senza voci non occupa posto.
 */
export const StanzaProgetto = ({ voci, attiva }: { voci: readonly VoceStanza[]; attiva: string }) =>
  voci.length === 0 ? null : (
    <nav className="stanza" aria-label="Pagine del progetto">
      <ul>
        {voci.map(({ href, etichetta }) => (
          <li key={href}>
            <a href={href} aria-current={href === attiva ? 'page' : undefined}>
              {etichetta}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
