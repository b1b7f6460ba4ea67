import { dataConGiorno, giornoDi, oraDi } from '@/lib/format/data';

/** Il termine di un passo, detto in parole. Chi decide è il database (al secondo); qui si racconta. */

const MINUTO = 60_000;
const ORA = 60 * MINUTO;
const GIORNO = 24 * ORA;

const quanti = (n: number, uno: string, molti: string): string => (n === 1 ? `1 ${uno}` : `${n} ${molti}`);

/** Quanto manca, con due unita al più: «3 giorni e 4 ore», «12 minuti», «meno di un minuto». */
export function durata(ms: number): string {
  if (ms < MINUTO) return 'meno di un minuto';
  const giorni = Math.floor(ms / GIORNO);
  const ore = Math.floor((ms % GIORNO) / ORA);
  const minuti = Math.floor((ms % ORA) / MINUTO);
  const parti =
    giorni > 0
      ? [quanti(giorni, 'giorno', 'giorni'), ore > 0 && quanti(ore, 'ora', 'ore')]
      : [ore > 0 && quanti(ore, 'ora', 'ore'), minuti > 0 && quanti(minuti, 'minuto', 'minuti')];
  return parti.filter((parte) => parte !== false).join(' e ');
}

export type Termine = { apre: string; chiude: string | null };
export type StatoTermine = { aperto: boolean; quando: string; manca: string };

const alle = (istante: Date): string => `${dataConGiorno(giornoDi(istante))} alle ${oraDi(istante)}`;

/** A che punto si è con il termine di un passo: quando scade e quanto manca, adesso. */
export function statoTermine(termine: Termine | undefined, adesso: Date): StatoTermine {
  if (!termine) return { aperto: true, quando: 'Il bando non indica un termine', manca: '' };
  const apre = new Date(termine.apre);
  if (adesso < apre)
    return { aperto: false, quando: `Si presenta da ${alle(apre)}`, manca: `Mancano ${durata(apre.getTime() - adesso.getTime())}` };
  if (!termine.chiude) return { aperto: true, quando: 'Il bando non ha una scadenza', manca: '' };
  const chiude = new Date(termine.chiude);
  if (adesso > chiude) return { aperto: false, quando: `Il termine è scaduto ${alle(chiude)}`, manca: '' };
  const restano = chiude.getTime() - adesso.getTime();
  return {
    aperto: true,
    quando: `Si presenta entro ${alle(chiude)}`,
    manca: restano < MINUTO ? 'Manca meno di un minuto' : `Restano ${durata(restano)}`,
  };
}
