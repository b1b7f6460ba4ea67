import type { Attore } from '@/lib/auth/attore';
import { commandAs, type NuovoEvento, type Tx } from '@/lib/db/scope';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { giornoDi } from '@/lib/format/data';
import { cambiaStatoProgetto, type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { compiProgetto } from '@/lib/progetti/stati';
import { esigiRecupero } from '../rules';
import type { Revoca } from '../schema';
import { assegnatoDi, chiudiInSospeso, eventoCessazione, scriviDisposta } from './_cessazione';

/** Il dirigente revoca un progetto avviato o sospeso, con l'atto, il motivo e quanto si recupera. Una rinuncia in attesa si chiude con lui. */
export const revocaProgetto = (attore: Attore, scritta: Revoca): Promise<{ cessazioneId: string }> =>
  commandAs(attore, async (tx) => {
    const pratica = await trovaPratica(tx, attore, scritta.progettoId);
    const a = compiProgetto('revoca', pratica.stato, pratica.chi);
    const { atto, dataAtto, motivazione, pianoRecupero, recupero } = scritta;
    esigiDataAtto(dataAtto, null, giornoDi(attore.adesso));
    esigiRecupero(recupero, await assegnatoDi(tx, pratica));
    const nota = 'Il progetto è stato revocato.';
    const chiuse = [...(await chiudiRinuncia(tx, pratica, nota)), ...(await chiudiInSospeso(tx, attore, pratica, nota))];
    const disposta = { genere: 'REVOCA', motivazione, atto, dataAtto, pianoRecupero, recupero } as const;
    const cessazioneId = await scriviDisposta(tx, attore, pratica, disposta);
    await cambiaStatoProgetto(tx, pratica, a);
    const dopo = { progetto: a, stato: 'DISPOSTA', dataAtto, recuperoCents: String(recupero ?? '') } as const;
    return { result: { cessazioneId }, evento: [...chiuse, eventoCessazione('progetto.revocato', pratica, cessazioneId, dopo)] };
  });

async function chiudiRinuncia(tx: Tx, pratica: Pratica, nota: string): Promise<NuovoEvento[]> {
  const dove = { progettoId: pratica.id, stato: 'CHIESTA' };
  const rinuncia = await tx.cessazione.findFirst({ where: dove, select: { id: true } });
  if (!rinuncia) return [];
  await tx.cessazione.updateMany({ where: { ...dove, id: rinuncia.id }, data: { stato: 'RESPINTA', notaDecisione: nota } });
  return [eventoCessazione('rinuncia.respinta', pratica, rinuncia.id, { progetto: pratica.stato, stato: 'RESPINTA' })];
}
