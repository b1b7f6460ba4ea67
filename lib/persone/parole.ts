import { dataBreve } from '@/lib/format/data';
import { comuneDi, comuneInParole } from '@/lib/territorio/comuni';
import { finestre, type StatoEsito, statoEsito } from './esiti';
import type { PartecipazioneLetta } from './letture';
import { CITTADINANZE, CONDIZIONI, CONDIZIONI_ABITATIVE, RISPOSTE, TITOLI } from './vocabolari';

/** Le caratteristiche di una persona in parole italiane. */

const NON_DICHIARATO = 'Non dichiarato';
const risposta = (codice: keyof typeof RISPOSTE | null): string => (codice ? RISPOSTE[codice] : NON_DICHIARATO);

/** Com'era all'ingresso: coppie nome e valore. */
export function caratteristiche(p: PartecipazioneLetta): { termine: string; valore: string }[] {
  const comune = p.comuneResidenza ? comuneDi(p.comuneResidenza) : undefined;
  const residenza = comune ? comuneInParole(comune) : (p.comuneResidenza ?? NON_DICHIARATO);
  const mesi = p.mesiDisoccupazione === null ? '' : `, da ${p.mesiDisoccupazione} ${p.mesiDisoccupazione === 1 ? 'mese' : 'mesi'}`;
  return [
    { termine: 'Età all’ingresso', valore: p.eta === null ? NON_DICHIARATO : p.eta === 1 ? '1 anno' : `${p.eta} anni` },
    { termine: 'Titolo di studio', valore: p.titoloStudio ? TITOLI[p.titoloStudio][0] : NON_DICHIARATO },
    { termine: 'Condizione occupazionale', valore: p.condizione ? `${CONDIZIONI[p.condizione]}${mesi}` : NON_DICHIARATO },
    { termine: 'Residenza', valore: p.senzaDimora ? 'Senza fissa dimora' : residenza },
    { termine: 'Cittadinanza', valore: p.cittadinanza ? (CITTADINANZE.get(p.cittadinanza) ?? p.cittadinanza) : NON_DICHIARATO },
    { termine: 'Condizione abitativa', valore: p.condizioneAbitativa ? CONDIZIONI_ABITATIVE[p.condizioneAbitativa] : NON_DICHIARATO },
    { termine: 'Genitori nati all’estero', valore: risposta(p.origineStraniera) },
    { termine: 'Disabilità', valore: risposta(p.disabilita) },
    { termine: 'Minoranza', valore: risposta(p.minoranza) },
    { termine: 'Altro svantaggio', valore: risposta(p.altroSvantaggio) },
    { termine: 'Informativa consegnata il', valore: p.informativaIl ? dataBreve(p.informativaIl) : 'Non risulta' },
  ];
}

const FRASE: Record<StatoEsito, string> = {
  RILEVATO: 'Rilevato nei tempi: conta negli indicatori.',
  FUORI_FINESTRA: 'Rilevato fuori dai tempi: resta scritto, ma negli indicatori non conta.',
  PRESTO: 'È ancora presto per rilevarlo.',
  DA_RILEVARE: 'Da rilevare adesso.',
  IN_RITARDO: 'In ritardo.',
};
export type EsitoInParole = { titolo: string; stato: StatoEsito; frase: string; quando: string; fatti: string[] };

/** I due esiti di un'uscita. @param oggi AAAA-MM-GG */
export function esitiInParole(p: PartecipazioneLetta, oggi: string): [quattro: EsitoInParole, sei: EsitoInParole] | null {
  if (!p.uscita) return null;
  const { quattroSettimane, seiMesi } = finestre(p.uscita);
  const [quattro, sei] = [p.esito4Settimane, p.esito6Mesi];
  const uno = (
    titolo: string,
    stato: StatoEsito,
    finestra: { dal: string; al: string },
    rilevato: string | null,
    fatti: string[],
  ): EsitoInParole => ({
    ...{ titolo, stato, frase: FRASE[stato], fatti },
    quando: rilevato ? `Rilevato il ${dataBreve(rilevato)}.` : `Si rileva dal ${dataBreve(finestra.dal)} al ${dataBreve(finestra.al)}.`,
  });
  return [
    uno(
      'A quattro settimane',
      statoEsito('quattroSettimane', p.uscita, p.dataEsito4Settimane, oggi),
      quattroSettimane,
      p.dataEsito4Settimane,
      [
        ...(quattro?.cercaLavoro ? ['cerca lavoro'] : []),
        ...(quattro?.istruzione ? ['studia o si forma'] : []),
        ...(quattro?.qualifica ? ['ha ottenuto una qualifica'] : []),
        ...(quattro?.lavoro ? ['lavora'] : []),
      ],
    ),
    uno('A sei mesi', statoEsito('seiMesi', p.uscita, p.dataEsito6Mesi, oggi), seiMesi, p.dataEsito6Mesi, [
      ...(sei?.lavoro ? ['lavora'] : []),
      ...(sei?.migliorato ? ['ha una situazione di lavoro migliore'] : []),
    ]),
  ];
}
