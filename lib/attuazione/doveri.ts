import { dataLunga, giornoDi, giornoEMese, nomePeriodo } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import { routes } from '@/lib/routes';
import type { ChiarimentoAperto, Compito, PeriodoDovuto, Presente, ProgettoConDoveri, RapportoDovuto } from './compiti';
import { periodoApribile } from './rules';

/** Che cosa un ente deve fare per una relazione, dal suo stato. Pure frasi: niente orologio, niente database. */

type Caso = { progetto: ProgettoConDoveri; periodo: PeriodoDovuto; rapporto: RapportoDovuto; presente: Presente };

const nelProgetto = ({ progetto }: Pick<Caso, 'progetto'>): string => `Progetto ${progetto.titolo}`;
const relazione = ({ periodo }: Pick<Caso, 'periodo'>): string => `la relazione ${nomePeriodo(periodo)}`;
const capofilaDi = ({ progetto }: Pick<Caso, 'progetto'>): string => progetto.capofilaNome ?? 'il capofila';
const referente = ({ presente }: Caso, frase: string): string => (presente.ruolo === 'REFERENTE' ? '' : ` ${frase}`);

const compilate = ({ progetto: { azioniMie }, rapporto }: Caso): string =>
  azioniMie === 0
    ? 'Il tuo ente non ha azioni sue.'
    : rapporto.compilate >= azioniMie
      ? 'Hai scritto lo stato di tutte le tue azioni.'
      : `Hai scritto lo stato di ${rapporto.compilate} ${rapporto.compilate === 1 ? 'azione' : 'azioni'} su ${azioniMie}.`;

/** I compiti di una relazione, nell'ordine in cui si fanno; nessuno finche il periodo non e finito. */
export function doveri(progetto: ProgettoConDoveri, periodo: PeriodoDovuto, presente: Presente): Compito[] {
  if (!periodoApribile(periodo, presente.oggi)) return [];
  const { rapporto } = periodo;
  if (!rapporto) return apri(progetto, periodo);
  const caso = { progetto, periodo, rapporto, presente };
  if (rapporto.stato === 'BOZZA') return progetto.capofila ? bozzaDelCapofila(caso) : bozzaDelPartner(caso);
  if (rapporto.stato === 'CHIARIMENTI') return rapporto.chiarimenti.length > 0 ? chiarimenti(caso) : riaperta(caso);
  return [];
}

const nellaRelazione = ({ progetto, rapporto }: Pick<Caso, 'progetto' | 'rapporto'>): string => routes.rapporto(progetto.id, rapporto.id);

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

function bozzaDelCapofila(caso: Caso): Compito[] {
  const { periodo, rapporto, presente } = caso;
  const altre = rapporto.parti.filter(({ organizzazioneId }) => organizzazioneId !== presente.organizzazioneId);
  const mancanti = altre.filter(({ stato }) => stato === 'APERTO' || stato === 'RINVIATO');
  const consegnate = altre.filter(({ stato }) => stato === 'CONSEGNATO');
  const comune = { provenienza: nelProgetto(caso), href: nellaRelazione(caso), entro: periodo.scadenza };
  if (mancanti.length === 0) {
    const parti = altre.length > 0 ? 'Le parti degli altri enti sono consegnate. ' : '';
    const perche = `${parti}${compilate(caso)}${referente(caso, 'La invia il referente.')}`;
    return [{ ...comune, id: `${periodo.id}:invia`, titolo: `Invia ${relazione(caso)}`, perche, azione: 'Controlla e invia' }];
  }
  const una = mancanti.length === 1;
  const perche = `${compilate(caso)} ${una ? 'Manca la parte' : 'Mancano le parti'} di ${elenco(mancanti.map(({ nome }) => nome))}.`;
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

function chiarimenti(caso: Caso): Compito[] {
  const { progetto, periodo, rapporto } = caso;
  const chiesto = ({ chiestoIl }: ChiarimentoAperto) => `chiesto il ${dataLunga(giornoDi(new Date(chiestoIl)))}`;
  const comune = (c: ChiarimentoAperto) => ({
    perche: c.domanda,
    href: routes.rapporto(progetto.id, rapporto.id, { azione: c.azioneId }),
    entro: c.entro,
  });
  if (progetto.capofila)
    return rapporto.chiarimenti.map((c) => ({
      ...comune(c),
      id: `${c.id}:rispondi`,
      titolo: `Rispondi al chiarimento su «${c.azione}»`,
      provenienza: `${nelProgetto(caso)}, relazione ${nomePeriodo(periodo)}, ${chiesto(c)}. La verifica è sospesa finché non rispondi.${referente(caso, 'La risposta la invia il referente.')}`,
      azione: 'Rispondi',
    }));
  return rapporto.chiarimenti
    .filter(({ mia }) => mia)
    .map((c) => ({
      ...comune(c),
      id: `${c.id}:correggi`,
      titolo: `Correggi l’azione «${c.azione}»`,
      provenienza: `${nelProgetto(caso)}, relazione ${nomePeriodo(periodo)}, ${chiesto(c)}. Alla Regione risponde ${capofilaDi(caso)}.`,
      azione: 'Correggi',
    }));
}

/** La Regione ha riaperto per intero una relazione respinta: si corregge tutta e la ripresenta il capofila. */
function riaperta(caso: Caso): Compito[] {
  const { progetto, periodo, rapporto } = caso;
  if (!progetto.capofila && progetto.azioniMie === 0) return [];
  const motivo = rapporto.notaDecisione ? `La Regione l’ha riaperta: «${rapporto.notaDecisione}»` : 'La Regione l’ha riaperta.';
  const comune = { perche: motivo, href: nellaRelazione(caso), entro: null };
  return progetto.capofila
    ? [
        {
          ...comune,
          id: `${periodo.id}:ripresenta`,
          titolo: `Correggi e ripresenta ${relazione(caso)}`,
          provenienza: `${nelProgetto(caso)}.${referente(caso, 'La ripresenta il referente.')}`,
          azione: 'Correggi',
        },
      ]
    : [
        {
          ...comune,
          id: `${periodo.id}:correggi`,
          titolo: `Correggi le tue azioni nella relazione ${nomePeriodo(periodo)}`,
          provenienza: `${nelProgetto(caso)}. La ripresenta ${capofilaDi(caso)}`,
          azione: 'Correggi',
        },
      ];
}
