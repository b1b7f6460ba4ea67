/**
 * I termini di un bando sono ore civili di Roma (`AAAA-MM-GGTHH:MM`); qui diventano istanti (domain 0.1). Il fuso della macchina non conta.
 * - «Entro le 12:00» comprende il primo secondo delle 12: chiude alle 12:00:00.999. Un'apertura è esatta.
 * - Un'ora che non esiste (notte di marzo) vale il primo istante dopo il salto; una che esiste due volte (notte di ottobre) vale la seconda.
 */

const ORA_MS = 3_600_000;
/** Roma è avanti di un'ora sul tempo universale d'inverno e di due d'estate. */
const SCARTI = [ORA_MS, 2 * ORA_MS];

const ROMA = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** L'ora civile di Roma di un istante, `AAAA-MM-GGTHH:MM`. */
export function oraDiRoma(istante: Date): string {
  const parti = new Map(ROMA.formatToParts(istante).map(({ type, value }) => [type, value]));
  const anno = (parti.get('year') ?? '').padStart(4, '0');
  return `${anno}-${parti.get('month')}-${parti.get('day')}T${parti.get('hour')}:${parti.get('minute')}`;
}

/**
 * L'istante di un'ora civile di Roma.
 * @throws RangeError se non è una data e un'ora del calendario: le forme sbagliate si fermano prima (OraDiRoma, leggiOraCivile)
 */
export function istanteDiRoma(oraCivile: string, uso: 'apre' | 'chiude'): Date {
  const comeUtc = Date.parse(`${oraCivile}:00Z`);
  if (Number.isNaN(comeUtc) || new Date(comeUtc).toISOString().slice(0, 16) !== oraCivile)
    throw new RangeError(`Ora non valida: ${oraCivile}`);
  // lo scarto invernale viene prima: di due istanti con la stessa ora civile è il più tardi
  const [dInverno = 0, dEstate = 0] = SCARTI.map((scarto) => comeUtc - scarto);
  const trovato = [dInverno, dEstate].find((ms) => oraDiRoma(new Date(ms)) === oraCivile);
  // nel salto di marzo nessuno dei due torna: il salto è all'una di tempo universale, e le 2 di Roma d'inverno sono l'una
  const esatto = trovato ?? dInverno - (dInverno % ORA_MS);
  return new Date(uso === 'chiude' ? esatto + 999 : esatto);
}
