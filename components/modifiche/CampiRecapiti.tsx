import type { Anagrafica } from '@/lib/domande/valori';
import { CampoTesto } from '../forms/CampoTesto';
import type { PropsCampi } from './campi';

const CAMPI: Record<'referente' | 'sede' | 'dati_bancari', [keyof Anagrafica, string, string][]> = {
  referente: [
    ['referente', 'Ufficio referente', 'Il nome dell’ufficio, non di una persona.'],
    ['email', 'Indirizzo email dell’ufficio', ''],
    ['telefono', 'Telefono dell’ufficio', ''],
  ],
  sede: [['sede', 'Sede del progetto', 'Via, numero, CAP e Comune.']],
  dati_bancari: [
    ['iban', 'IBAN', 'Ricopialo dal documento della banca o della tesoreria.'],
    ['intestatario', 'Intestatario del conto', ''],
  ],
};

/** I recapiti d'ufficio o il conto, con quelli in vigore accanto. */
export const CampiRecapiti = ({ dominio, base, scritto, v, errore }: PropsCampi & { dominio: keyof typeof CAMPI }) =>
  CAMPI[dominio].map(([campo, etichetta, aiuto]) => (
    <CampoTesto
      key={campo}
      nome={campo}
      etichetta={etichetta}
      aiuto={aiuto || undefined}
      prima={base.anagrafica?.[campo] ?? 'non indicato'}
      valore={v(campo, scritto.anagrafica?.[campo] ?? '')}
      errore={errore(campo)}
      autoComplete="off"
    />
  ));
