import { VICINO } from '@/lib/calendario/stato';
import { mancano } from '@/lib/format/data';
import { doveriDomanda } from '@/lib/progetti/doveriDomanda';
import { compitiProroghe } from '@/lib/proroghe/compiti';
import { attese } from './attese';
import { doveri, inAttuazione } from './doveri';
import { giorniTra, periodoApribile } from './rules';
import type { Attesa, Compito, Presente, ProgettoConDoveri } from './tipiCompiti';

export type Compiti = {
  ritardo: Compito[];
  vicini: Compito[];
  avanti: Compito[];
  attese: Attesa[];
  /** La prossima scadenza dell'ente, anche di un periodo non ancora finito. */
  prossima: string | null;
};

type Gruppo = 'ritardo' | 'vicini' | 'avanti';

/** In che gruppo sta un compito. Senza termine sta tra i vicini: si può fare subito e non è in ritardo. */
function gruppoDi({ entro }: Pick<Compito, 'entro'>, oggi: string): Gruppo {
  if (entro === null) return 'vicini';
  const giorni = giorniTra(oggi, entro);
  return giorni < 0 ? 'ritardo' : giorni <= VICINO ? 'vicini' : 'avanti';
}

// a pari scadenza resta l'ordine in cui le cose si fanno
const perScadenza = (a: Compito, b: Compito): number => (a.entro ?? '').localeCompare(b.entro ?? '');

/**
 * Che cosa deve fare un ente, e che cosa aspetta da altri: solo dallo stato delle relazioni, ogni cosa una volta.
 * @param altri ciò che va fatto e non nasce da un progetto
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
