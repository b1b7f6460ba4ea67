import { euro } from '@/lib/format/euro';
import type { Campo, Colonna, Configurazione, Sezione } from './configurazione';
import { nomeSezione } from './nomi';
import { NOME_PASSO } from './stato';
import { istanteDiRoma } from './termini';

/** Le parti dell'editor: una cosa da correggere dice in quale si corregge. */
export type ParteBando = 'dati' | 'importi' | 'sezioni' | 'documenti' | 'verifiche' | 'griglia' | 'costi' | 'attuazione';
export type Incoerenza = { parte: ParteBando; testo: string; sezione?: string };

/** Le chiavi che compaiono più di una volta. */
const ripetute = (chiavi: readonly string[]): string[] => [...new Set(chiavi.filter((c, i) => chiavi.indexOf(c) !== i))];
const somma = (cents: readonly string[]): bigint => cents.reduce((totale, c) => totale + BigInt(c), 0n);

/** Ciò che impedisce di pubblicare un bando, in frasi. Vuoto: si può pubblicare. */
export const incoerenze = (c: Configurazione): Incoerenza[] => [
  ...deiPassi(c),
  ...degliImporti(c),
  ...delleChiavi(c),
  ...c.sezioni.flatMap((s) => dellaSezione(s, c)),
  ...dellaGriglia(c),
  ...dellAttuazione(c),
];

function deiPassi({ passi, sezioni }: Configurazione): Incoerenza[] {
  const dice = (testo: string): Incoerenza => ({ parte: 'dati', testo });
  const fasi = passi.map((p) => p.fase);
  const trovate = ripetute(fasi).map((f) => dice(`Il passo «${NOME_PASSO[f as keyof typeof NOME_PASSO]}» c’è due volte.`));
  if (!fasi.includes('IDEA')) trovate.push(dice('Indica quando apre il passo dell’idea progettuale: è da lì che si apre una domanda.'));
  for (const { fase, apre, chiude } of passi)
    if (chiude && istanteDiRoma(chiude, 'chiude') <= istanteDiRoma(apre, 'chiude'))
      trovate.push(dice(`Il passo «${NOME_PASSO[fase]}» chiude prima di aprire.`));
  const ordinati = (['IDEA', 'AVVISO', 'PROGETTO'] as const).flatMap((f) => passi.filter((p) => p.fase === f));
  for (const [i, passo] of ordinati.entries()) {
    const prima = ordinati[i - 1];
    if (prima && prima.fase !== passo.fase && passo.apre < prima.apre)
      trovate.push(dice(`Il passo «${NOME_PASSO[passo.fase]}» apre prima del passo «${NOME_PASSO[prima.fase]}».`));
  }
  for (const fase of ['IDEA', 'PROGETTO'] as const)
    if (fasi.includes(fase) && !sezioni.some((s) => s.visibilita === fase || s.visibilita === 'ENTRAMBI'))
      trovate.push({ parte: 'sezioni', testo: `Il passo «${NOME_PASSO[fase]}» non ha sezioni da compilare.` });
  return trovate;
}

function degliImporti({
  tipo,
  dotazioneCents,
  contributoMinCents: min,
  contributoMaxCents: max,
  importiPerAmbito,
}: Configurazione): Incoerenza[] {
  const trovate: Incoerenza[] = [];
  const dotazione = BigInt(dotazioneCents);
  if (dotazione === 0n) trovate.push({ parte: 'dati', testo: 'Indica la dotazione del bando.' });
  if (min && max && BigInt(min) > BigInt(max))
    trovate.push({ parte: 'dati', testo: 'Il contributo minimo è più alto del contributo massimo.' });
  if (max && BigInt(max) > dotazione) trovate.push({ parte: 'dati', testo: 'Il contributo massimo supera la dotazione del bando.' });
  if (importiPerAmbito.length > 0 && tipo !== 'NON_COMPETITIVO')
    trovate.push({ parte: 'importi', testo: 'Gli importi per ambito valgono solo in un bando non competitivo.' });
  if (ripetute(importiPerAmbito.map((i) => String(i.ambito))).length > 0)
    trovate.push({ parte: 'importi', testo: 'Un ambito ha due importi.' });
  const totale = somma(importiPerAmbito.map((i) => i.cents));
  if (dotazione > 0n && totale > dotazione)
    trovate.push({ parte: 'importi', testo: `Gli importi degli ambiti fanno ${euro(totale)}, più della dotazione di ${euro(dotazione)}.` });
  return trovate;
}

