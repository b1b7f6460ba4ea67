/** La password di tutti gli account dimostrativi: è pubblica, sta scritta nella pagina di accesso. Vale solo con CANTIERE_DEMO=1. */
export const PASSWORD_DIMOSTRATIVA = 'Cantiere dimostrativo 2020';
