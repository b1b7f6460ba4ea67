import { z } from 'zod';
import { dataBreve, meseBreve } from '@/lib/format/data';
import { leggiData, leggiMese, leggiNumero } from '@/lib/format/lettura';
import type { AzioneDelRapporto, Dichiarazione } from './queries';
import { SalvaAvanzamento } from './schema';

/**
 * Il modulo di un'azione, campo per campo come lo scrive una persona. I nomi dei campi:
 * stato, percentuale, inizioEffettivo, fineStimata, fineEffettiva, contromisura, contromisuraEsito, nota, `q.<quantita>`, `causa.<n>.codice|meseDal|meseAl|risolta`, causaPrimaria = n.
 */

type Campi = Record<string, string>;
type Segnala = (campo: string, messaggio: string) => null;

const data = (campi: Campi, nome: string, no: Segnala): string | null => {
  const letta = leggiData(campi[nome] ?? '');
  return letta.ok ? letta.iso : no(nome, letta.messaggio);
};
const mese = (campi: Campi, nome: string, no: Segnala): string | null => {
  const letto = leggiMese(campi[nome] ?? '');
  return letto.ok ? letto.iso : no(nome, letto.messaggio);
};
const numero = (campi: Campi, nome: string, no: Segnala): number | null => {
  const letto = leggiNumero(campi[nome] ?? '');
  return letto.ok ? letto.valore : no(nome, letto.messaggio);
};

const causeDi = (campi: Campi, no: Segnala) =>
  Object.keys(campi)
    .flatMap((nome) => /^causa\.(\d{1,2})\.codice$/.exec(nome)?.[1] ?? [])
    .filter((n) => campi[`causa.${n}.codice`] !== '')
    .map((n) => ({
      codice: campi[`causa.${n}.codice`] ?? '',
      primaria: campi.causaPrimaria === n,
      gravita: null,
      meseDal: mese(campi, `causa.${n}.meseDal`, no),
      meseAl: mese(campi, `causa.${n}.meseAl`, no),
      risolta: campi[`causa.${n}.risolta`] === 'si',
    }));

const quantitaDi = (campi: Campi, no: Segnala) =>
  Object.keys(campi)
    .filter((nome) => nome.startsWith('q.'))
    .map((nome) => ({ quantitaId: nome.slice(2), valore: numero(campi, nome, no) }));

/** Dal modulo all'atto: ogni errore porta il nome del suo campo. */
export const ModuloAvanzamento = z.record(z.string(), z.string()).transform((campi, contesto): SalvaAvanzamento => {
  let sbagliati = 0;
  const no: Segnala = (campo, message) => {
    sbagliati += 1;
    contesto.addIssue({ code: 'custom', path: [campo], message });
    return null;
  };
  const quantita = quantitaDi(campi, no);
  const letto = {
    rapportoId: campi.rapportoId,
    azioneId: campi.azioneId,
    rev: Number(campi.rev),
    stato: campi.stato || null,
    percentuale: numero(campi, 'percentuale', no),
    inizioEffettivo: data(campi, 'inizioEffettivo', no),
    fineStimata: data(campi, 'fineStimata', no),
    fineEffettiva: data(campi, 'fineEffettiva', no),
    contromisura: campi.contromisura ?? null,
    contromisuraEsito: campi.contromisuraEsito || null,
    nota: campi.nota ?? null,
    quantita,
    cause: causeDi(campi, no),
  };
  const esito = SalvaAvanzamento.safeParse(letto);
  if (esito.success && sbagliati === 0) return esito.data;
  for (const { path, message } of esito.error?.issues ?? []) {
    const [primo, indice] = path;
    no(primo === 'quantita' && typeof indice === 'number' ? `q.${quantita[indice]?.quantitaId}` : String(primo), message);
  }
  return z.NEVER;
});

const italiano = (valore: number | null): string => (valore === null ? '' : String(valore).replace('.', ','));

/** I valori di partenza del modulo: ciò che è salvato, nella forma in cui si scrive. */
export function campiDi(azione: Pick<AzioneDelRapporto, 'ora' | 'quantita'>): Campi {
  const ora: Partial<Dichiarazione> = azione.ora ?? {};
  const campi: Campi = {
    stato: ora.stato ?? '',
    percentuale: italiano(ora.percentuale ?? null),
    inizioEffettivo: ora.inizioEffettivo ? dataBreve(ora.inizioEffettivo) : '',
    fineStimata: ora.fineStimata ? dataBreve(ora.fineStimata) : '',
    fineEffettiva: ora.fineEffettiva ? dataBreve(ora.fineEffettiva) : '',
    contromisura: ora.contromisura ?? '',
    contromisuraEsito: ora.contromisuraEsito ?? '',
    nota: ora.nota ?? '',
  };
  for (const q of azione.quantita) campi[`q.${q.id}`] = italiano(q.ora);
  (ora.cause ?? []).forEach((causa, n) => {
    campi[`causa.${n}.codice`] = causa.codice;
    campi[`causa.${n}.meseDal`] = causa.meseDal ? meseBreve(causa.meseDal) : '';
    campi[`causa.${n}.meseAl`] = causa.meseAl ? meseBreve(causa.meseAl) : '';
    if (causa.risolta) campi[`causa.${n}.risolta`] = 'si';
    if (causa.primaria) campi.causaPrimaria = String(n);
  });
  return campi;
}
