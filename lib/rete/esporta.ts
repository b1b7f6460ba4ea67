import type { Cella } from '@/lib/format/csv';
import type { ReteLetta } from './letture';
import type { Misure } from './misure';

/** La rete come si scarica: nodi e archi in tabelle, e GraphML per chi la apre in Gephi, igraph o networkx. Organizzazioni, mai persone. */

export const COLONNE_NODI = ['nodo_id', 'progetto_id', 'nome', 'tipo', 'capofila'] as const;
export const COLONNE_ARCHI = ['da', 'a', 'progetto_id', 'intensita', 'ondata', 'mese', 'prima_del_progetto'] as const;
export const COLONNE_MISURE = [
  ...['progetto_id', 'ondata', 'nodi', 'legami', 'densita', 'grado_medio', 'centralizzazione', 'intermediazione_capofila'],
  ...['reciprocita', 'quota_tra_settori', 'nuovi_dalla_prima', 'gruppi_tre_settori'],
] as const;

export type OndataEsportata = { id: string; numero: number; mese: string };

/** Come si chiama un nodo fuori dal portale: con il progetto davanti, perché la rete è di un progetto; lo stesso in ogni ondata. */
const nomi = ({ codice, nodi }: ReteLetta) => {
  const chiavi = new Map(nodi.map(({ id, chiave }) => [id, chiave]));
  return (id: string): string => `${codice}:${chiavi.get(id) ?? id}`;
};

export const righeNodi = (reti: readonly ReteLetta[]): Cella[][] =>
  reti.flatMap((rete) => {
    const nomeDi = nomi(rete);
    const { codice, capofila } = rete;
    return rete.nodi.map(({ id, nome, tipo }) => [nomeDi(id), codice, nome, tipo.toLowerCase(), Number(id === capofila)]);
  });

export const righeArchi = (reti: readonly ReteLetta[], { id, numero, mese }: OndataEsportata): Cella[][] =>
  reti.flatMap((rete) => {
    const nomeDi = nomi(rete);
    return rete.legami
      .filter(({ ondata }) => ondata === id)
      .map(({ da, a, intensita, primaDelProgetto }) => {
        const estremi = [nomeDi(da), nomeDi(a)];
        return [...estremi, rete.codice, intensita, numero, mese.slice(0, 7), Number(primaDelProgetto)];
      });
  });

const quattro = (valore: number | null): number | null => (valore === null ? null : Math.round(valore * 10_000) / 10_000);

export const righeMisure = (misure: readonly { codice: string; misure: Misure }[], { numero }: OndataEsportata): Cella[][] =>
  misure.map(({ codice, misure: m }) => [
    ...[codice, numero, m.nodi, m.legami, quattro(m.densita), quattro(m.gradoMedio), quattro(m.centralizzazione)],
    ...[quattro(m.intermediazioneCapofila), quattro(m.reciprocita), quattro(m.traSettori), m.nuovi, m.gruppi.length],
  ]);

// XML 1.0 non ammette i caratteri di controllo, nemmeno scritti come riferimenti, né le metà di una coppia
const VIETATI = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
const SEGNI: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (valore: string | number | boolean): string =>
  String(valore)
    .toWellFormed()
    .replace(VIETATI, '')
    .replace(/[&<>"]/g, (segno) => SEGNI[segno] ?? '');
const dato = (chiave: string, valore: string | number | boolean): string => `<data key="${chiave}">${xml(valore)}</data>`;

const CHIAVI: [id: string, di: 'node' | 'edge', tipo: string][] = [
  ['nome', 'node', 'string'],
  ['tipo', 'node', 'string'],
  ['progetto_id', 'node', 'string'],
  ['capofila', 'node', 'boolean'],
  ['intensita', 'edge', 'int'],
  ['ondata', 'edge', 'int'],
  ['prima_del_progetto', 'edge', 'boolean'],
];

const nodoXml = (rete: ReteLetta): string[] => {
  const nomeDi = nomi(rete);
  return rete.nodi.map(({ id, nome, tipo }) => {
    const dati = [
      dato('nome', nome),
      dato('tipo', tipo.toLowerCase()),
      dato('progetto_id', rete.codice),
      dato('capofila', id === rete.capofila),
    ];
    return `<node id="${xml(nomeDi(id))}">${dati.join('')}</node>`;
  });
};

const arcoXml = (rete: ReteLetta, ondata: OndataEsportata): string[] => {
  const nomeDi = nomi(rete);
  return rete.legami
    .filter((legame) => legame.ondata === ondata.id && legame.intensita > 0)
    .map(({ id, da, a, intensita, primaDelProgetto }) => {
      const dati = [dato('intensita', intensita), dato('ondata', ondata.numero), dato('prima_del_progetto', primaDelProgetto)];
      return `<edge id="${xml(id)}" source="${xml(nomeDi(da))}" target="${xml(nomeDi(a))}">${dati.join('')}</edge>`;
    });
};

/** Le reti di un'ondata in un grafo diretto. Un ente che sta in due progetti è due nodi: le reti sono di progetto. I legami di intensità 0 restano fuori. */
export const graphml = (reti: readonly ReteLetta[], ondata: OndataEsportata): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...CHIAVI.map(([id, di, tipo]) => `<key id="${id}" for="${di}" attr.name="${id}" attr.type="${tipo}"/>`),
    '<graph id="rete" edgedefault="directed">',
    ...reti.flatMap(nodoXml),
    ...reti.flatMap((rete) => arcoXml(rete, ondata)),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
