import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { elenco } from '@/lib/format/elenco';
import { compiParte } from '../rules';
import { esigiAzioniComplete } from './_completezza';
import type { trovaRapporto } from './_parti';

type Rapporto = Awaited<ReturnType<typeof trovaRapporto>>;

/**
 * Copia nelle azioni dell'ente non ancora compilate i valori dell'ultima relazione presentata, e consegna la parte. Ciò che l'ente ha già scritto in
 * questa relazione resta com'è. Le note del periodo e l'esito della contromisura non si copiano: valgono per il loro periodo. Restituisce l'evento.
 */
export async function conferma(tx: Tx, attore: Attore, rapporto: Rapporto) {
  if (rapporto.stato !== 'BOZZA') throw new DomainError('rapporto.chiuso', 'La relazione è già presentata.');
  const { id: rapportoId, progettoId } = rapporto;
  const parte = await tx.rapportoEnte.findUnique({
    where: { rapportoId_organizzazioneId: { rapportoId, organizzazioneId: attore.organizzazioneId } },
    select: { id: true, stato: true },
  });
  if (!parte) throw new DomainError('parte.nonTrovata', 'Questo ente non ha una parte in questa relazione.');
  const stato = compiParte('consegna', parte.stato);
  const copiate = await copia(tx, attore, rapporto);
  await esigiAzioniComplete(tx, rapporto, attore.organizzazioneId);
  const { count } = await tx.rapportoEnte.updateMany({ where: { id: parte.id, stato: parte.stato }, data: { stato, notaRinvio: null } });
  if (count === 0) throw new DomainError('parte.cambiata', 'La parte di questo ente è cambiata nel frattempo. Ricarica la pagina.');
  return {
    atto: 'parte.confermata',
    oggetto: 'rapporto_ente',
    oggettoId: parte.id,
    progettoId,
    prima: { stato: parte.stato },
    dopo: { stato, ente: attore.organizzazioneId, azioni: copiate },
    riservato: true,
  };
}

/** Quante azioni ha copiato. Rifiuta, nominandole, se di alcune non c'è un periodo precedente. */
async function copia(tx: Tx, attore: Attore, { id: rapportoId, progettoId }: Rapporto): Promise<number> {
  const precedenti = await tx.$queryRaw<{ azione: string; titolo: string; da: string | null }[]>`
    select z.id as azione, z.titolo, (select v.id from avanzamento v join rapporto_progetto r on r.id = v.rapporto_id join periodo p on p.id = r.periodo_id
        where v.azione_id = z.id and r.stato <> 'BOZZA' and (p.al, p.numero) < (q.al, q.numero) order by p.al desc, p.numero desc limit 1) as da
    from azione z join rapporto_progetto ora on ora.id = ${rapportoId}::uuid join periodo q on q.id = ora.periodo_id
    where z.progetto_id = ${progettoId}::uuid and z.organizzazione_id = ${attore.organizzazioneId}::uuid and z.annullata_il is null
      and not exists (select from avanzamento v where v.rapporto_id = ora.id and v.azione_id = z.id) order by z.ordine`;
  const nuove = precedenti.filter(({ da }) => da === null);
  if (nuove.length > 0)
    throw new DomainError(
      'parte.senzaPrecedente',
      `Non c’è un periodo precedente da confermare per ${elenco(nuove.map(({ titolo }) => `«${titolo}»`))}: compila prima ${nuove.length === 1 ? 'questa azione' : 'queste azioni'}.`,
    );
  for (const { azione, da } of precedenti) await copiaAzione(tx, attore, { rapportoId, progettoId, azioneId: azione }, String(da));
  return precedenti.length;
}

async function copiaAzione(
  tx: Tx,
  attore: Attore,
  dove: { rapportoId: string; progettoId: string; azioneId: string },
  da: string,
): Promise<void> {
  const { quantita, cause, ...valori } = await tx.avanzamento.findUniqueOrThrow({
    where: { id: da },
    select: {
      ...{ stato: true, percentuale: true, inizioEffettivo: true, fineStimata: true, fineEffettiva: true, contromisura: true },
      quantita: { where: { quantita: { toltaIl: null } }, select: { quantitaId: true, valore: true, valoreMax: true, approssimato: true } },
      cause: { select: { causa: true, primaria: true, gravita: true, meseDal: true, meseAl: true, risolta: true } },
    },
  });
  const avanzamentoId = crypto.randomUUID();
  const comune = { regioneId: attore.regioneId, progettoId: dove.progettoId, organizzazioneId: attore.organizzazioneId };
  await tx.avanzamento.createMany({ data: [{ ...comune, ...dove, ...valori, id: avanzamentoId, invariato: true, rev: 1 }] });
  await tx.quantitaRealizzata.createMany({ data: quantita.map((q) => ({ ...comune, avanzamentoId, ...q })) });
  await tx.avanzamentoCausa.createMany({ data: cause.map((c) => ({ ...comune, avanzamentoId, ...c })) });
}
