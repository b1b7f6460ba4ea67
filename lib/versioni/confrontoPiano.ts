import type { Configurazione } from '@/lib/bandi/configurazione';
import type { AzionePiano, ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { type Differenza, diffData, diffImporto, diffNumero, diffTesto, perId } from './differenze';
import type { Nomi } from './queries';
import { FONTI_VOCE, nomeEnte } from './tabellePiano';

type Piano = ContenutoVersione['piano'];

const PRIORITA: Record<number, string> = { 1: 'irrinunciabile', 2: 'importante', 3: 'rinviabile' };

/** Le azioni di due piani, una per una. Un'azione si riconosce dal suo identificativo, anche se cambia codice o titolo. */
export const diffAzioni = (prima: Piano, ora: Piano, nomi: Nomi): Differenza[] =>
  perId(prima?.azioni ?? [], ora?.azioni ?? [], {
    tolta: (azione) => [{ genere: 'tolto', voce: `Azione ${azione.codice}, ${azione.titolo}` }],
    aggiunta: (azione) => [{ genere: 'aggiunto', voce: `Azione ${azione.codice}, ${azione.titolo}` }],
    cambiata: (a, b) => azioneCambiata(a, b, nomi),
  });

function azioneCambiata(a: AzionePiano, b: AzionePiano, nomi: Nomi): Differenza[] {
  const voce = (cosa: string): string => `Azione ${b.codice}, ${cosa}`;
  const categoria = (codice: string | null): string => nomi.categorie.find((c) => c.codice === codice)?.etichetta ?? codice ?? '';
  return [
    ...diffTesto(voce('codice'), a.codice, b.codice),
    ...diffTesto(voce('titolo'), a.titolo, b.titolo),
    ...diffTesto(voce('descrizione'), a.descrizione, b.descrizione),
    ...diffTesto(voce('tipo'), a.tipo.toLowerCase(), b.tipo.toLowerCase()),
    ...diffTesto(voce('categoria'), categoria(a.categoria), categoria(b.categoria)),
    ...diffTesto(voce('ente responsabile'), nomeEnte(nomi, a.organizzazioneId), nomeEnte(nomi, b.organizzazioneId)),
    ...diffData(voce('inizio'), a.inizio, b.inizio),
    ...diffData(voce('fine'), a.fine, b.fine),
    ...diffTesto(voce('priorità'), PRIORITA[a.priorita] ?? '', PRIORITA[b.priorita] ?? ''),
    ...diffDestinatari(a, b, nomi),
    ...diffIndicatori(a, b),
  ];
}

function diffDestinatari(a: AzionePiano, b: AzionePiano, nomi: Nomi): Differenza[] {
  const gruppo = (codice: string): string => nomi.gruppi.find((g) => g.codice === codice)?.etichetta ?? codice;
  const voce = (d: AzionePiano['destinatari'][number]): string =>
    `Azione ${b.codice}, destinatari: ${gruppo(d.gruppo)}, ${d.quantita} ${d.unita}`;
  return perId(a.destinatari, b.destinatari, {
    tolta: (d) => [{ genere: 'tolto', voce: voce(d) }],
    aggiunta: (d) => [{ genere: 'aggiunto', voce: voce(d) }],
    cambiata: (prima, ora) => [
      ...diffTesto(`Azione ${b.codice}, gruppo di destinatari`, gruppo(prima.gruppo), gruppo(ora.gruppo)),
      ...diffNumero(`Azione ${b.codice}, ${gruppo(ora.gruppo)} (${ora.unita})`, prima.quantita, ora.quantita),
      ...diffTesto(`Azione ${b.codice}, ${gruppo(ora.gruppo)}: unità`, prima.unita, ora.unita),
    ],
  });
}

const diffIndicatori = (a: AzionePiano, b: AzionePiano): Differenza[] =>
  perId(a.indicatori, b.indicatori, {
    tolta: ({ nome }) => [{ genere: 'tolto', voce: `Azione ${b.codice}, indicatore ${nome}` }],
    aggiunta: ({ nome, atteso }) => [{ genere: 'aggiunto', voce: `Azione ${b.codice}, indicatore ${nome}: ${atteso}` }],
    cambiata: (prima, ora) => diffTesto(`Azione ${b.codice}, indicatore`, `${prima.nome}: ${prima.atteso}`, `${ora.nome}: ${ora.atteso}`),
  });

/** Le voci di due quadri economici, fonte per fonte; in fondo i totali, che tornano con le righe. */
export function diffBudget(prima: Piano, ora: Piano, nomi: Nomi, categorie: Configurazione['categorieCosto']): Differenza[] {
  const codici = new Map([...(prima?.azioni ?? []), ...(ora?.azioni ?? [])].map(({ id, codice }) => [id, codice]));
  const nome = (v: VoceBudget): string =>
    [
      codici.get(v.azioneId) ?? '',
      categorie.find(({ codice }) => codice === v.categoria)?.etichetta ?? v.categoria,
      nomeEnte(nomi, v.organizzazioneId),
    ]
      .filter(Boolean)
      .join(' · ');
  const cambiata = (a: VoceBudget | null, b: VoceBudget | null): Differenza[] =>
    FONTI_VOCE.flatMap(([fonte, etichetta]) => {
      const voce = b ?? a;
      return voce ? diffImporto(`${nome(voce)}, ${etichetta.toLowerCase()}`, a && BigInt(a[fonte]), b && BigInt(b[fonte])) : [];
    });
  const righe = perId((prima?.voci ?? []).map(conPosto), (ora?.voci ?? []).map(conPosto), {
    tolta: (v) => cambiata(v, null),
    aggiunta: (v) => cambiata(null, v),
    cambiata: (a, b) => cambiata(a, b),
  });
  const totale = (piano: Piano, fonte: (typeof FONTI_VOCE)[number][0]): bigint =>
    (piano?.voci ?? []).reduce((somma, v) => somma + BigInt(v[fonte]), 0n);
  const totali = FONTI_VOCE.flatMap(([fonte, etichetta]) =>
    diffImporto(`Totale, ${etichetta.toLowerCase()}`, totale(prima, fonte), totale(ora, fonte)),
  );
  return [...righe, ...totali];
}

/** Una voce si riconosce da azione, categoria ed ente: è ciò che la distingue nel quadro, anche se la riga è stata riscritta. */
const conPosto = (voce: VoceBudget): VoceBudget => ({ ...voce, id: `${voce.azioneId}|${voce.categoria}|${voce.organizzazioneId}` });
