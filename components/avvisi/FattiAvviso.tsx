import type { AvvisoPubblico } from '@/lib/avvisi/letture';
import { momentoDi } from '@/lib/avvisi/regole';
import { dataEOra } from '@/lib/format/data';
import { FattiChiave } from '../ui/FattiChiave';

const data = (iso: string | null): Date | null => (iso ? new Date(iso) : null);

/** Se adesso ci si può candidare, secondo l'orologio del portale. */
export const momentoAvviso = ({ apre, chiude, adesso, chiuso }: Pick<AvvisoPubblico, 'apre' | 'chiude' | 'adesso' | 'chiuso'>) =>
  chiuso ? 'scaduto' : momentoDi({ apre: data(apre), chiude: data(chiude) }, new Date(adesso));

/** Chi pubblica, per quale bando, entro quando. */
export const FattiAvviso = ({ avviso }: { avviso: AvvisoPubblico }) => (
  <FattiChiave
    fatti={[
      { termine: 'Pubblicato da', valore: [avviso.ente, avviso.sede].filter(Boolean).join(', ') },
      { termine: 'Bando', valore: avviso.bando },
      ...(avviso.apre ? [{ termine: 'Si apre', valore: dataEOra(new Date(avviso.apre)) }] : []),
      ...(avviso.chiude ? [{ termine: 'Si chiude', valore: dataEOra(new Date(avviso.chiude)) }] : []),
    ]}
  />
);
