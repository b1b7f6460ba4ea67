/** Che cosa è appena successo, detto in cima alla pagina dopo il ritorno da un modulo. Un codice estraneo non dice nulla. */
const ESITI: Record<string, string> = {
  dichiarata: 'Dichiarazione registrata. Ora puoi leggere la domanda e dare i punteggi.',
  conflitto: 'Conflitto di interesse registrato. Questa domanda per te è chiusa: la valutano gli altri commissari.',
  salvata: 'Scheda salvata in bozza.',
  conclusa: 'Scheda conclusa. Vedrai i punteggi degli altri quando avranno concluso tutti.',
  consolidata: 'Valutazione consolidata. La domanda entra nella graduatoria del bando.',
  nominato: 'Commissario nominato.',
  revocato: 'Commissario tolto dalla commissione.',
  esonerato: 'Commissario esonerato. Ciò che ha concluso vale; le schede a metà no.',
  presidenza: 'Presidenza affidata.',
};

export const messaggioEsito = (codice: string | undefined): string | undefined =>
  codice && Object.hasOwn(ESITI, codice) ? ESITI[codice] : undefined;