function delleChiavi({ sezioni, documenti, ammissibilita, griglia, categorieCosto, principi }: Configurazione): Incoerenza[] {
  const elenchi: [ParteBando, string, string[]][] = [
    ['sezioni', 'Due sezioni', sezioni.map((v) => v.chiave)],
    ['documenti', 'Due documenti', documenti.map((v) => v.chiave)],
    ['verifiche', 'Due verifiche', ammissibilita.map((v) => v.chiave)],
    ['griglia', 'Due criteri', griglia.map((v) => v.chiave)],
    ['costi', 'Due categorie di costo', categorieCosto.map((v) => v.codice)],
    ['costi', 'Due principi', principi.map((v) => v.codice)],
  ];
  return elenchi.flatMap(([parte, chi, chiavi]) =>
    ripetute(chiavi).map((k) => ({ parte, testo: `${chi} hanno la stessa chiave «${k}».` })),
  );
}

function dellaSezione(s: Sezione, c: Configurazione): Incoerenza[] {
  const dove = nomeSezione(s);
  const frasi = [
    ...ripetute(s.campi.map((f) => f.chiave)).map((k) => `due campi hanno la stessa chiave «${k}».`),
    ...s.campi.flatMap((f) => delCampo(f, s, c).map((testo) => `campo «${f.etichetta}»: ${testo}`)),
  ];
  return frasi.map((testo) => ({ parte: 'sezioni', sezione: s.chiave, testo: `${dove}, ${testo}` }));
}

const ELENCHI: readonly Campo['tipo'][] = ['elenco', 'tabella', 'organizzazioni', 'ambiti', 'comuni', 'file', 'scelta_multipla'];

function delCampo(f: Campo, s: Sezione, c: Configurazione): string[] {
  const frasi: string[] = [];
  const scelte = f.tipo === 'scelta' || f.tipo === 'scelta_multipla';
  if (scelte && f.opzioni.length < 2) frasi.push('servono almeno due opzioni.');
  if (ripetute(f.opzioni.map((o) => o.codice)).length > 0) frasi.push('due opzioni hanno lo stesso codice.');
  if (f.tipo === 'tabella') frasi.push(...delleColonne(f.colonne));
  if (f.tipo === 'principi' && c.principi.length === 0) frasi.push('il bando non ha principi: aggiungili in «Costi e principi».');
  if (f.precompilato && f.tipo !== 'organizzazioni') frasi.push('il portale riempie da sé solo i campi di organizzazioni.');
  if (f.minimo && f.massimo && ELENCHI.includes(f.tipo) && f.minimo > f.massimo) frasi.push('il minimo è più alto del massimo.');
  const visibile = f.visibilita ?? s.visibilita;
  if (s.visibilita !== 'ENTRAMBI' && visibile !== 'ENTRAMBI' && visibile !== s.visibilita)
    frasi.push('non si vedrebbe mai, perché la sezione è di un’altra fase.');
  return [...frasi, ...delPiano(f, s, c), ...dellaCondizione(f, s)];
}

