/** Quante richieste all'interfaccia in un minuto dalla stessa rete: chi scarica tutto ha i file interi. */
export const RICHIESTE_AL_MINUTO = 300;
const MINUTO = 60_000;
/** Oltre queste reti in un minuto il registro si svuota: meglio qualche richiesta in più che la memoria piena. */
const RETI_MASSIME = 10_000;

export type Registro = Map<string, { dal: number; richieste: number }>;

/**
 * Conta una richiesta di `chi` e dice se è troppa.
 * @param adesso istante in millisecondi
 * @returns quanti secondi aspettare; 0 se la richiesta passa
 */
export function attesaDi(registro: Registro, chi: string, adesso: number): number {
  const finestra = registro.get(chi);
  if (!finestra || adesso - finestra.dal >= MINUTO) {
    if (registro.size >= RETI_MASSIME) registro.clear();
    registro.set(chi, { dal: adesso, richieste: 1 });
    return 0;
  }
  finestra.richieste += 1;
  return finestra.richieste <= RICHIESTE_AL_MINUTO ? 0 : Math.ceil((finestra.dal + MINUTO - adesso) / 1000);
}
