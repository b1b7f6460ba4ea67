import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

// Ogni pagina nasce da una richiesta: la politica di sicurezza dei contenuti porta un nonce diverso ogni volta.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Cantiere, i progetti di welfare dei territori', template: '%s | Cantiere' },
};

// Ciò che è uguale in ogni pagina sta nella testa e non tra i metadati: quelli Next li copia e li ricompone a ogni richiesta.
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="it">
      <head>
        <meta name="application-name" content="Cantiere" />
        <meta name="theme-color" content="#003366" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <link rel="icon" href="/icona.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}
