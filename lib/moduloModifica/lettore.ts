import { leggiImporto } from '@/lib/format/importo';
import { leggiData, leggiNumero } from '@/lib/format/lettura';

/** I campi di un modulo come arrivano dal browser: testo per nome. */
export type Campi = Readonly<Record<string, string>>;

/**
 * Legge i campi uno per uno e ricorda che cosa non si capisce, per campo. Un campo che non c'è lascia il valore di prima: un modulo parziale non
 * cancella nulla. Ciò che non si capisce lascia anch'esso il valore di prima, e l'errore lo dice.
 */
export class LettoreCampi {
  readonly errori: Record<string, string> = {};
  constructor(private readonly campi: Campi) {}

  ha = (nome: string): boolean => nome in this.campi;
  testo = (nome: string, prima: string): string => this.campi[nome]?.trim() ?? prima;
  /** Un testo vuoto è nessun valore. */
  testoONull = (nome: string, prima: string | null): string | null => (this.ha(nome) ? this.testo(nome, '') || null : prima);
  /** Una casella spuntata: il browser non manda quelle che non lo sono, e `presente` dice se era nella pagina. */
  spunta = (nome: string, presente: string, prima: boolean): boolean => (this.ha(presente) ? this.campi[nome] === 'si' : prima);

  data(nome: string, prima: string | null): string | null {
    const letta = this.ha(nome) ? leggiData(this.testo(nome, '')) : null;
    if (!letta) return prima;
    if (letta.ok) return letta.iso;
    this.errori[nome] = letta.messaggio;
    return prima;
  }

  /** Centesimi come testo; vuoto vale zero. */
  cents(nome: string, prima: string): string {
    const letto = this.ha(nome) ? leggiImporto(this.testo(nome, '')) : null;
    if (!letto) return prima;
    if (letto.ok) return letto.cents ?? '0';
    this.errori[nome] = letto.messaggio;
    return prima;
  }

  /** Un intero non negativo; null se la casella è vuota. */
  intero(nome: string, prima: number | null): number | null {
    const letto = this.ha(nome) ? leggiNumero(this.testo(nome, '')) : null;
    if (!letto) return prima;
    if (letto.ok && letto.valore === null) return null;
    if (letto.ok && Number.isInteger(letto.valore) && (letto.valore ?? -1) >= 0 && (letto.valore ?? 0) <= 100_000_000) return letto.valore;
    this.errori[nome] = letto.ok ? 'Scrivi un numero intero, da 0 a 100.000.000.' : letto.messaggio;
    return prima;
  }
}
