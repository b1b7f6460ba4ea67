import { dataBreve, giornoDi } from '@/lib/format/data';
import type { GruppoCampi } from './campiEsame';

/** Numero e data dell'atto: gli stessi campi in ogni decisione. */
export const campiAtto = (adesso: Date): GruppoCampi => ({
  legenda: 'Atto',
  campi: [
    { tipo: 'testo', nome: 'atto', etichetta: 'Numero dell’atto', aiuto: 'Per esempio: D.D. 998/A15000' },
    { tipo: 'data', nome: 'dataAtto', etichetta: 'Data dell’atto', valore: dataBreve(giornoDi(adesso)) },
  ],
});
