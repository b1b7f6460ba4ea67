import { annullaProroga } from '@/lib/proroghe/commands/annullaProroga';
import { apriProroga } from '@/lib/proroghe/commands/apriProroga';
import { concediProroga } from '@/lib/proroghe/commands/concediProroga';
import { correggiProroga } from '@/lib/proroghe/commands/correggiProroga';
import { prendiInCaricoProroga } from '@/lib/proroghe/commands/prendiInCaricoProroga';
import { presentaProroga } from '@/lib/proroghe/commands/presentaProroga';
import { respingiProroga } from '@/lib/proroghe/commands/respingiProroga';
import type { Avviato } from '@/tests/support/progettoAvviato';

export const MOTIVO = 'I corsi si sono fermati nei mesi dell’emergenza.';
type Quanto = { mesi?: number; data?: string; azioneId?: string | null; motivo?: string };

export const apre = async (a: Avviato, { mesi, data, azioneId = null, motivo = MOTIVO }: Quanto = {}, chi = a.chi.referente) =>
  (await apriProroga(chi, { progettoId: a.id, azioneId, mesi: mesi ?? (data ? null : 3), data: data ?? null, motivo })).prorogaId;
const scelta = (a: Avviato, prorogaId: string) => ({ progettoId: a.id, prorogaId });
export const presenta = (a: Avviato, prorogaId: string, chi = a.chi.referente) => presentaProroga(chi, scelta(a, prorogaId));
export const annulla = (a: Avviato, prorogaId: string, chi = a.chi.referente) => annullaProroga(chi, scelta(a, prorogaId));
export const prende = (a: Avviato, prorogaId: string, chi = a.chi.istruttore) => prendiInCaricoProroga(chi, scelta(a, prorogaId));

/** Chiesta, presentata e presa in carico. */
export async function inEsame(a: Avviato, quanto: Quanto = {}): Promise<string> {
  const id = await apre(a, quanto);
  await presenta(a, id);
  await prende(a, id);
  return id;
}

type Decisione = { fine: string; azioni?: string[]; nota?: string | null };
export const concede = (a: Avviato, prorogaId: string, { fine, azioni = [], nota = null }: Decisione, chi = a.chi.dirigente) =>
  concediProroga(chi, { ...scelta(a, prorogaId), fine, azioni, nota, atto: 'D.D. 31', dataAtto: a.oggi });
export const respinge = (a: Avviato, prorogaId: string, chi = a.chi.dirigente) =>
  respingiProroga(chi, { ...scelta(a, prorogaId), nota: 'Non ci sono i motivi.', atto: 'D.D. 32', dataAtto: a.oggi });
export const corregge = (a: Avviato, prorogaId: string, { fine, azioni = [], nota }: Decisione, chi = a.chi.dirigente) =>
  correggiProroga(chi, {
    ...scelta(a, prorogaId),
    fine,
    azioni,
    nota: nota ?? 'La data era sbagliata.',
    atto: 'D.D. 33',
    dataAtto: a.oggi,
  });
