import { routes } from '@/lib/routes';

/**
 * Dove si torna dopo un invio: una pagina dello stesso progetto, con l'esito nel parametro `prova`. Il percorso arriva dal modulo: se non è una
 * pagina del progetto si torna al progetto.
 */
export function ritorno(progettoId: string, torna: unknown, prova: string): string {
  const base = routes.progetto(progettoId);
  const grezzo = typeof torna === 'string' && /^\/progetti\/[0-9a-f-]{36}(\/[\w-]+)*(\?[\w=&-]*)?$/.test(torna) ? torna : base;
  const [percorso = base, domanda = ''] = (grezzo === base || grezzo.startsWith(`${base}/`) ? grezzo : base).split('?');
  const parametri = new URLSearchParams(domanda);
  parametri.delete('esito');
  parametri.set('prova', prova);
  return `${percorso}?${parametri}#prove`;
}
