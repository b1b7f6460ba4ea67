import { CODICI, COLONNE, type Codice, type CodiceOTotale, type Colonna, SESSI, sogliaDi, TOTALE } from './codici';
import type { CellaDaPubblicare, Equazione } from './oscura';
import { type Conteggi, chiave, UNIVERSI, type Universo } from './tabella';

/** Come si legano tra loro gli indicatori: ciò che chi legge può sommare e sottrarre. */

const COLONNE_SESSO: readonly Colonna[] = SESSI;
const TUTTI_I_CODICI: readonly CodiceOTotale[] = [TOTALE, ...CODICI];

/** `intero` = somma delle `parti`, più un resto che nessuno pubblica (chi non sta in nessuna) se `resto` ha un nome. */
type Legame = { intero: CodiceOTotale; parti: Codice[]; resto?: string; soloCompleti?: boolean };

const UGUALI: [Codice, Codice][] = [
  ...([
    ['CO01', 'EECO02'],
    ['CO02', 'EECO03'],
    ['CO03', 'EECO04'],
    ['CO05', 'EECO05'],
    ['CO07', 'EECO08'],
    ['CO10', 'EECO10'],
  ] as const),
  ...([
    ['CO11', 'EECO11'],
    ['CO16', 'EECO12'],
    ['CO18', 'EECO16'],
    ['CO19', 'EECO17'],
    ['CR01', 'EECR01'],
    ['CR02', 'EECR02'],
  ] as const),
  ...([
    ['CR03', 'EECR03'],
    ['CR04', 'EECR04'],
    ['CR06', 'EECR05'],
    ['CR07', 'EECR06'],
  ] as const),
].map(([a, b]) => [a, b]);

const LEGAMI: Legame[] = [
  ...UGUALI.map(([intero, parte]): Legame => ({ intero, parti: [parte] })),
  { intero: 'EECO01', parti: ['EECO02', 'EECO04', 'EECO05'] },
  { intero: TOTALE, parti: ['EECO01'], resto: 'senza condizione' },
  { intero: TOTALE, parti: ['EECO01'], soloCompleti: true },
  { intero: TOTALE, parti: ['EECO09', 'EECO10', 'EECO11'], resto: 'senza titolo noto' },
  { intero: TOTALE, parti: ['EECO09', 'EECO10', 'EECO11'], soloCompleti: true },
  { intero: TOTALE, parti: ['EECO06', 'EECO07', 'EECO08'], resto: 'tra 30 e 54 anni' },
  { intero: 'EECO02', parti: ['EECO03'], resto: 'disoccupati da poco' },
  { intero: 'EECO04', parti: ['CO04'], resto: 'inattivi che studiano' },
  { intero: 'EECO09', parti: ['CO09'], resto: 'senza titolo' },
  { intero: 'CO07', parti: ['CO08'], resto: 'oltre 54 anni, altri' },
  { intero: 'CO06', parti: ['EECO06'], resto: 'da 18 a 24 anni' },
  { intero: 'CR06', parti: ['CR08'], resto: 'al lavoro fino a 54 anni' },
  { intero: 'CR06', parti: ['CR09'], resto: 'al lavoro, non svantaggiati' },
];
// i resti che parlano di caratteristiche dei completi si proteggono; quelli tra gli incompleti dicono solo che un dato manca
const DI_DATI: readonly string[] = ['senza condizione', 'senza titolo noto'];

export type Sistema = { celle: Map<string, CellaDaPubblicare>; equazioni: Equazione[] };

/** Il nome di una cella che nessuno pubblica. */
const nascosto = (che: string, universo: string, colonna: string): string => `resto.${che}.${universo}.${colonna}`;

/** Le celle di una tabella di indicatori e ciò che le lega. */
export function sistemaDi(conteggi: Conteggi): Sistema {
  const celle = new Map<string, CellaDaPubblicare>();
  const equazioni: Equazione[] = [];
  const vale = (k: string): number => celle.get(k)?.valore ?? conteggi.get(k) ?? 0;
  const lega = (tutto: string, parti: string[], resto?: string, soglia = 0) => {
    if (resto) {
      const valore = vale(tutto) - parti.reduce((s, k) => s + vale(k), 0);
      celle.set(resto, { valore: Math.max(0, valore), soglia, pubblicata: false });
    }
    equazioni.push({ tutto, parti: resto ? [...parti, resto] : parti });
  };
  for (const codice of TUTTI_I_CODICI)
    for (const universo of UNIVERSI)
      for (const c of COLONNE) {
        const k = chiave(universo, codice, c);
        celle.set(k, { valore: conteggi.get(k) ?? 0, soglia: sogliaDi(codice), pubblicata: true });
      }
  for (const codice of TUTTI_I_CODICI) {
    const perSesso = (universo: Universo) => COLONNE_SESSO.map((c) => chiave(universo, codice, c));
    for (const universo of UNIVERSI) lega(chiave(universo, codice, 'T'), perSesso(universo));
    for (const c of COLONNE)
      lega(chiave('tutti', codice, c), [chiave('completi', codice, c)], nascosto(`incompleti ${codice}`, 'tutti', c));
  }
  for (const { intero, parti, resto, soloCompleti } of LEGAMI)
    for (const universo of UNIVERSI.filter((u) => !soloCompleti || u === 'completi'))
      for (const c of COLONNE)
        lega(
          chiave(universo, intero, c),
          parti.map((p) => chiave(universo, p, c)),
          resto && nascosto(resto, universo, c),
          resto && universo === 'completi' && !DI_DATI.includes(resto) ? sogliaDi(TOTALE) : 0,
        );
  return { celle, equazioni };
}
