/** Un identificativo o una revisione che il modulo porta con sé: se è storto o vecchio, la persona può solo ricaricare. */
export const SUPERATA = 'Questa pagina non è più valida: ricaricala e riprova.';
