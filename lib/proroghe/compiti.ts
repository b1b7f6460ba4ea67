import type { Compito, ProgettoConDoveri } from '@/lib/attuazione/tipiCompiti';
import { dataBreve } from '@/lib/format/data';
import { routes } from '@/lib/routes';

/** Ciò che il capofila deve finire per le proroghe: una richiesta in bozza si presenta prima della fine di ciò che proroga, che è il suo termine. */
export const compitiProroghe = ({ id, titolo, capofila, stato, prorogheInBozza = [] }: ProgettoConDoveri): Compito[] =>
  !capofila || (stato !== 'AVVIATO' && stato !== 'SOSPESO')
    ? []
    : prorogheInBozza.map((proroga) => ({
        id: `proroga-${proroga.id}`,
        titolo: `Presenta o annulla la richiesta di proroga ${proroga.azione ? `dell’azione ${proroga.azione}` : 'del progetto'}`,
        perche: `La Regione non la vede ancora. Dopo il ${dataBreve(proroga.fine)} non si può più presentare.`,
        provenienza: `Progetto ${titolo}`,
        href: routes.proroga(id, proroga.id),
        azione: 'Continua la richiesta',
        entro: proroga.fine,
      }));
