export type VoceStanza = { href: string; etichetta: string };

/** Pagine che stanno insieme: il nome porta alla prima. */
export type GruppoStanza = { etichetta: string; voci: readonly [VoceStanza, ...VoceStanza[]] };

type Props = { gruppi: readonly GruppoStanza[]; attiva: string };

/**
 * La navigazione della stanza di un progetto: gli stessi gruppi in ogni sua pagina, e sotto le pagine di quello aperto quando sono più di una. Va a capo e
 * non scorre di lato: su un telefono ogni gruppo resta in vista. Senza gruppi non occupa posto.
 */
export const StanzaProgetto = ({ gruppi, attiva }: Props) => {
  if (gruppi.length === 0) return null;
  const aperto = gruppi.find(({ voci }) => voci.some(({ href }) => href === attiva));
  return (
    <nav className="stanza" aria-label="Pagine del progetto">
      <ul>
        {gruppi.map((gruppo) => {
          const { etichetta, voci } = gruppo;
          const dentro = voci.length > 1 ? 'true' : 'page';
          return (
            <li key={etichetta}>
              <a href={voci[0].href} aria-current={gruppo === aperto ? dentro : undefined}>
                {etichetta}
              </a>
            </li>
          );
        })}
      </ul>
      {aperto && aperto.voci.length > 1 && (
        <ul aria-label={aperto.etichetta}>
          {aperto.voci.map(({ href, etichetta }) => (
            <li key={href}>
              <a href={href} aria-current={href === attiva ? 'page' : undefined}>
                {etichetta}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
};
