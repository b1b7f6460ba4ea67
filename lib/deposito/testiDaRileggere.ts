import { type Campo, sezioniDi } from '@/lib/bandi/configurazione';
import { righeDi, sceltiIn, siMostra, testiIn } from '@/lib/domande/modulo';
import type { Valore } from '@/lib/domande/valori';
import { testiAzione } from '@/lib/piano/testi';
import { azioniIn } from '@/lib/piano/valori';
import { datiPersonali } from '@/lib/privacy/testoLibero';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { sezioniCorrenti } from '@/lib/versioni/ereditati';
import type { Mancanza, Scritta } from './mancanze';

/** Un campo che sembra contenere dati di una persona: come si chiama, e dove si rilegge. */
export type DaRileggere = Mancanza & { nome: string };

/** I testi di un valore, secondo il tipo del campo. I campi che il bando vuole come recapito (telefono, email) e quelli che non sono testi liberi non si guardano. */
function testiDi({ tipo, colonne }: Campo, valore: Valore | undefined): string[] {
  switch (tipo) {
    case 'testo':
    case 'testo_lungo':
      return typeof valore === 'string' ? [valore] : [];
    case 'elenco':
      return sceltiIn(valore);
    case 'principi':
      return Object.values(testiIn(valore));
    case 'tabella': {
      const scritte = colonne.filter((colonna) => colonna.tipo === 'testo').map(({ chiave }) => chiave);
      return righeDi(valore).flatMap((riga) => scritte.map((chiave) => riga[chiave] ?? ''));
    }
    case 'azioni':
      return azioniIn(valore).flatMap(testiAzione);
    default:
      return [];
  }
}

/** I campi di una fase in cui sembra esserci un codice fiscale, un telefono, un'è-mail o un IBAN, nell'ordine del modulo. Non dice che cosa c'è scritto. */
export function testiDaRileggere(domanda: Scritta, fase: FaseDomanda): DaRileggere[] {
  const { id, configurazione, sezioni } = domanda;
  const scritte = sezioniCorrenti(configurazione, fase, sezioni);
  return sezioniDi(configurazione, fase).flatMap(({ chiave, titolo, campi }) => {
    const valori = scritte[chiave] ?? {};
    return campi
      .filter((campo) => siMostra(campo, valori) && datiPersonali(testiDi(campo, valori[campo.chiave]).join('\n')).length > 0)
      .map((campo) => ({
        nome: campo.etichetta,
        messaggio: `${titolo}: ${campo.etichetta}`,
        href: `${routes.sezione(id, chiave)}#campo-${campo.chiave}`,
      }));
  });
}
