import type { Ruolo } from '@/lib/auth/attore';
import { VICINO } from '@/lib/calendario/stato';
import { mancano } from '@/lib/format/data';
import { type DomandaDovuta, doveriDomanda } from '@/lib/progetti/doveriDomanda';
import type { StatoProgetto } from '@/lib/progetti/schema';
import { compitiProroghe } from '@/lib/proroghe/compiti';
import { attese } from './attese';
import { doveri, inAttuazione } from './doveri';
import { giorniTra, periodoApribile } from './rules';
import type { StatoAzione, StatoParte, StatoRapporto } from './schema';

export type ParteInvia = { organizzazioneId: string; nome: string; stato: StatoParte; consegnatoIl: string | null };

export type ChiarimentoAperto = {
  id: string;
  azioneId: string;
  azione: string;
  mia: boolean;
  domanda: string;
  entro: string;
  chiestoIl: string;
};

export type RapportoDovuto = {
  id: string;
  stato: StatoRapporto;
  presentatoIl: string | null;
  sospesoDal: string | null;
  sospesoSecondi: number;
  decisoIl: string | null;
  notaDecisione: string | null;
  miaParte: StatoParte | null;
  notaRinvio: string | null;
  parti: ParteInvia[];
  /** Azioni del mio ente con uno stato scritto in questa relazione. */
  compilate: number;
  /** I rilievi su relazioni precedenti a cui rispondere prima di inviare questa. */
  rilieviAperti?: number;
  chiarimenti: ChiarimentoAperto[];
};

export type PeriodoDovuto = {
  id: string;
  dal: string;
  al: string;
  scadenza: string;
  /** L'ha chiesta la Regione, oltre a quelle del calendario. */
  straordinario?: boolean;
  rapporto: RapportoDovuto | null;
};

/** Un progetto dell'ente con le relazioni non ancora approvate. Date AAAA-MM-GG, istanti ISO. */
export type ProgettoConDoveri = {
  id: string;
  codice: string;
  titolo: string;
  stato: StatoProgetto;
  capofila: boolean;
  capofilaNome: string | null;
  giorniVerifica: number;
  popolazione: number | null;
  enti: number;
  ambiti: number;
  azioniMie: number;
  dataAvvio: string | null;
  dataFinePrevista: string | null;
  azioni: { stato: StatoAzione | null; n: number }[];
  /** Finche il progetto non e avviato: null dopo. */
  domanda: DomandaDovuta | null;
  periodi: PeriodoDovuto[];
  /** Vero nei giorni in cui il progetto e sospeso: nulla e dovuto. */
  sospeso?: boolean;
  /** Le richieste di proroga in bozza. */
  prorogheInBozza?: { id: string; azione: string | null; fine: string }[];
};

/** Chi guarda e quando: `oggi` AAAA-MM-GG a Roma, `adesso` lo stesso presente come istante. */
export type Presente = { oggi: string; adesso: Date; organizzazioneId: string; ruolo: Ruolo };

/** Una cosa da fare. Senza `entro` va fatta ma nessuno ha fissato un termine. */
export type Compito = {
  id: string;
  titolo: string;
  perche: string;
  provenienza: string;
  href: string;
  azione: string;
  entro: string | null;
};

/** Una cosa che aspetta altri, da quanti giorni; `oltre` = quanti giorni ha superato il termine di chi deve muoverla. */
export type Attesa = {
  id: string;
  titolo: string;
  perche: string;
  href: string;
  giorni: number;
  oltre: number;
  stato: { di: 'rapporto'; valore: StatoRapporto } | { di: 'parte'; valore: StatoParte };
};

export type Compiti = {
  ritardo: Compito[];
  vicini: Compito[];
  avanti: Compito[];
  attese: Attesa[];
  /** La prossima scadenza dell'ente, anche di un periodo non ancora finito. */
  prossima: string | null;
};

type Gruppo = 'ritardo' | 'vicini' | 'avanti';

/** In che gruppo sta un compito. Senza termine sta tra i vicini: si puo fare subito e non e in ritardo. */
function gruppoDi({ entro }: Pick<Compito, 'entro'>, oggi: string): Gruppo {
  if (entro === null) return 'vicini';
  const giorni = giorniTra(oggi, entro);
  return giorni < 0 ? 'ritardo' : giorni <= VICINO ? 'vicini' : 'avanti';
}

// a pari scadenza resta l'ordine in cui le cose si fanno
const perScadenza = (a: Compito, b: Compito): number => (a.entro ?? '').localeCompare(b.entro ?? '');

/**
 * Che cosa deve fare un ente, e che cosa aspetta da altri: solo dallo stato delle relazioni, ogni cosa una volta.
 * @param altri cio che va fatto e non nasce da un progetto
 */
export function compitiDi(progetti: readonly ProgettoConDoveri[], presente: Presente, altri: readonly Compito[] = []): Compiti {
  const tutti = progetti
    .flatMap((p) => [...diDomanda(p), ...p.periodi.flatMap((periodo) => doveri(p, periodo, presente)), ...compitiProroghe(p)])
    .concat(altri)
    .sort(perScadenza);
  const nel = (gruppo: Gruppo) => tutti.filter((compito) => gruppoDi(compito, presente.oggi) === gruppo);
  const inAttesa = progetti
    .flatMap((p) => p.periodi.flatMap((periodo) => attese(p, periodo, presente)))
    .sort((a, b) => b.giorni - a.giorni);
  return {
    ritardo: nel('ritardo'),
    vicini: nel('vicini'),
    avanti: nel('avanti'),
    attese: inAttesa,
    prossima: prossimaScadenza(progetti, tutti, presente),
  };
}

const diDomanda = (p: ProgettoConDoveri): Compito[] => (p.domanda ? doveriDomanda({ ...p, domanda: p.domanda }) : []);

function prossimaScadenza(progetti: readonly ProgettoConDoveri[], compiti: readonly Compito[], { oggi }: Presente): string | null {
  const future = progetti
    .filter((p) => (p.capofila || p.azioniMie > 0) && inAttuazione(p))
    .flatMap(({ periodi }) => periodi.filter((periodo) => !periodoApribile(periodo, oggi)).map(({ scadenza }) => scadenza));
  return [...future, ...compiti.flatMap(({ entro }) => entro ?? [])].filter((giorno) => giorno >= oggi).sort()[0] ?? null;
}

/** La frase sotto il titolo: «Hai 5 cose da fare: una è in ritardo, la prossima scade domani.» */
export function riassunto({ ritardo, vicini, avanti }: Compiti, oggi: string): string {
  const quante = ritardo.length + vicini.length + avanti.length;
  if (quante === 0) return 'Per ora non devi fare niente.';
  const entro = [...vicini, ...avanti].flatMap((compito) => compito.entro ?? []).sort()[0];
  const scade = entro && `scade ${mancano(giorniTra(oggi, entro)).toLowerCase()}`;
  if (quante === 1) return `Hai una cosa da fare: ${ritardo.length === 1 ? 'è in ritardo' : (scade ?? 'nessuno ha fissato un termine')}.`;
  const inRitardo = ritardo.length === 1 ? 'una è in ritardo' : ritardo.length > 1 && `${ritardo.length} sono in ritardo`;
  const seguito = [inRitardo, scade && `la prossima ${scade}`].filter(Boolean).join(', ');
  return seguito ? `Hai ${quante} cose da fare: ${seguito}.` : `Hai ${quante} cose da fare.`;
}