/** I tre pezzi del progetto che il portale sa leggere hanno un posto fisso: azioni/azioni e quadro_economico/voci. */
function delPiano({ tipo, chiave }: Campo, s: Sezione, { sezioni, categorieCosto }: Configurazione): string[] {
  if (tipo === 'azioni' && (s.chiave !== 'azioni' || chiave !== 'azioni'))
    return ['le azioni stanno nel campo «azioni» della sezione con chiave «azioni».'];
  if (tipo !== 'budget') return [];
  const frasi: string[] = [];
  if (s.chiave !== 'quadro_economico' || chiave !== 'voci')
    frasi.push('il quadro economico sta nel campo «voci» della sezione con chiave «quadro_economico».');
  if (categorieCosto.length === 0) frasi.push('servono le categorie di costo: aggiungile in «Costi e principi».');
  if (!sezioni.some((x) => x.campi.some((f) => f.tipo === 'azioni'))) frasi.push('il quadro economico ha bisogno delle azioni.');
  return frasi;
}

function delleColonne(colonne: readonly Colonna[]): string[] {
  const frasi: string[] = [];
  if (colonne.length === 0) frasi.push('una tabella ha bisogno di almeno una colonna.');
  for (const k of ripetute(colonne.map((c) => c.chiave))) frasi.push(`due colonne hanno la stessa chiave «${k}».`);
  if (colonne.some((c) => c.chiave === 'id')) frasi.push('una colonna non può chiamarsi «id».');
  for (const c of colonne)
    if (c.tipo === 'scelta' && c.opzioni.length < 2) frasi.push(`la colonna «${c.etichetta}» ha bisogno di almeno due opzioni.`);
  return frasi;
}

function dellaCondizione({ chiave, quando }: Campo, { campi }: Sezione): string[] {
  if (!quando) return [];
  const altro = campi.find((f) => f.chiave === quando.campo);
  if (!altro || altro.chiave === chiave) return [`dipende dal campo «${quando.campo}», che in questa sezione non c’è.`];
  const scelte = altro.tipo === 'scelta' || altro.tipo === 'scelta_multipla';
  return scelte && !altro.opzioni.some((o) => o.codice === quando.valore)
    ? [`dipende dal valore «${quando.valore}», che «${altro.etichetta}» non ha.`]
    : [];
}

function dellaGriglia({ tipo, griglia, parita, sogliaTotaleCentesimi }: Configurazione): Incoerenza[] {
  const frasi: string[] = [];
  if (tipo === 'COMPETITIVO' && griglia.length === 0) frasi.push('Un bando competitivo ha bisogno di una griglia di valutazione.');
  for (const g of griglia) if (g.soglia > g.massimo) frasi.push(`Criterio «${g.titolo}»: la soglia supera il massimo.`);
  for (const fase of ['IDEA', 'PROGETTO'] as const) {
    const valgono = griglia.filter((g) => g.visibilita === fase || g.visibilita === 'ENTRAMBI');
    const massimo = valgono.reduce((totale, g) => totale + g.massimo * g.pesoCentesimi, 0);
    if (valgono.length > 0 && sogliaTotaleCentesimi > massimo)
      frasi.push(`La soglia totale supera i punti che si possono avere nel passo «${NOME_PASSO[fase]}».`);
  }
  for (const k of parita.filter((p) => !griglia.some((g) => g.chiave === p)))
    frasi.push(`La regola di parità nomina il criterio «${k}», che nella griglia non c’è.`);
  if (ripetute(parita).length > 0) frasi.push('La regola di parità nomina due volte lo stesso criterio.');
  return frasi.map((testo) => ({ parte: 'griglia', testo }));
}

function dellAttuazione({ attuazione: { calendario, date } }: Configurazione): Incoerenza[] {
  const dice = (testo: string): Incoerenza => ({ parte: 'attuazione', testo });
  const trovate: Incoerenza[] = [];
  if (calendario === 'DATE' && date.length === 0) trovate.push(dice('Le relazioni sono a date scelte: indica almeno una data.'));
  if (calendario === 'DATE' && date.some((d, i) => d <= (date[i - 1] ?? '')))
    trovate.push(dice('Le date delle relazioni vanno in ordine, ciascuna una volta.'));
  return trovate;
}
