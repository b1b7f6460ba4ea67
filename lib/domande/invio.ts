/** Quanto si può inviare in un salvataggio, e che cosa si dice di più. */
export const MASSIMO_INVIO = 4_000_000;
export const TROPPO_LUNGO =
  'Il testo è troppo lungo per essere salvato (più di 4 milioni di caratteri). Resta in questa pagina: accorcialo e si salva da solo.';
