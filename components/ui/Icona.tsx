/** Il foglio dei simboli: uno per nome, griglia 24, tratto 1,75. Tenuto fuori dall'HTML perché le pagine restino piccole. */
const FOGLIO = '/icone.svg';

export type NomeIcona =
  | 'giu'
  | 'su'
  | 'destra'
  | 'sinistra'
  | 'freccia'
  | 'menu'
  | 'chiudi'
  | 'piu'
  | 'cerca'
  | 'campana'
  | 'persona'
  | 'persone'
  | 'avvio'
  | 'spunta'
  | 'spunta-cerchio'
  | 'spunta-piena'
  | 'spunta-punto'
  | 'matita'
  | 'ritorno'
  | 'attenzione'
  | 'info'
  | 'lucchetto'
  | 'file'
  | 'cestino'
  | 'carica'
  | 'scarica'
  | 'nuvola'
  | 'invio'
  | 'croce'
  | 'porta'
  | 'cursori'
  | 'pausa'
  | 'bandiera'
  | 'barrato'
  | 'fumetto'
  | 'euro'
  | 'libro'
  | 'filtri'
  | 'colonne'
  | 'righe'
  | 'graffetta'
  | 'scudo'
  | 'esterno';

type Props = { nome: NomeIcona; taglia?: 16 | 20; className?: string };

/** Icona decorativa (nascosta ai lettori di schermo): il significato sta sempre nel testo accanto. Taglia in px. */
export const Icona = ({ nome, taglia = 20, className = '' }: Props) => (
  <svg className={`ico${taglia === 16 ? ' ico--16' : ''} ${className}`.trimEnd()} aria-hidden="true">
    <use href={`${FOGLIO}#${nome}`} />
  </svg>
);
