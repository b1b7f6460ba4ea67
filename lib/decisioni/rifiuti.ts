import { rifiutoDi } from '@/lib/errors/rifiutoDi';
import { esigiEsitoPrescrizioni, esigiPrescrizioniScritte, type StatoPrescrizione } from './regole';

/** Perché le prescrizioni non si possono presentare, approvare o rinviare adesso; vuota se si può. Le stesse regole che rifiutano l'atto. */
export const rifiutoPrescrizioni = (
  atto: 'presenta' | 'approva' | 'rinvia',
  prescrizioni: readonly { stato: StatoPrescrizione; evidenza: string | null }[],
): string =>
  rifiutoDi(() =>
    atto === 'presenta'
      ? esigiPrescrizioniScritte(prescrizioni)
      : esigiEsitoPrescrizioni(
          atto,
          prescrizioni.map(({ stato }) => stato),
        ),
  );
