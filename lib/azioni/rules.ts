import { giorniTra } from '@/lib/attuazione/rules';
import type { StatoAzione } from '@/lib/attuazione/schema';
import type { AttesaRegione, CausaNelTempo, DatePiano, Dichiarata, Situazione } from './letture';

/** Le azioni nel tempo: ritardi, storia per mese, cause. Pure; `oggi` AAAA-MM-GG. */

export type Ritardo = {
  giorni: number;
  /** FINE: dalla fine effettiva; STIMA: dalla fine stimata; OGGI: nessuna data, ma la fine prevista è passata. */
  fonte: 'FINE' | 'STIMA' | 'OGGI';
};

const CHIUSE: readonly (StatoAzione | null)[] = ['COMPLETATA', 'ANNULLATA'];

/**
 * Il ritardo in giorni solari su una fine prevista; negativo = in anticipo; null se non si può dire. Senza fine effettiva né stimata, un'azione
 * aperta è almeno in ritardo di quanto è passato; una fine stimata già passata vale come oggi: è il minimo che si può dire.
 */
export function ritardoSu(finePrevista: string | null, situazione: Situazione | null, oggi: string): Ritardo | null {
  if (!finePrevista) return null;
  if (situazione?.fineEffettiva) return { giorni: giorniTra(finePrevista, situazione.fineEffettiva), fonte: 'FINE' };
  if (CHIUSE.includes(situazione?.stato ?? null)) return null;
  const stimata = situazione?.fineStimata ?? null;
  if (stimata && stimata >= oggi) return { giorni: giorniTra(finePrevista, stimata), fonte: 'STIMA' };
  return oggi > finePrevista ? { giorni: giorniTra(finePrevista, oggi), fonte: 'OGGI' } : null;
}

/** Il ritardo sul piano in vigore e, se è un altro, su quello approvato all'inizio. */
export const ritardiDi = (
  azione: Pick<DatePiano, 'finePrevista' | 'fineOriginaria'> & { situazione: Situazione | null },
  oggi: string,
): { inVigore: Ritardo | null; originario: Ritardo | null } => ({
  inVigore: ritardoSu(azione.finePrevista, azione.situazione, oggi),
  originario: azione.fineOriginaria ? ritardoSu(azione.fineOriginaria, azione.situazione, oggi) : null,
});

/** Il piano approvato all'inizio, se quello in vigore è diverso: la data non cambiata è quella in vigore. */
export function pianoOriginario(piano: DatePiano): { inizio: string; fine: string } | null {
  if (!piano.inizioOriginario && !piano.fineOriginaria) return null;
  const inizio = piano.inizioOriginario ?? piano.inizioPrevisto;
  const fine = piano.fineOriginaria ?? piano.finePrevista;
  return inizio && fine ? { inizio, fine } : null;
}

/** Un mese della storia: AAAA-MM; `rilevato` falso se nessuna relazione presentata lo copre. */
export type MeseDiStoria = { mese: string; rilevato: boolean; stato: StatoAzione | null; percentuale: number | null };

/** Il mese dopo, AAAA-MM. */
export function meseDopo(mese: string): string {
  const anno = Number(mese.slice(0, 4));
  const numero = Number(mese.slice(5, 7));
  return numero === 12 ? `${anno + 1}-01` : `${anno}-${String(numero + 1).padStart(2, '0')}`;
}

/**
 * Lo stato mese per mese, dal primo all'ultimo mese di cui parla una relazione presentata. Un periodo di più mesi dice lo stesso stato per tutti;
 * dove due periodi si toccano vale quello che finisce dopo. `storia` in qualunque ordine.
 */
export function storiaPerMese(storia: readonly Pick<Dichiarata, 'dal' | 'al' | 'stato' | 'percentuale'>[]): MeseDiStoria[] {
  const ordinata = [...storia].sort((a, b) => (a.al < b.al ? -1 : a.al > b.al ? 1 : 0));
  const primo = ordinata.map(({ dal }) => dal.slice(0, 7)).sort()[0];
  const ultimo = ordinata.at(-1)?.al.slice(0, 7);
  if (!primo || !ultimo) return [];
  const mesi: MeseDiStoria[] = [];
  for (let mese = primo; mese <= ultimo; mese = meseDopo(mese)) {
    const voce = ordinata.findLast(({ dal, al }) => dal.slice(0, 7) <= mese && mese <= al.slice(0, 7));
    mesi.push({ mese, rilevato: voce !== undefined, stato: voce?.stato ?? null, percentuale: voce?.percentuale ?? null });
  }
  return mesi;
}

/** Una causa come la racconta tutta la storia: l'ultima parola su gravità, mesi e soluzione, e in quante relazioni è comparsa. */
export type CausaRiassunta = CausaNelTempo & { relazioni: number; primaVolta: string; ultimaVolta: string };

/** Le cause di un'azione, le non risolte e le primarie per prime. `storia` dalla relazione più recente. */
export function causeNelTempo(storia: readonly Pick<Dichiarata, 'al' | 'cause'>[]): CausaRiassunta[] {
  const viste = new Map<string, CausaRiassunta>();
  for (const { al, cause } of storia)
    for (const causa of cause) {
      const vista = viste.get(causa.codice);
      if (vista) Object.assign(vista, { relazioni: vista.relazioni + 1, primaVolta: al });
      else viste.set(causa.codice, { ...causa, relazioni: 1, primaVolta: al, ultimaVolta: al });
    }
  return [...viste.values()].sort(
    (a, b) => Number(a.risolta) - Number(b.risolta) || Number(b.primaria) - Number(a.primaria) || (a.codice < b.codice ? -1 : 1),
  );
}

/** Da quanti giorni aspetta qualcosa che spetta alla Regione. */
export const giorniDiAttesa = ({ dal }: Pick<AttesaRegione, 'dal'>, oggi: string): number => Math.max(0, giorniTra(dal, oggi));
