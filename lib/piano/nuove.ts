import type { AzionePiano, VoceBudget } from '@/lib/domande/valori';

/** Le righe che si aggiungono a un piano. L'identificativo lo dà chi chiama: qui non c'è caso. */

/** Il primo «A1, A2, …» libero. */
export function prossimoCodice(azioni: readonly Pick<AzionePiano, 'codice'>[]): string {
  const usati = new Set(azioni.map(({ codice }) => codice));
  let n = azioni.length + 1;
  while (usati.has(`A${n}`)) n += 1;
  return `A${n}`;
}

export const nuovaAzione = (id: string, azioni: readonly AzionePiano[], organizzazioneId: string | null): AzionePiano => ({
  id,
  codice: prossimoCodice(azioni),
  titolo: '',
  descrizione: '',
  tipo: 'SERVIZIO',
  categoria: null,
  organizzazioneId,
  inizio: null,
  fine: null,
  priorita: 2,
  destinatari: [],
  indicatori: [],
});

export const copiaDi = (azione: AzionePiano, id: string, azioni: readonly AzionePiano[]): AzionePiano => ({
  ...azione,
  id,
  codice: prossimoCodice(azioni),
  titolo: `${azione.titolo} (copia)`.slice(0, 300),
});

/** Una voce sulla prima cella libera dell'azione: due righe uguali non servono a nessuno. */
export function nuovaVoce(
  id: string,
  azioneId: string,
  voci: readonly VoceBudget[],
  categorie: readonly string[],
  enti: readonly string[],
): VoceBudget {
  const usate = new Set(voci.filter((v) => v.azioneId === azioneId).map((v) => JSON.stringify([v.categoria, v.organizzazioneId])));
  const [categoria = '', organizzazioneId = ''] = enti
    .flatMap((ente) => categorie.map((c) => [c, ente]))
    .find((cella) => !usate.has(JSON.stringify(cella))) ?? [categorie[0] ?? '', enti[0] ?? ''];
  return { id, azioneId, categoria, organizzazioneId, contributoCents: '0', cofinanziamentoCents: '0', naturaCents: '0' };
}

/** Come va salvata: senza i vuoti che lo schema rifiuta, così una bozza a metà si salva sempre. */
export const azioneDaSalvare = (azione: AzionePiano, posto: number): AzionePiano => ({
  ...azione,
  codice: azione.codice.trim() || `A${posto + 1}`,
  destinatari: azione.destinatari.map((d) => ({ ...d, unita: d.unita.trim() || 'persone' })),
});
