import type { DaRileggere } from '@/lib/deposito/testiDaRileggere';
import { Icona } from '../ui/Icona';

/** I campi che sembrano contenere dati di una persona, con un collegamento a ciascuno: non fermano nulla, ma chi presenta dovrà confermarli. */
export const TestiDaRileggere = ({ testi }: { testi: readonly DaRileggere[] }) => (
  <>
    <p>
      {testi.length === 1 ? 'In 1 campo sembra' : `In ${testi.length} campi sembrano`} esserci un codice fiscale, un telefono, un’e-mail o
      un IBAN. Se riguardano una persona seguita, toglili: chi presenta dovrà confermare che gli altri servono.
    </p>
    <ul className="elenco-manca">
      {testi.map(({ href, messaggio }) => (
        <li key={href}>
          <Icona nome="attenzione" taglia={16} />
          <a href={href}>{messaggio}</a>
        </li>
      ))}
    </ul>
  </>
);
