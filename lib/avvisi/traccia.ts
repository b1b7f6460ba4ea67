import { type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import type { ContenutoVersione, Valori } from '@/lib/domande/valori';
import type { AzioneCercata } from './schema';
import { LIMITI_AVVISO } from './voci';

/** La prima stesura di un avviso, dall'idea approvata: chi la scrive parte da ciò che ha già detto alla Regione. */
export type Traccia = { titolo: string; testo: string; azioni: AzioneCercata[] };

const CHIUSA = [
  'Come si sceglie',
  'Le candidature si valutano con i criteri e i punti indicati in questo avviso, nel rispetto di trasparenza, imparzialità e parità di trattamento (art. 55 del Codice del terzo settore). Ogni candidato riceve l’esito con il suo motivo.',
].join('\n');

/** Oltre questa lunghezza si tagliano interi paragrafi: resta lo spazio per correggere. */
const MASSIMO = 6000;

export function tracciaAvviso(contenuto: ContenutoVersione, configurazione: Pick<Configurazione, 'sezioni'>): Traccia {
  const sezioni = sezioniDi(configurazione, 'IDEA');
  const parti = sezioni.flatMap(({ chiave, titolo, campi }) =>
    campi.flatMap((campo) => {
      const valore = contenuto.sezioni[chiave]?.[campo.chiave];
      return campo.tipo === 'testo_lungo' && typeof valore === 'string' && valore.trim() ? [`${titolo}\n${valore.trim()}`] : [];
    }),
  );
  return {
    titolo: `Ricerca di partner: ${contenuto.titolo}`.slice(0, LIMITI_AVVISO.titolo),
    testo: [...paragrafiEntro(parti, MASSIMO), CHIUSA].join('\n\n'),
    azioni: azioniDi(sezioni, contenuto.sezioni),
  };
}

function paragrafiEntro(parti: string[], massimo: number): string[] {
  const tenuti: string[] = [];
  let lunghezza = 0;
  for (const paragrafo of parti.flatMap((parte) => parte.split(/\n{2,}/))) {
    lunghezza += paragrafo.length + 2;
    if (lunghezza > massimo) break;
    tenuti.push(paragrafo);
  }
  return tenuti;
}

/** Le azioni: la prima cella di ogni riga delle tabelle che parlano di azioni, interventi o linee. */
function azioniDi(sezioni: ReturnType<typeof sezioniDi>, valori: Record<string, Valori>): AzioneCercata[] {
  const titoli = sezioni.flatMap(({ chiave, campi }) =>
    campi.flatMap((campo) => {
      const righe = valori[chiave]?.[campo.chiave];
      if (!/azion|intervent|linee/.test(campo.chiave) || !Array.isArray(righe)) return [];
      return righe.flatMap((riga) => titoloDi(riga, campo.colonne[0]?.chiave) || []);
    }),
  );
  return [...new Set(titoli)].slice(0, LIMITI_AVVISO.azioni).map((titolo, indice) => ({ chiave: `a${indice + 1}`, titolo }));
}

function titoloDi(riga: unknown, colonna: string | undefined): string {
  if (typeof riga === 'string') return riga.trim().slice(0, 300);
  if (typeof riga !== 'object' || riga === null || !colonna) return '';
  const cella = (riga as Record<string, unknown>)[colonna];
  return typeof cella === 'string' ? cella.replaceAll(/\s+/g, ' ').trim().slice(0, 300) : '';
}
