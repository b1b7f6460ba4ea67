export type VoceNav = {
  href: string;
  etichetta: string;
  /** Solo dove qualcosa è dovuto. */
  conteggio?: number;
  attiva?: boolean;
};

/** La navigazione principale, al massimo sette voci. Sotto i 1100 px è un popover che si apre dal bottone del menu, anche senza JavaScript. */
export const NavRuolo = ({ id, voci }: { id: string; voci: VoceNav[] }) => (
  <nav popover="auto" id={id} className="nav" aria-label="Principale">
    {voci.map(({ href, etichetta, conteggio, attiva }) => (
      <a key={href} href={href} aria-current={attiva ? 'page' : undefined}>
        {etichetta}
        {conteggio ? <span className={attiva ? 'pill pill--on' : 'pill'}>{conteggio}</span> : null}
      </a>
    ))}
  </nav>
);
