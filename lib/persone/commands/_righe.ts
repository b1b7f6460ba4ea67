import type { Attore } from '@/lib/auth/attore';
import { cifra, type Identita, impronta, segniDi } from '@/lib/identita/identita';
import { etaAllIngresso } from '../regole';
import type { FrequenzaScritta } from '../scheda';
import type { NuovaPartecipazione, PersonaScritta } from '../schema';
import { iscedDi } from '../vocabolari';
import { giorno, giornoONull, type ProgettoAperto } from './_progetto';

/** Le righe di una persona e della sua partecipazione, pronte da inserire: le stesse per il modulo e per l'importazione. */

type Chi = Pick<
  PersonaScritta,
  'cognome' | 'nome' | 'codice' | 'senzaCodice' | 'telefono' | 'email' | 'indirizzo' | 'sesso' | 'dataNascita'
>;
type Entrata = Omit<NuovaPartecipazione, 'personaId' | 'progettoId' | 'azioni' | 'confermo'>;

const identitaDi = ({ cognome, nome, codice, telefono, email, indirizzo }: Chi): Identita => ({
  ...{ cognome, nome, telefono, email, indirizzo },
  codiceFiscale: codice,
});

const senzaCodiceDi = ({ codice }: Chi): string | null => {
  if (!codice) return 'NESSUNO';
  const sigla = codice.slice(0, 3);
  return /^(STP|ENI)\d/.test(codice) ? sigla : null;
};

/** Sesso, nascita e impronte di una persona. */
export function colonnePersona(programmaId: string, chi: Chi) {
  const impronte = chi.codice ? impronta(programmaId, chi.codice) : { impronta: null, improntaBase: null, chiaveId: null };
  return { sesso: chi.sesso, dataNascita: giornoONull(chi.dataNascita), senzaCodice: senzaCodiceDi(chi), ...impronte };
}

/** La riga cifrata e i segni con cui si ritrova. */
export function righeIdentita(attore: Attore, personaId: string, chi: Chi) {
  const { regioneId, organizzazioneId } = attore;
  const identita = identitaDi(chi);
  return {
    identita: { personaId, regioneId, organizzazioneId, ...cifra(personaId, identita) },
    segni: segniDi(organizzazioneId, identita).map((segno) => ({ organizzazioneId, personaId, segno })),
  };
}

/** Le caratteristiche all'ingresso. `sesso` e `dataNascita` sono quelli della persona. */
export const colonneEntrata = (p: Entrata, { sesso, dataNascita }: Pick<Chi, 'sesso' | 'dataNascita'>) => ({
  ...{ ingresso: giorno(p.ingresso), informativaIl: giorno(p.informativaIl), sesso, eta: etaAllIngresso(dataNascita, p.ingresso) },
  ...{ comuneResidenza: p.comuneResidenza, senzaDimora: p.senzaDimora, cittadinanza: p.cittadinanza, origineStraniera: p.origineStraniera },
  ...{ titoloStudio: p.titoloStudio, isced: iscedDi(p.titoloStudio), condizione: p.condizione, mesiDisoccupazione: p.mesiDisoccupazione },
  ...{ disabilita: p.disabilita, minoranza: p.minoranza, altroSvantaggio: p.altroSvantaggio },
  ...{ condizioneAbitativa: p.condizioneAbitativa, rurale: p.rurale, gruppoVulnerabile: p.gruppoVulnerabile },
});

type Posto = { attore: Attore; progetto: ProgettoAperto; partecipanteId: string };

export const righeFrequenza = (
  { attore, progetto, partecipanteId }: Posto,
  { azioni, ingresso }: { azioni: readonly FrequenzaScritta[]; ingresso: string },
) =>
  azioni.map(({ azioneId, dal, al, ore }) => ({
    ...{ regioneId: attore.regioneId, progettoId: progetto.id, organizzazioneId: attore.organizzazioneId, partecipanteId, azioneId },
    ...{ dal: giorno(dal ?? ingresso), al: giornoONull(al), ore },
  }));
