import type { Schema } from '@/lib/classificazione/voci';
import type { CampoEsame } from '../istruttoria/campiEsame';

const etichettaDi = ({ etichetta, gruppo }: Schema['voci'][number]): string =>
  gruppo ? `${etichetta} (${gruppo.toLowerCase()})` : etichetta;

/** La scelta delle voci di uno schema: una tra tutte, o le caselle. Nessuna voce è una risposta. */
export const campoVoci = (schema: Schema, scelte: readonly string[]): CampoEsame => {
  const opzioni = schema.voci.map((voce) => ({ valore: voce.codice, etichetta: etichettaDi(voce) }));
  return schema.esclusivo
    ? { tipo: 'scelta', nome: 'voce', etichetta: 'Voce', vuota: 'Nessuna voce', facoltativo: true, opzioni, valore: scelte[0] }
    : { tipo: 'caselle', nome: 'voci', etichetta: 'Voci presenti nel progetto', opzioni, spuntate: [...scelte] };
};
