import { type Configurazione, vociDi } from '@/lib/bandi/configurazione';
import { elenco } from '@/lib/format/elenco';
import type { Blocco } from '@/lib/pdf/documento';
import { proposte } from './consolidamento';
import type { EsitoGraduatoria } from './graduatoria';
import { ETICHETTA_ESITO } from './labels';
import { inPunti } from './punteggio';
import type { DomandaInGraduatoria, GraduatoriaDelBando } from './queriesGraduatoria';
import type { FaseValutata } from './schema';

/** La parte del verbale che parla di una domanda alla volta. */

type RigaVerbale = GraduatoriaDelBando['esito']['righe'][number];

const paragrafo = (testo: string): Blocco => ({ tipo: 'paragrafo', testo });

const CONCLUSIONE: Partial<Record<EsitoGraduatoria, string>> = {
  NON_FINANZIABILE: ' Le risorse del bando non bastano per finanziarla per intero.',
  IMPORTO_MANCANTE: ' L’importo richiesto non è indicato.',
};

/** Punti ed esito, giudizio della commissione, scarti segnalati, punteggi scostati dalla media. */
export function giudizio(riga: RigaVerbale, { configurazione, fase }: Pick<GraduatoriaDelBando, 'configurazione' | 'fase'>): Blocco[] {
  const titoloDi = (chiave: string) => titolo(configurazione, chiave);
  const sotto = riga.sottoSoglia.map((k) => `«${titoloDi(k)}»`);
  const punti = `Punti ${inPunti(riga.totaleCentesimi)}. ${ETICHETTA_ESITO[riga.esito].testo}.${CONCLUSIONE[riga.esito] ?? ''}`;
  return [
    { tipo: 'titolo', livello: 3, testo: `${riga.codice} ${riga.titolo}` },
    paragrafo(sotto.length > 0 ? `${punti} Non raggiunge la soglia in ${elenco(sotto)}.` : punti),
    paragrafo(riga.motivazione),
    ...scarti(riga, configurazione, fase),
    ...cambiati(riga, titoloDi),
  ];
}

const titolo = ({ griglia }: Pick<Configurazione, 'griglia'>, chiave: string): string =>
  griglia.find((c) => c.chiave === chiave)?.titolo ?? chiave;

/** I criteri in cui le schede erano lontane tra loro. */
function scarti({ schede }: Pick<DomandaInGraduatoria, 'schede'>, configurazione: Configurazione, fase: FaseValutata): Blocco[] {
  const voci = proposte(vociDi(configurazione.griglia, fase), schede, configurazione)
    .filter(({ segnalato }) => segnalato)
    .map(({ criterio, punti }) => `${criterio.titolo}: da ${Math.min(...punti)} a ${Math.max(...punti)} punti su ${criterio.massimo}`);
  return voci.length > 0 ? [paragrafo('Scarti segnalati tra le schede:'), { tipo: 'elenco', voci }] : [];
}

/** I criteri in cui chi presiede ha scostato il punteggio dalla media. */
function cambiati({ punteggi }: Pick<DomandaInGraduatoria, 'punteggi'>, titoloDi: (chiave: string) => string): Blocco[] {
  const voci = Object.entries(punteggi)
    .filter(([, { proposto, centesimi }]) => proposto !== centesimi)
    .map(([chiave, v]) => `${titoloDi(chiave)}: da ${inPunti(v.proposto)} a ${inPunti(v.centesimi)}. ${v.motivazione}`);
  return voci.length > 0 ? [paragrafo('Punteggi scostati dalla media:'), { tipo: 'elenco', voci }] : [];
}
