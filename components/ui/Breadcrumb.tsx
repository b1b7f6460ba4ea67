type Props = { voci: { href?: string; etichetta: string }[] };

/** Percorso di navigazione. L'ultima voce è la pagina stessa, senza collegamento. */
export const Breadcrumb = ({ voci }: Props) => (
  <nav className="wrap crumbs" aria-label="Percorso di navigazione">
    <ol>
      {voci.map(({ href, etichetta }, indice) => (
        <li key={etichetta} aria-current={indice === voci.length - 1 ? 'page' : undefined}>
          {href ? <a href={href}>{etichetta}</a> : etichetta}
        </li>
      ))}
    </ol>
  </nav>
);
