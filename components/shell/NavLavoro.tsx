'use client';

import { usePathname } from 'next/navigation';
import { contiene, type Voce } from '@/lib/navigazione';
import { NavRuolo } from './NavRuolo';

/**
 * La navigazione dell'area di lavoro. La cornice resta la stessa quando un modulo porta a un'altra pagina senza ricaricare: quale voce è
 * attiva lo dice l'indirizzo di adesso, non quello con cui la cornice è stata disegnata.
 */
export const NavLavoro = ({ id, voci }: { id: string; voci: readonly Voce[] }) => {
  const percorso = usePathname();
  return (
    <NavRuolo id={id} voci={voci.map((voce) => ({ href: voce.href, etichetta: voce.etichetta, attiva: contiene(voce, percorso ?? '') }))} />
  );
};
