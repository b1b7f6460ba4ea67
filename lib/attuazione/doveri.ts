import { giornoDi, giornoEMese, nomePeriodo } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { routes } from '@/lib/routes';
import { chiarimenti, riaperta } from './doveriChiarimenti';
import { type Caso, capofilaDi, nellaRelazione, nelProgetto, referente, relazione } from './frasiDoveri';
import { periodoApribile } from './rules';
import type { Compito, PeriodoDovuto, Presente, ProgettoConDoveri, RapportoDovuto } from './tipiCompiti';

/** Che cosa un ente deve fare per una relazione, dal suo stato. Pure frasi: niente orologio, niente database. */

const compilate = ({ progetto: { azioniMie }, rapporto }: Caso): string =>
  azioniMie === 0
    ? 'Il tuo ente non ha azioni sue.'
    : rapporto.compilate >= azioniMie
      ? 'Hai scritto lo stato di tutte le tue azioni.'
      : `Hai scritto lo stato di ${rapporto.compilate} ${rapporto.compilate === 1 ? 'azione' : 'azioni'} su ${azioniMie}.`;

/** Sospeso o chiuso, un progetto non deve nulla. */
export const inAttuazione = ({ stato, sospeso }: Pick<ProgettoConDoveri, 'stato' | 'sospeso'>): boolean =>
  !sospeso && !['CONCLUSO', 'REVOCATO', 'RITIRATO'].includes(stato);

/** I compiti di una relazione, nell'ordine in cui si fanno; nessuno finché il periodo non è finito. */
export function doveri(progetto: ProgettoConDoveri, periodo: PeriodoDovuto, presente: Presente): Compito[] {
  if (!inAttuazione(progetto) || !periodoApribile(periodo, presente.oggi)) return [];
  const { rapporto } = periodo;
  if (!rapporto) return apri(progetto, periodo);
  const caso = { progetto, periodo, rapporto, presente };
  if (rapporto.stato === 'BOZZA') return progetto.capofila ? bozzaDelCapofila(caso) : bozzaDelPartner(caso);
  if (rapporto.stato === 'CHIARIMENTI') return rapporto.chiarimenti.length > 0 ? chiarimenti(caso) : riaperta(caso);
  return [];
}

function apri(progetto: ProgettoConDoveri, periodo: PeriodoDovuto): Compito[] {
  if (!progetto.capofila && progetto.azioniMie === 0) return [];
  const seguito = progetto.capofila ? ', compila le tue azioni e raccogli le parti degli altri enti' : ' e compila la tua parte';
  return [
    {
      id: `${periodo.id}:apri`,
      titolo: `Apri ${relazione({ periodo })}`,
      perche: `Il periodo è finito: apri la relazione${seguito}.`,
      provenienza: nelProgetto({ progetto }),
      href: `${routes.progetto(progetto.id)}#relazioni`,
      azione: 'Apri',
      entro: periodo.scadenza,
    },
  ];
}

const aiRilievi = ({ rapporto: { rilieviAperti = 0 } }: Caso): string =>
  rilieviAperti === 0 ? '' : ` Prima rispondi ${rilieviAperti === 1 ? 'a un rilievo' : `a ${rilieviAperti} rilievi`} della Regione.`;

function bozzaDelCapofila(caso: Caso): Compito[] {
  const { periodo, rapporto, presente } = caso;
  const altre = rapporto.parti.filter(({ organizzazioneId }) => organizzazioneId !== presente.organizzazioneId);
  const mancanti = altre.filter(({ stato }) => stato === 'APERTO' || stato === 'RINVIATO');
  const consegnate = altre.filter(({ stato }) => stato === 'CONSEGNATO');
  const comune = { provenienza: nelProgetto(caso), href: nellaRelazione(caso), entro: periodo.scadenza };
  if (mancanti.length === 0) {
    const parti = altre.length > 0 ? 'Le parti degli altri enti sono consegnate. ' : '';
    const perche = `${parti}${compilate(caso)}${aiRilievi(caso)}${referente(caso, 'La invia il referente.')}`;
    return [{ ...comune, id: `${periodo.id}:invia`, titolo: `Invia ${relazione(caso)}`, perche, azione: 'Controlla e invia' }];
  }
  const una = mancanti.length === 1;
  const perche = `${compilate(caso)} ${una ? 'Manca la parte' : 'Mancano le parti'} di ${elenco(mancanti.map(({ nome }) => nome))}.${aiRilievi(caso)}`;
  const continua = { ...comune, id: `${periodo.id}:continua`, titolo: `Continua ${relazione(caso)}`, perche, azione: 'Continua' };
  return consegnate.length === 0 ? [continua] : [controlla(caso, consegnate), continua];
}

function controlla(caso: Caso, consegnate: RapportoDovuto['parti']): Compito {
  const ultima = consegnate
    .flatMap(({ consegnatoIl }) => consegnatoIl ?? [])
    .sort()
    .at(-1);
  const quando = ultima && giornoEMese(giornoDi(new Date(ultima)));
  const [prima, ...altre] = consegnate.map(({ nome }) => nome);
  const sola = altre.length === 0;
  return {
    id: `${caso.periodo.id}:controlla`,
    titolo: sola ? `Controlla la parte consegnata da ${prima}` : `Controlla le parti consegnate da ${consegnate.length} enti`,
    perche: sola
      ? 'Se qualcosa non va, rinviala prima di inviare la relazione alla Regione.'
      : `${elenco(consegnate.map(({ nome }) => nome))}. Se qualcosa non va, rinvia la parte prima di inviare la relazione alla Regione.`,
    provenienza: [nelProgetto(caso), quando && (sola ? `consegnata il ${quando}` : `ultima consegna il ${quando}`)]
      .filter(Boolean)
      .join(', '),
    href: `${nellaRelazione(caso)}#parti`,
    azione: 'Controlla',
    entro: caso.periodo.scadenza,
  };
}

function bozzaDelPartner(caso: Caso): Compito[] {
  const { periodo, rapporto } = caso;
  const comune = { href: nellaRelazione(caso), entro: periodo.scadenza };
  const provenienza = `${nelProgetto(caso)}. La relazione la invia ${capofilaDi(caso)}`;
  if (rapporto.miaParte === 'APERTO')
    return [
      {
        ...comune,
        id: `${periodo.id}:consegna`,
        titolo: `Consegna la tua parte della relazione ${nomePeriodo(periodo)}`,
        perche: compilate(caso),
        provenienza,
        azione: 'Compila',
      },
    ];
  if (rapporto.miaParte !== 'RINVIATO') return [];
  const perche = rapporto.notaRinvio
    ? `${capofilaDi(caso)} te l’ha rinviata: «${rapporto.notaRinvio}»`
    : `${capofilaDi(caso)} te l’ha rinviata.`;
  return [
    {
      ...comune,
      id: `${periodo.id}:correggi`,
      titolo: `Correggi la tua parte della relazione ${nomePeriodo(periodo)}`,
      perche,
      provenienza,
      azione: 'Correggi',
    },
  ];
}
