import type { Metadata } from 'next';
import { PaginaAssente } from '@/components/shell/PaginaAssente';
import { Pezzo } from '@/components/ui/Pezzo';
import { inHtml } from '@/lib/html/inHtml';

export const metadata: Metadata = { title: 'Pagina non trovata' };

// Next la manda con ogni pagina, per il caso in cui serva: si scrive una volta.
const HTML = inHtml(<PaginaAssente />);

export default function NotFound() {
  return <Pezzo html={HTML} />;
}
