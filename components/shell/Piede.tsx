import { Logo } from '../ui/Logo';
import { PAGINE_LEGALI } from './vociPubbliche';

type Props = {
  regione: { nome: string; direzione: string | null; indirizzo: string | null };
  /** Da dove vengono i dati e che cosa è inventato, quando l'ambiente è dimostrativo. */
  nota?: string;
  /** La dichiarazione di accessibilità è un obbligo di legge: se l'indirizzo è di un altro sito, il collegamento lo dice. */
  dichiarazioneHref?: string;
};

const esterno = (href: string): boolean => /^https?:/.test(href);

/** Il piede di ogni pagina: chi pubblica, dove sta, e i collegamenti dovuti per legge. */
export const Piede = ({ regione, nota, dichiarazioneHref = '/accessibilita' }: Props) => (
  <footer className="foot">
    <div className="wrap">
      <div className="foot__top">
        <a className="brand" href="/" aria-label="Cantiere, pagina iniziale">
          <Logo />
        </a>
        <p>
          {[regione.nome, regione.direzione].filter(Boolean).join(', ')}
          <br />
          {regione.indirizzo}
        </p>
        {nota && <p className="foot__note">{nota}</p>}
      </div>
      <div className="foot__legal">
        {PAGINE_LEGALI.map(({ href, etichetta }) => {
          const indirizzo = href === '/accessibilita' ? dichiarazioneHref : href;
          return (
            <a key={href} href={indirizzo}>
              {etichetta}
              {esterno(indirizzo) && <span className="sr"> (link esterno)</span>}
            </a>
          );
        })}
      </div>
    </div>
  </footer>
);
