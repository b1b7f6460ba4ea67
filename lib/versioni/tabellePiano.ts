import type { Configurazione } from '@/lib/bandi/configurazione';
import type { AzionePiano, ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { dataBreve } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import type { Nomi } from './queries';

/** Le azioni e il quadro economico di una versione, come tabelle da leggere. */

export type ColonnaVista = { etichetta: string; numerica?: boolean; quota?: number };
export type CampoVista = { chiave: string; etichetta: string } & (
  | { tipo: 'testo'; testo: string }
  | { tipo: 'tabella'; colonne: ColonnaVista[]; righe: string[][]; piede?: string[] }
);
export type SezioneVista = { chiave: string; titolo: string; campi: CampoVista[] };

export type NomiVersione = Nomi & { principi: Configurazione['principi'] };

/** Ciò che serve a disegnare una versione: i nomi, il modulo, il contenuto. */
export type Lettura = { nomi: NomiVersione; config: Pick<Configurazione, 'categorieCosto'>; contenuto: ContenutoVersione };

export const nomeEnte = (nomi: Pick<Nomi, 'organizzazioni'>, id: string | null): string =>
  nomi.organizzazioni.find((o) => o.id === id)?.nome ?? '';
const periodoDi = ({ inizio, fine }: Pick<AzionePiano, 'inizio' | 'fine'>): string =>
  inizio || fine ? `${inizio ? dataBreve(inizio) : '…'} – ${fine ? dataBreve(fine) : '…'}` : '';

export function tabellaAzioni({ contenuto: { piano }, nomi }: Lettura) {
  const riga = (azione: AzionePiano): string[] => [
    azione.codice,
    [azione.titolo, azione.descrizione].filter(Boolean).join('\n'),
    nomi.categorie.find(({ codice }) => codice === azione.categoria)?.etichetta ?? azione.categoria ?? '',
    nomeEnte(nomi, azione.organizzazioneId),
    periodoDi(azione),
    azione.destinatari
      .map((d) => `${numero(d.quantita)} ${d.unita}, ${nomi.gruppi.find(({ codice }) => codice === d.gruppo)?.etichetta ?? d.gruppo}`)
      .join('\n'),
  ];
  const colonne: ColonnaVista[] = [
    { etichetta: 'Codice', quota: 0.7 },
    { etichetta: 'Azione', quota: 3 },
    { etichetta: 'Categoria', quota: 1.4 },
    { etichetta: 'Ente', quota: 1.4 },
    { etichetta: 'Periodo', quota: 1.2 },
    { etichetta: 'Destinatari', quota: 1.6 },
  ];
  return { colonne, righe: (piano?.azioni ?? []).map(riga) };
}

/** Le tre fonti di una voce di budget, con il nome che hanno nel quadro economico. */
export const FONTI_VOCE = [
  ['contributoCents', 'Contributo'],
  ['cofinanziamentoCents', 'Cofinanziamento'],
  ['naturaCents', 'In natura'],
] as const satisfies [keyof VoceBudget, string][];

export function tabellaBudget({ contenuto: { piano }, nomi, config }: Lettura) {
  const voci = piano?.voci ?? [];
  const somma = (righe: VoceBudget[], fonte: (typeof FONTI_VOCE)[number][0]) => righe.reduce((s, v) => s + BigInt(v[fonte]), 0n);
  const importi = (righe: VoceBudget[]) => {
    const fonti = FONTI_VOCE.map(([fonte]) => somma(righe, fonte));
    return [...fonti, fonti.reduce((s, v) => s + v, 0n)].map(euro);
  };
  const colonne: ColonnaVista[] = [
    { etichetta: 'Azione', quota: 0.8 },
    { etichetta: 'Voce di costo', quota: 1.5 },
    { etichetta: 'Ente', quota: 1.5 },
    ...[...FONTI_VOCE.map(([, etichetta]) => etichetta), 'Totale'].map((etichetta) => ({ etichetta, numerica: true, quota: 1.3 })),
  ];
  return {
    colonne,
    righe: voci.map((voce) => [
      piano?.azioni.find(({ id }) => id === voce.azioneId)?.codice ?? '',
      config.categorieCosto.find(({ codice }) => codice === voce.categoria)?.etichetta ?? voce.categoria,
      nomeEnte(nomi, voce.organizzazioneId),
      ...importi([voce]),
    ]),
    piede: ['Totale', '', '', ...importi(voci)],
  };
}
