import { type CodiceOTotale, sogliaDi } from './codici';
import { type Sistema, sistemaDi } from './equazioni';
import { codiciDi } from './insiemi';
import { type CellaDaPubblicare, daOscurare, type Equazione } from './oscura';
import type { IndicatoriLetti } from './queries';
import type { Scelta } from './schema';
import { type Chiave, type Conteggi, conteggiDi, meno, type Pubblicata, pubblicate } from './tabella';

/**
 * Dai conteggi alle tabelle che si possono mostrare. Chi legge un ente sa gia delle proprie persone: cio che non deve sapere e quante sono le altre, quindi si
 * oscura la tabella degli altri. L'intera e un filtro si pubblicano insieme: cio che sta fuori dal filtro e una cella come le altre.
 */

const con = (prefisso: string, { celle, equazioni }: Sistema): Sistema => ({
  celle: new Map([...celle].map(([k, c]) => [`${prefisso}${k}`, c])),
  equazioni: equazioni.map(({ tutto, parti }) => ({ tutto: `${prefisso}${tutto}`, parti: parti.map((p) => `${prefisso}${p}`) })),
});

/** Le celle nascoste della tabella intera. */
export const nascosteDi = (altri: Conteggi): Set<string> => {
  const { celle, equazioni } = sistemaDi(altri);
  return daOscurare(celle, equazioni);
};

/** Le celle nascoste di ciascuna parte di una tabella gia pubblicata; fuori dalle parti c'e un resto, che si protegge. */
function nascosteInParti(intera: Conteggi, parti: ReadonlyMap<string, Conteggi>): Set<string> {
  const gia = nascosteDi(intera);
  const base = sistemaDi(intera);
  const celle = new Map<string, CellaDaPubblicare>();
  for (const [k, c] of base.celle) celle.set(k, { ...c, fissa: true, nascosta: gia.has(k) });
  const equazioni: Equazione[] = [...base.equazioni];
  for (const [nome, conteggi] of parti) {
    const sistema = con(`${nome}|`, sistemaDi(conteggi));
    for (const [k, c] of sistema.celle) celle.set(k, c);
    equazioni.push(...sistema.equazioni);
  }
  for (const [k, { valore, soglia, pubblicata }] of base.celle) {
    if (!pubblicata) continue;
    const sue = [...parti.keys()].map((nome) => `${nome}|${k}`);
    const fuori = `fuori|${k}`;
    celle.set(fuori, { valore: Math.max(0, valore - sue.reduce((s, p) => s + (celle.get(p)?.valore ?? 0), 0)), soglia, pubblicata: false });
    equazioni.push({ tutto: k, parti: [...sue, fuori] });
  }
  return daOscurare(celle, equazioni);
}

const altri = (tutti: Conteggi, miei: Conteggi | null): Conteggi => (miei ? meno(tutti, miei) : tutti);

/** La tabella chiesta: l'intera, o gli ingressi di un periodo, o chi ha frequentato un'azione. */
export function tabellaScelta(letti: IndicatoriLetti, { azione, periodo }: Scelta): Pubblicata[] {
  const codici = codiciDi(letti.insieme);
  const tutti = conteggiDi(letti.conteggi);
  const intera = altri(tutti, letti.miei && conteggiDi(letti.miei));
  // un'azione o un periodo che il progetto non ha valgono tutto il progetto
  if (azione && letti.perAzione && letti.azioni.some(({ id }) => id === azione)) {
    const suoi = conteggiDi(letti.perAzione);
    const chiuse = nascosteInParti(intera, new Map([[azione, altri(suoi, letti.mieiPerAzione && conteggiDi(letti.mieiPerAzione))]]));
    return pubblicate(codici, suoi, (k) => chiuse.has(`${azione}|${k}`));
  }
  if (periodo && letti.perPeriodo?.[periodo]) {
    const parti = new Map(
      Object.entries(letti.perPeriodo).map(([id, righe]) => [
        id,
        altri(conteggiDi(righe), letti.miei && conteggiDi(letti.mieiPerPeriodo?.[id] ?? [])),
      ]),
    );
    const chiuse = nascosteInParti(intera, parti);
    return pubblicate(codici, conteggiDi(letti.perPeriodo[periodo]), (k) => chiuse.has(`${periodo}|${k}`));
  }
  const chiuse = nascosteDi(intera);
  return pubblicate(codici, tutti, (k) => chiuse.has(k));
}

/** Un indicatore fissato e lo stesso rifatto oggi, sui soli record completi; una differenza piccola direbbe di poche persone e non si mostra. */
type Confrontata = { codice: CodiceOTotale; fissato: number | null; oggi: number | null };

/** @param miei per un ente, le sue persone fino alla fine del periodo: cio che non deve sapere e quante sono le altre */
export function confronto(codici: readonly CodiceOTotale[], fissati: Conteggi, oggi: Conteggi, miei: Conteggi | null): Confrontata[] {
  const [primaAltri, oraAltri] = [altri(fissati, miei), altri(oggi, miei)];
  const [prima, dopo] = [nascosteDi(primaAltri), nascosteDi(oraAltri)];
  return codici.map((codice) => {
    const k: Chiave = `completi.${codice}.T`;
    const mossi = Math.abs((primaAltri.get(k) ?? 0) - (oraAltri.get(k) ?? 0));
    const vicini = mossi > 0 && mossi < sogliaDi(codice);
    return { codice, fissato: prima.has(k) ? null : (fissati.get(k) ?? 0), oggi: dopo.has(k) || vicini ? null : (oggi.get(k) ?? 0) };
  });
}

/** Quanti record incompleti ha un ente, per dato che manca: per gli altri un numero piccolo non si dice. */
export const quantiIncompleti = (valore: number, mio: boolean): number | null =>
  mio || valore === 0 || valore >= sogliaDi('TOTALE') ? valore : null;
