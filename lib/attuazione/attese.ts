import { dataLunga, giornoDi, giornoEMese, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { giorniTra, giorniUsati, termineVerifica } from './rules';
import type { Attesa, PeriodoDovuto, Presente, ProgettoConDoveri, RapportoDovuto } from './tipiCompiti';

/** Che cosa un ente aspetta da altri per una relazione: dal capofila la propria parte, dalla Regione la decisione. */

const daQuando = (istante: string | null, oggi: string): number =>
  istante ? Math.max(0, giorniTra(giornoDi(new Date(istante)), oggi)) : 0;

/** Le attese di una relazione: al più una. */
export function attese(progetto: ProgettoConDoveri, periodo: PeriodoDovuto, presente: Presente): Attesa[] {
  const { rapporto } = periodo;
  if (!rapporto) return [];
  const attesa = diCosa(progetto, rapporto, presente);
  if (!attesa) return [];
  const titolo = rapporto.stato === 'BOZZA' ? `La tua parte della relazione ${nomePeriodo(periodo)}` : `Relazione ${nomePeriodo(periodo)}`;
  return [
    {
      id: `${periodo.id}:attesa`,
      titolo,
      href: routes.rapporto(progetto.id, rapporto.id),
      ...attesa,
      perche: `Progetto ${progetto.titolo}. ${attesa.perche}`,
    },
  ];
}

type DiCosa = Pick<Attesa, 'perche' | 'giorni' | 'oltre' | 'stato'>;

function diCosa(progetto: ProgettoConDoveri, rapporto: RapportoDovuto, { oggi, adesso, organizzazioneId }: Presente): DiCosa | null {
  const capofila = progetto.capofilaNome ?? 'il capofila';
  const stato = { di: 'rapporto', valore: rapporto.stato } as const;
  if (rapporto.stato === 'BOZZA') {
    if (progetto.capofila || rapporto.miaParte !== 'CONSEGNATO') return null;
    const consegnata = rapporto.parti.find((parte) => parte.organizzazioneId === organizzazioneId)?.consegnatoIl ?? null;
    const quando = consegnata ? ` il ${giornoEMese(giornoDi(new Date(consegnata)))}` : '';
    return {
      perche: `Consegnata${quando} a ${capofila}, che invia la relazione.`,
      giorni: daQuando(consegnata, oggi),
      oltre: 0,
      stato: { di: 'parte', valore: 'CONSEGNATO' },
    };
  }
  if (rapporto.stato === 'RESPINTO') {
    const motivo = rapporto.notaDecisione ? `: «${rapporto.notaDecisione}»` : '';
    return {
      perche: `La Regione l’ha respinta${motivo}. Può riaprirla il dirigente della Regione.`,
      giorni: daQuando(rapporto.decisoIl, oggi),
      oltre: 0,
      stato,
    };
  }
  if (rapporto.stato === 'CHIARIMENTI') {
    if (progetto.capofila || rapporto.chiarimenti.some(({ mia }) => mia) || (rapporto.chiarimenti.length === 0 && progetto.azioniMie > 0))
      return null;
    return {
      perche: `La Regione ha chiesto un chiarimento: risponde ${capofila}.`,
      giorni: daQuando(rapporto.sospesoDal, oggi),
      oltre: 0,
      stato,
    };
  }
  return rapporto.presentatoIl ? allaRegione(progetto, { ...rapporto, presentatoIl: rapporto.presentatoIl }, { oggi, adesso }) : null;
}

/** La relazione è alla Regione: quanti giorni ha usato, e di quanti ha superato il termine. Anche il suo ritardo si dice. */
function allaRegione(
  progetto: ProgettoConDoveri,
  rapporto: RapportoDovuto & { presentatoIl: string },
  { oggi, adesso }: Pick<Presente, 'oggi' | 'adesso'>,
): DiCosa {
  const orologio = {
    presentatoIl: new Date(rapporto.presentatoIl),
    sospesoDal: rapporto.sospesoDal ? new Date(rapporto.sospesoDal) : null,
    sospesoSecondi: rapporto.sospesoSecondi,
  };
  const termine = giornoDi(termineVerifica(orologio, progetto.giorniVerifica, adesso));
  const doveSta = rapporto.stato === 'PRESENTATO' ? 'Aspetta che la Regione la prenda in carico.' : 'La Regione la sta verificando.';
  return {
    perche: `${doveSta} Il termine per decidere ${termine < oggi ? 'era' : 'è'} il ${dataLunga(termine)}.`,
    giorni: giorniUsati(orologio, adesso),
    oltre: Math.max(0, giorniTra(termine, oggi)),
    stato: { di: 'rapporto', valore: rapporto.stato },
  };
}
