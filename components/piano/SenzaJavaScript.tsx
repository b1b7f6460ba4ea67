export const SenzaJavaScript = ({ che }: { che: string }) => (
  <noscript>
    <p className="hint">Per modificare {che} serve JavaScript: qui si possono solo leggere.</p>
  </noscript>
);
