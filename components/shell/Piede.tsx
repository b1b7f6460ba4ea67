import { Logo } from '../ui/Logo';

type Props = {
  regione: { nome: string; direzione: string; indirizzo: string };
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
          {regione.nome}, {regione.direzione}
          <br />
          {regione.indirizzo}
        </p>
        {nota && <p className="foot__note">{nota}</p>}
      </div>
      <div className="foot__legal">
        <a href="/media-policy">Media policy</a>
        <a href="/note-legali">Note legali</a>
        <a href="/privacy">Privacy</a>
        <a href="/mappa-del-sito">Mappa del sito</a>
        <a href={dichiarazioneHref}>
          Dichiarazione di accessibilità
          {esterno(dichiarazioneHref) && <span className="sr"> (link esterno)</span>}
        </a>
        <a href="/accessibilita/feedback">Segnala un problema di accessibilità</a>
        <a href="/glossario">Glossario</a>
      </div>
    </div>
  </footer>
);
