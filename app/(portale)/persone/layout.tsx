import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/Callout';
import { chiaviPresenti } from '@/lib/identita/chiavi';

/** Senza le chiavi delle identità (docs/decisioni/0007) le pagine delle persone lo dicono, e non mostrano né scrivono nomi. */
export default function PersoneLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {!chiaviPresenti() && (
        <div className="wrap">
          <Callout tipo="errore" titolo="Le chiavi delle identità non sono configurate.">
            I nomi non si possono né leggere né scrivere finché chi amministra il portale non le aggiunge.
          </Callout>
        </div>
      )}
      {children}
    </>
  );
}
