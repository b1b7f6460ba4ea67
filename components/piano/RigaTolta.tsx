import { Bottone } from '../ui/Bottone';

/** Togliere si annulla: la riga torna dov'era. */
export const RigaTolta = ({ che, rimetti }: { che: string; rimetti: () => void }) => (
  <p className="riga-tolta" role="status">
    {che} è stata tolta.{' '}
    <Bottone variante="quieto" taglia={32} icona="ritorno" onClick={rimetti}>
      Rimetti
    </Bottone>
  </p>
);
