import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import './globals.css';

// Ogni pagina nasce da una richiesta: la politica di sicurezza dei contenuti porta un nonce diverso ogni volta.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Cantiere, i progetti di welfare dei territori', template: '%s | Cantiere' },
  description: 'Il portale della Regione per i progetti di welfare dei territori: che cosa fanno, dove e a che punto sono.',
  applicationName: 'Cantiere',
  icons: { icon: { url: '/icona.svg', type: 'image/svg+xml' } },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#003366' };

const CARATTERI = ['/fonts/titillium-web-latin-400-normal.woff2', '/fonts/titillium-web-latin-600-normal.woff2'];

export default function RootLayout({ children }: { children: ReactNode }) {
  for (const carattere of CARATTERI) preload(carattere, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang="it">
      <body>{children}</body>
    </html>
  );
}
