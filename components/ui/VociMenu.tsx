import type { ReactNode } from 'react';

type VoceMenu = { href: string; etichetta: string; nota?: ReactNode; scarica?: boolean };

type Props = { titolo?: string; voci: VoceMenu[] };

/** Un gruppo di voci dentro un menu a comparsa: titolo attenuato, a destra la misura o il formato. */
export const VociMenu = ({ titolo, voci }: Props) => (
  <>
    {titolo && <p className="pop__t">{titolo}</p>}
    {voci.map(({ href, etichetta, nota, scarica }) => (
      <a key={href} href={href} download={scarica || undefined}>
        <span>{etichetta}</span>
        {nota && <span>{nota}</span>}
      </a>
    ))}
  </>
);
