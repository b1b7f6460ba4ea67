type Props = {
  /** La parte fatta, da 0 a 1. */
  quota: number;
  /** Che cosa misura, in parole: «38 campi compilati su 46». */
  descrizione: string;
};

/** Una barra sottile di avanzamento: si legge insieme al numero scritto accanto. */
export const Misura = ({ quota, descrizione }: Props) => (
  <svg className="meter" width="100%" height="8" role="img" aria-label={descrizione}>
    <rect width={`${Math.round(Math.min(1, Math.max(0, quota)) * 1000) / 10}%`} height="8" />
  </svg>
);
