/** La licenza dei dati e delle figure che escono dal portale. */
export const LICENZA = { nome: 'CC BY 4.0', indirizzo: 'https://creativecommons.org/licenses/by/4.0/' };
