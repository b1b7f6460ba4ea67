const VUOTO = '<html id="__next_error__">';
/** Quanto guardare di un documento per sapere se è quello vuoto: lo dice il suo primo elemento. */
const INIZIO = '<!DOCTYPE html>'.length + VUOTO.length;
const FOGLIO = /\/_next\/static\/[\w./-]+\.css/;

/**
 * Quando una pagina non esiste (`notFound`) o cade mentre si disegna, Next manda un documento vuoto e senza lingua, che riempie il browser. Qui riceve la lingua
 * e, per chi non ha gli script, il testo con il suo foglio di stile: altrimenti vedrebbe una pagina bianca. Gli altri documenti restano come sono.
 * @param testo la pagina intera, già scritta
 */
export function vestiGuscio(corpo: Buffer, testo: () => string): Buffer {
  if (!corpo.toString('latin1', 0, INIZIO).endsWith(VUOTO)) return corpo;
  const documento = corpo.toString();
  const foglio = FOGLIO.exec(documento)?.[0];
  return Buffer.from(
    documento
      .replace(VUOTO, '<html lang="it" id="__next_error__">')
      .replace('</head>', () => (foglio ? `<noscript><link rel="stylesheet" href="${foglio}"></noscript></head>` : '</head>'))
      .replace('<body>', () => `<body><noscript>${testo()}</noscript>`),
  );
}
