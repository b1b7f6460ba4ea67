import type { Configurazione } from '@/lib/bandi/configurazione';
import type { AzionePiano, Partner, VoceBudget } from '@/lib/domande/valori';
import { euro } from '@/lib/format/euro';
import { cellaDi, contributoTotale, costoDi, fontiDi } from './bilancio';

/** Dove il quadro economico non torna, in una frase; `voceId` o `azioneId` dicono la riga a cui si riferisce. */
export type Squilibrio = { messaggio: string; voceId?: string; azioneId?: string };

export type RegoleBudget = Pick<Configurazione, 'categorieCosto' | 'contributoMinCents' | 'contributoMaxCents'> & {
  /** Quanto il bando assegna agli ambiti della domanda (lib/bandi/importiAmbito.ts); null o assente = non lo dice. */
  spettaCents?: string | null;
};
type Enti = readonly Pick<Partner, 'organizzazioneId' | 'denominazione'>[];

const nomeAzione = ({ codice, titolo }: AzionePiano): string => (titolo ? `${codice} «${titolo}»` : codice);

/** Tutto ciò che non torna, nell'ordine delle righe; vuoto se il quadro è in equilibrio. */
export function squilibri(azioni: readonly AzionePiano[], voci: readonly VoceBudget[], regole: RegoleBudget, partner: Enti): Squilibrio[] {
  return [...vociFuoriPosto(azioni, voci, regole, partner), ...azioniScoperte(azioni, voci), ...limiti(voci, regole)];
}

function vociFuoriPosto(azioni: readonly AzionePiano[], voci: readonly VoceBudget[], { categorieCosto }: RegoleBudget, partner: Enti) {
  const perId = new Map(azioni.map((azione) => [azione.id, azione]));
  const categorie = new Set(categorieCosto.map(({ codice }) => codice));
  const enti = new Map(partner.map(({ organizzazioneId, denominazione }) => [organizzazioneId, denominazione]));
  const viste = new Set<string>();
  return voci.flatMap((voce, indice): Squilibrio[] => {
    const azione = perId.get(voce.azioneId);
    const riga = `Riga ${indice + 1}${azione ? `, azione ${azione.codice}` : ''}`;
    const messaggi: string[] = [];
    if (!azione) messaggi.push(`${riga}: l’azione non c’è più. Scegline un’altra o togli la riga.`);
    if (!categorie.has(voce.categoria)) messaggi.push(`${riga}: scegli una categoria di costo del bando.`);
    if (!enti.has(voce.organizzazioneId)) messaggi.push(`${riga}: l’ente non fa parte dell’aggregazione. Scegline uno che partecipa.`);
    if (costoDi(fontiDi(voce)) === 0n) messaggi.push(`${riga}: non c’è alcun importo. Scrivilo o togli la riga.`);
    if (viste.has(cellaDi(voce))) messaggi.push(`${riga}: azione, categoria ed ente sono già in un’altra riga. Unisci gli importi.`);
    viste.add(cellaDi(voce));
    return messaggi.map((messaggio) => ({ messaggio, voceId: voce.id }));
  });
}

function azioniScoperte(azioni: readonly AzionePiano[], voci: readonly VoceBudget[]): Squilibrio[] {
  const coperte = new Set(voci.filter((voce) => costoDi(fontiDi(voce)) > 0n).map(({ azioneId }) => azioneId));
  return azioni
    .filter(({ id }) => !coperte.has(id))
    .map((azione) => ({ messaggio: `L’azione ${nomeAzione(azione)} non ha alcun costo nel quadro economico.`, azioneId: azione.id }));
}

function limiti(voci: readonly VoceBudget[], { contributoMinCents, contributoMaxCents, spettaCents = null }: RegoleBudget): Squilibrio[] {
  const chiesto = contributoTotale(voci);
  if (voci.length === 0) return [];
  if (spettaCents !== null && chiesto > BigInt(spettaCents)) return [{ messaggio: oltreGliAmbiti(chiesto, BigInt(spettaCents)) }];
  const massimo = contributoMaxCents === null ? null : BigInt(contributoMaxCents);
  const minimo = contributoMinCents === null ? null : BigInt(contributoMinCents);
  if (massimo !== null && chiesto > massimo)
    return [
      { messaggio: `Il contributo chiesto è ${euro(chiesto)}: supera di ${euro(chiesto - massimo)} il massimo di ${euro(massimo)}.` },
    ];
  if (minimo !== null && chiesto < minimo)
    return [
      {
        messaggio: `Il contributo chiesto è ${euro(chiesto)}: mancano ${euro(minimo - chiesto)} per arrivare al minimo di ${euro(minimo)}.`,
      },
    ];
  return [];
}

const oltreGliAmbiti = (chiesto: bigint, spetta: bigint): string =>
  spetta === 0n
    ? `Il contributo chiesto è ${euro(chiesto)}, ma il bando non assegna nulla agli ambiti della domanda: controlla quali avete scelto.`
    : `Il contributo chiesto è ${euro(chiesto)}: supera di ${euro(chiesto - spetta)} quanto il bando assegna ai vostri ambiti, ${euro(spetta)}.`;
