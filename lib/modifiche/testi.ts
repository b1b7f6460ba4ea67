import type { DominioModifica } from '@/lib/bandi/configurazione';
import { datiPersonali } from '@/lib/privacy/testoLibero';
import type { Json } from './json';
import type { Operazione } from './operazioni';

/** Gli ambiti che servono a scrivere recapiti e conti dell'ente: lì i dati che si cercano ci devono essere. */
const DI_RECAPITI: readonly DominioModifica[] = ['referente', 'sede', 'dati_bancari'];

const testiIn = (valore: Json): string[] => {
  if (typeof valore === 'string') return [valore];
  return typeof valore === 'object' && valore !== null ? Object.values(valore).flatMap(testiIn) : [];
};

/** Che cosa, in una richiesta di modifica, sembra contenere dati di una persona: i nomi, mai i testi. */
export function testiDaRileggere({
  dominio,
  motivazione,
  operazioni,
}: {
  dominio: DominioModifica;
  motivazione: string;
  operazioni: readonly Pick<Operazione, 'etichetta' | 'dopo'>[];
}): string[] {
  const scritti = DI_RECAPITI.includes(dominio)
    ? []
    : operazioni.map(({ etichetta, dopo }) => [etichetta, testiIn(dopo).join('\n')] as const);
  return [['Motivazione', motivazione] as const, ...scritti].filter(([, testo]) => datiPersonali(testo).length > 0).map(([nome]) => nome);
}
