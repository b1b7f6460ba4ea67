/** Un lavoro che può durare: una barra senza misura, con le parole; sparisce quando c'è l'esito. */
export const AttesaImporta = ({ inCorso }: { inCorso: boolean }) => (
  <div role="status">
    {inCorso && (
      <p>
        <label htmlFor="attesa-importa">
          Lavoro in corso: per diecimila righe può servire qualche decina di secondi. Non chiudere la pagina.
        </label>
        <progress id="attesa-importa" className="w-full" />
      </p>
    )}
  </div>
);
