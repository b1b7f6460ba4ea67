import type { ReactNode } from 'react';
import type { AccessoChiesto } from '@/lib/controlli/queries';
import { NOME_STATO, type StatoAccesso } from '@/lib/controlli/regole';
import { dataEOra } from '@/lib/format/data';
import { ElencoChiave } from '../ui/ElencoChiave';

export const quando = (iso: string | null): string => (iso === null ? '' : dataEOra(new Date(iso)));

/** Una richiesta: chi, perché, chi l'ha autorizzata e fino a quando; sotto, ciò che chi guarda può fare. */
export const SchedaAccesso = ({ accesso, stato, children }: { accesso: AccessoChiesto; stato: StatoAccesso; children?: ReactNode }) => (
  <article className="sec">
    <h3>{`${accesso.ente}${accesso.progetto ? `, ${accesso.progetto.titolo}` : ''}`}</h3>
    <p className="testo">{accesso.motivo}</p>
    <ElencoChiave
      voci={[
        { termine: 'Stato', valore: NOME_STATO[stato] },
        { termine: 'Chiesto', valore: `${accesso.chiestoDaNome}, ${quando(accesso.chiestoIl)}` },
        ...(accesso.autorizzatoIl
          ? [
              { termine: 'Autorizzato', valore: `${accesso.autorizzatoDaNome ?? ''}, ${quando(accesso.autorizzatoIl)}` },
              { termine: 'Scadenza', valore: quando(accesso.scadeIl) },
              { termine: 'Letture', valore: String(accesso.letture) },
            ]
          : []),
      ]}
    />
    {children}
  </article>
);
