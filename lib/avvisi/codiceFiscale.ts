/**
 * Il codice di un'organizzazione: partita IVA o codice fiscale di un ente, undici cifre con la stessa cifra di controllo.
 * Le cifre di posto pari si raddoppiano (meno 9 se superano 9); l'ultima porta la somma a un multiplo di dieci.
 */

/** Ciò che una persona scrive o incolla, ridotto alle sue cifre: via gli spazi, i punti e il prefisso IT delle fatture. */
export const normaleCodiceFiscale = (scritto: string): string => scritto.replaceAll(/[\s.]/g, '').replace(/^IT(?=\d)/i, '');

/** La cifra di controllo delle prime dieci. */
export function cifraDiControllo(dieci: string): number {
  const somma = [...dieci].reduce((totale, cifra, indice) => {
    const valore = Number(cifra);
    const doppio = valore * 2;
    return totale + (indice % 2 === 0 ? valore : doppio > 9 ? doppio - 9 : doppio);
  }, 0);
  return (10 - (somma % 10)) % 10;
}

/** Perché il codice (già normale) non va; null se va. Undici zeri tornerebbero, ma non sono di nessuno. */
export function difettoCodiceFiscale(codice: string): string | null {
  if (!/^\d{11}$/.test(codice)) return 'Scrivi le 11 cifre del codice fiscale o della partita IVA dell’organizzazione.';
  if (/^0+$/.test(codice)) return 'Questo codice non è di nessuna organizzazione: controlla le cifre.';
  return cifraDiControllo(codice.slice(0, 10)) === Number(codice[10])
    ? null
    : 'La cifra di controllo non torna: una delle 11 cifre è sbagliata. Ricontrollale.';
}
