'use client';

import { Guasto } from '@/components/shell/Guasto';
import './globals.css';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="it">
      <body>
        <title>Qualcosa non ha funzionato | Cantiere</title>
        <Guasto codice={error.digest} />
      </body>
    </html>
  );
}
