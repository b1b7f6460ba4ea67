import type { ReactNode } from 'react';
import { LinkBottone } from './Bottone';

type PropsGruppo = { id: string; titolo: string; conteggio?: number; attesa?: boolean; children: ReactNode };

/** Un gruppo di compiti per urgenza: «In ritardo», «Nei prossimi sette giorni», «Più avanti», «In attesa di altri» (`attesa`). */
export const GruppoCompiti = ({ id, titolo, conteggio, attesa, children }: PropsGruppo) => (
  <section className="todo-group" aria-labelledby={id}>
    <h2 id={id}>
      {titolo}
      {conteggio !== undefined && <span className="pill">{conteggio}</span>}
    </h2>
    <ul className={attesa ? 'todo todo--wait' : 'todo'}>{children}</ul>
  </section>
);

type Props = {
  /** Il giorno e il mese della scadenza («6», «luglio»), oppure il tempo già passato («12», «giorni»). */
  numero: string | number;
  unita: string;
  titolo: string;
  href: string;
  perche: ReactNode;
  provenienza?: ReactNode;
  /** Quanto manca, in parole: «3 giorni di ritardo», «Domani», «Tra 6 giorni». Nei gruppi in attesa può essere un Badge. */
  tempo?: ReactNode;
  urgenza?: 'ritardo' | 'vicino';
  /** Il verbo del bottone: solo per ciò che è in ritardo. */
  azione?: string;
};

/** Una cosa da fare: quando, che cosa, perché, da dove viene. */
export const RigaCompito = ({ numero, unita, titolo, href, perche, provenienza, tempo, urgenza, azione }: Props) => (
  <li>
    <p className="todo__date">
      <b>{numero}</b>
      {unita}
    </p>
    <div>
      <h3>
        <a href={href}>{titolo}</a>
      </h3>
      <p>{perche}</p>
      {provenienza && <p className="meta">{provenienza}</p>}
    </div>
    <div className="todo__side">
      {tempo && <span className={urgenza === 'ritardo' ? 'late' : urgenza === 'vicino' ? 'soon' : undefined}>{tempo}</span>}
      {azione && (
        <LinkBottone href={href} variante="primario" taglia={36}>
          {azione}
        </LinkBottone>
      )}
    </div>
  </li>
);
