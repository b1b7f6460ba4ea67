import { randomUUID } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { esigiDataAtto } from '@/lib/decisioni/regole';
import { DomainError } from '@/lib/errors/domainError';
import { dataBreve, giornoDi, isoDiDataONull } from '@/lib/format/data';
import { CONCESSE, esigiAttoProroga, esigiProrogabile, fineDi } from '../rules';
import type { ProrogaDaCorreggere } from '../schema';
import { type InAtto, trovaProroga } from './_proroga';
import { spostaFine } from './_sposta';

/**
 * Il dirigente corregge l'ultima proroga concessa: ne scrive una nuova che la nomina, e quella di prima resta com'era. Fine, azioni e calendario seguono.
 * @throws DomainError proroga.nonUltima, proroga.primaDellaFine, proroga.stessaFine, proroga.giaRendicontato, proroga.oltreIlProgetto
 */
export const correggiProroga = (attore: Attore, scritta: ProrogaDaCorreggere): Promise<{ prorogaId: string }> =>
  commandAs(attore, async (tx) => {
    const inAtto = await trovaProroga(tx, attore, scritta);
    const { pratica, proroga, oggetto } = inAtto;
    esigiAttoProroga('correggi', proroga.stato, pratica.chi);
    esigiProrogabile(pratica.stato, false);
    esigiDataAtto(scritta.dataAtto, null, giornoDi(attore.adesso));
    await esigiUltima(tx, inAtto);
    await esigiFineCorretta(tx, inAtto, scritta.fine);
    const prorogaId = await scriviCorrezione(tx, attore, inAtto, scritta);
    const numeri = await spostaFine(tx, attore, inAtto, scritta.fine, scritta.azioni);
    return {
      result: { prorogaId },
      evento: {
        ...{ atto: 'proroga.corretta', oggetto: 'proroga', oggettoId: prorogaId, progettoId: pratica.id },
        prima: { corregge: proroga.numero, fine: fineDi(oggetto) },
        dopo: { stato: 'ACCOLTA', fine: scritta.fine, dataAtto: scritta.dataAtto, ...numeri },
      },
    };
  });

/** Le proroghe contano l'una dall'altra: si corregge l'ultima, e le precedenti solo dopo. */
async function esigiUltima(tx: Tx, { pratica, proroga }: InAtto): Promise<void> {
  const dopo = await tx.proroga.count({
    where: { progettoId: pratica.id, azioneId: proroga.azioneId, stato: { in: [...CONCESSE] }, numero: { gt: proroga.numero } },
  });
  if (dopo > 0) throw new DomainError('proroga.nonUltima', 'Dopo questa ce n’è un’altra concessa o corretta: si corregge la più recente.');
}

async function esigiFineCorretta(tx: Tx, { pratica, proroga, oggetto }: InAtto, fine: string): Promise<void> {
  const no = (codice: string, frase: string) => new DomainError(`proroga.${codice}`, frase, 'fine');
  if (fine === oggetto.fine) throw no('stessaFine', 'È già la fine in vigore: non c’è nulla da correggere.');
  if (fine < proroga.fineAttuale)
    throw no(
      'primaDellaFine',
      `La fine corretta non può venire prima di quella che c’era prima della proroga, il ${dataBreve(proroga.fineAttuale)}.`,
    );
  if (oggetto.azione) {
    if (oggetto.fineProgetto && fine > oggetto.fineProgetto)
      throw no('oltreIlProgetto', `L’azione non può finire dopo il progetto, il ${dataBreve(oggetto.fineProgetto)}.`);
    return;
  }
  const { _max } = await tx.periodo.aggregate({ where: { progettoId: pratica.id, presentatoIl: { not: null } }, _max: { al: true } });
  const presentato = isoDiDataONull(_max.al);
  if (presentato && fine < presentato)
    throw no('giaRendicontato', `C’è già una relazione presentata fino al ${dataBreve(presentato)}: la fine non può venire prima.`);
}

/** Gli istanti li scrive il database, con il suo orologio; il numero anche (app.numera_proroga). */
async function scriviCorrezione(tx: Tx, attore: Attore, { pratica, proroga }: InAtto, scritta: ProrogaDaCorreggere): Promise<string> {
  const id = randomUUID();
  const { fine, nota, atto, dataAtto } = scritta;
  await tx.$executeRaw`
    insert into proroga (id, regione_id, progetto_id, azione_id, numero, stato, fine_attuale, fine_chiesta, motivo, organizzazione_id, presentata_il,
      fine_concessa, nota_decisione, atto, data_atto, decisa_da, decisa_il, corregge_id)
    values (${id}::uuid, ${attore.regioneId}::uuid, ${pratica.id}::uuid, ${proroga.azioneId}::uuid, 0, 'ACCOLTA', ${proroga.fineAttuale}::date,
      ${proroga.fineChiesta}::date, ${proroga.motivo}, ${attore.organizzazioneId}::uuid, app.adesso(), ${fine}::date, ${nota}, ${atto}, ${dataAtto}::date,
      ${attore.utenteId}::uuid, app.adesso(), ${proroga.id}::uuid)`;
  return id;
}
