/** La forma di una pagina che sta arrivando. Compare dopo 300 ms, senza movimento. */
export const Scheletro = ({ etichetta = 'Caricamento in corso' }: { etichetta?: string }) => (
  <div className="skeleton" role="status" aria-label={etichetta}>
    <span className="sk sk--title" />
    <span className="sk" />
    <span className="sk sk--long" />
    <span className="sk sk--short" />
  </div>
);
