'use server';
import { randomUUID } from 'node:crypto';
import { DomainError } from '@/lib/errors/domainError';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';
import { type Esito, esigiQualcuno, riprendiInBlocco, sospendiInBlocco } from '@/lib/sospensioni/commands/inBlocco';
import { leggiSospensioniBando } from '@/lib/sospensioni/queries';
import { aperteDi, avviati, primoGiro, prossimi, sospesi } from '@/lib/sospensioni/rules';
import { RipresaInBlocco, SeguitoBlocco, SeguitoRipresa, SospensioneInBlocco } from '@/lib/sospensioni/schema';

const NON_TROVATO = new DomainError('bando.nonTrovato', 'Questo bando non esiste o non puoi vederlo.');

/** L'indirizzo che racconta il lotto; `segue` = non sono ancora finiti. */
const alLotto = (bandoId: string, lotto: string, segue: { dopo: string; fuori: readonly string[] } | null) => ({
  goTo: `${routes.sospensioniBando(bandoId)}?lotto=${lotto}${segue ? `&dopo=${segue.dopo}&fuori=${segue.fuori.join(',')}` : ''}`,
});

/** Un lotto solo: la pagina che segue racconta riga per riga chi è stato sospeso e chi no, o a che punto si è. */
export const sospendiTuttiAction = formAction(conTestiControllati(SospensioneInBlocco, ['nota']), async (attore, { progetti, ...come }) => {
  const bando = await leggiSospensioniBando(attore, come.bandoId, null);
  if (!bando) throw NON_TROVATO;
  const { giro, segue } = primoGiro(avviati(bando.progetti), progetti);
  const lotto = randomUUID();
  esigiQualcuno(await sospendiInBlocco(attore, lotto, giro, come));
  return alLotto(come.bandoId, lotto, segue);
});

/** Il giro che segue, con le stesse date e lo stesso atto del lotto. */
export const proseguiAction = formAction(SeguitoBlocco, async (attore, { bandoId, lotto, dopo, fuori }) => {
  const bando = await leggiSospensioniBando(attore, bandoId, lotto);
  if (!bando?.lotto) throw NON_TROVATO;
  const { giro, restano } = prossimi(avviati(bando.progetti), { dopo, fuori });
  await sospendiInBlocco(attore, lotto, giro, { ...bando.lotto, bandoId });
  const ultimo = giro.at(-1);
  return alLotto(bandoId, lotto, ultimo !== undefined && restano > 0 ? { dopo: ultimo, fuori } : null);
});

type Ripresi = { ripresi: number; su: number; al: string; atto: string };
/** L'indirizzo che racconta le riprese; `segue` = non sono ancora finite. */
function alleRiprese(bandoId: string, { ripresi, su, ...come }: Ripresi, segue: { dopo: string; fuori: readonly string[] } | null) {
  const altro = segue ? { ...come, dopo: segue.dopo, fuori: segue.fuori.join(',') } : {};
  return { goTo: `${routes.sospensioniBando(bandoId)}?${new URLSearchParams({ ripresi: String(ripresi), su: String(su), ...altro })}` };
}

export const riprendiTuttiAction = formAction(RipresaInBlocco, async (attore, { progetti, ...come }) => {
  const bando = await leggiSospensioniBando(attore, come.bandoId, null);
  if (!bando) throw NON_TROVATO;
  const { giro, segue } = primoGiro(sospesi(bando.progetti), progetti);
  const esiti = await riprendiInBlocco(attore, aperteDi(bando.progetti, giro), come);
  esigiQualcuno(esiti);
  return alleRiprese(come.bandoId, { ...come, ripresi: riusciti(esiti), su: progetti.length }, segue);
});

/** Il giro che segue di una ripresa, con lo stesso ultimo giorno e lo stesso atto. */
export const proseguiRipresaAction = formAction(SeguitoRipresa, async (attore, { bandoId, dopo, fuori, ripresi, su, ...come }) => {
  const bando = await leggiSospensioniBando(attore, bandoId, null);
  if (!bando) throw NON_TROVATO;
  const { giro, restano } = prossimi(sospesi(bando.progetti), { dopo, fuori });
  const esiti = await riprendiInBlocco(attore, aperteDi(bando.progetti, giro), { ...come, bandoId });
  const ultimo = giro.at(-1);
  const segue = ultimo !== undefined && restano > 0 ? { dopo: ultimo, fuori } : null;
  return alleRiprese(bandoId, { ...come, ripresi: ripresi + riusciti(esiti), su }, segue);
});

const riusciti = (esiti: readonly Esito[]): number => esiti.filter(({ rifiuto }) => rifiuto === null).length;
