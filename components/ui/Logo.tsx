/** Il marchio del portale, nel colore del testo che lo contiene. Decorativo: il nome lo dice il collegamento intorno. */
export const Logo = () => (
  <svg width="173" height="44" viewBox="0 0 173 44" aria-hidden="true">
    <use href="/icone.svg#logo" />
  </svg>
);
