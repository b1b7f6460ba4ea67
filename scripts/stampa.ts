const inizio = performance.now();

/** Prints a line of progress with the seconds passed since the command began. */
export function passo(riga: string): void {
  const secondi = ((performance.now() - inizio) / 1000).toLocaleString('it-IT', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  console.log(`[${secondi.padStart(5)} s] ${riga}`);
}

/** Lines up the cells of a table, the first row being its heading. */
export function tabella(righe: string[][]): string {
  const larghezze = (righe[0] ?? []).map((_, colonna) => Math.max(...righe.map((riga) => (riga[colonna] ?? '').length)));
  const componi = (riga: string[]) =>
    riga
      .map((cella, colonna) => cella.padEnd(larghezze[colonna] ?? 0))
      .join('  ')
      .trimEnd();
  const [testa = [], ...corpo] = righe;
  return [componi(testa), larghezze.map((larghezza) => '-'.repeat(larghezza)).join('  '), ...corpo.map(componi)]
    .map((riga) => `  ${riga}`)
    .join('\n');
}
