/** Che cosa si dice di un errore imprevisto, con gli script e senza: nessun dettaglio tecnico, che cosa è al sicuro, che cosa fare. */
export const FraseGuasto = () => (
  <p>Il portale non è riuscito a completare la richiesta. Ciò che era già salvato è al sicuro. Riprova tra qualche istante.</p>
);
