export type VoceScheda = { href: string; etichetta: string; conteggio?: number; attiva?: boolean };

type Props = { etichetta: string; voci: VoceScheda[] };

/** Schede o viste salvate: sono collegamenti con il loro indirizzo, quindi si aprono, si copiano e si ricaricano. */
export const Schede = ({ etichetta, voci }: Props) => (
  <nav className="tabs" aria-label={etichetta}>
    {voci.map(({ href, etichetta: testo, conteggio, attiva }) => (
      <a key={href} href={href} aria-current={attiva ? 'page' : undefined}>
        {testo}
        {conteggio !== undefined && <span className={attiva ? 'pill pill--on' : 'pill'}>{conteggio}</span>}
      </a>
    ))}
  </nav>
);
