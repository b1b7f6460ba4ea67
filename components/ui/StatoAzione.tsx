export type ChiaveStatoAzione =
  | 'NON_AVVIATA'
  | 'IN_PREPARAZIONE'
  | 'IN_CORSO'
  | 'PARZIALMENTE_REALIZZATA'
  | 'COMPLETATA'
  | 'SOSPESA'
  | 'ANNULLATA';

const GLIFI: Record<ChiaveStatoAzione, string> = {
  NON_AVVIATA: 'non-avviata',
  IN_PREPARAZIONE: 'in-preparazione',
  IN_CORSO: 'in-corso',
  PARZIALMENTE_REALIZZATA: 'in-parte',
  COMPLETATA: 'conclusa',
  SOSPESA: 'sospesa',
  ANNULLATA: 'annullata',
};

const tono = (stato: ChiaveStatoAzione | null): string => {
  if (stato === 'SOSPESA') return ' state--stop';
  return stato === null || stato === 'ANNULLATA' || stato === 'NON_AVVIATA' ? ' state--off' : '';
};

/** Il cerchio a quarti: quanto è pieno dice quanto è avanti l'azione; `null` è il cerchio tratteggiato di «non rilevato». */
export const GlifoStato = ({ stato }: { stato: ChiaveStatoAzione | null }) => (
  <svg className="glyph" aria-hidden="true">
    <use href={`/icone.svg#stato-${stato ? GLIFI[stato] : 'non-rilevata'}`} />
  </svg>
);

type Props = { stato: ChiaveStatoAzione | null; etichetta: string };

/** Stato di un'azione: glifo e parola. L'etichetta viene da chi chiama, perché le parole del dominio stanno nei moduli. */
export const StatoAzione = ({ stato, etichetta }: Props) => (
  <span className={`state${tono(stato)}`}>
    <GlifoStato stato={stato} />
    {etichetta}
  </span>
);
