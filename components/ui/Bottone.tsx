import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icona, type NomeIcona } from './Icona';

export type VarianteBottone = 'primario' | 'secondario' | 'quieto' | 'pericolo';
export type TagliaBottone = 44 | 36 | 32;

type Aspetto = { variante?: VarianteBottone; taglia?: TagliaBottone; icona?: NomeIcona; largo?: boolean; children: ReactNode };

const TAGLIE: Record<TagliaBottone, string> = { 44: '', 36: ' btn--s', 32: ' btn--xs' };

/** Le classi di un bottone, per chi deve vestire un elemento diverso da button e a. */
export const classiBottone = ({ variante = 'secondario', taglia = 44, largo = false }: Omit<Aspetto, 'children' | 'icona'> = {}): string =>
  `btn btn--${variante}${TAGLIE[taglia]}${largo ? ' btn--block' : ''}`;

type PropsBottone = Aspetto & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'>;

/** Un comando. L'altezza (`taglia`) è in px. Il tipo predefinito è `button`: per inviare un modulo c'è BottoneInvio. */
export const Bottone = ({ variante, taglia, largo, icona, children, type = 'button', ...altro }: PropsBottone) => (
  <button {...altro} type={type} className={classiBottone({ variante, taglia, largo })}>
    {icona && <Icona nome={icona} taglia={taglia && taglia < 44 ? 16 : 20} />}
    {children}
  </button>
);

type PropsLink = Aspetto & { href: string; scarica?: boolean };

/** Una navigazione che ha il peso di un comando: resta un collegamento, con l'aspetto di un bottone. */
export const LinkBottone = ({ href, scarica, icona, children, taglia, ...aspetto }: PropsLink) => (
  <a href={href} download={scarica || undefined} className={classiBottone({ taglia, ...aspetto })}>
    {icona && <Icona nome={icona} taglia={taglia && taglia < 44 ? 16 : 20} />}
    {children}
  </a>
);
