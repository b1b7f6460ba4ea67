/** Il primo elemento che riceve il fuoco: porta al contenuto, che deve avere `id="contenuto"`. */
export const SkipLink = () => (
  <a className="skip" href="#contenuto">
    Vai al contenuto
  </a>
);
