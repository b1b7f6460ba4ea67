import { createHash } from 'node:crypto';
import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { euro } from '@/lib/format/euro';
import { jsonCanonico } from '../canonico';
import { incoerenze } from '../coerenza';
import type { Configurazione } from '../configurazione';
import { esigiAmministratore } from '../ruolo';
import { NOME_PASSO } from '../stato';
import { istanteDiRoma } from '../termini';
import { bloccaBando, leggiBozza } from './_bozza';

type Pubblicata = { versioneId: string; numero: number };

/**
 * Congela la bozza in una versione nuova, che da ora vale per chi apre una domanda; quelle già presentate tengono la loro.
 * @throws DomainError bando.incoerente, bando.nienteDaPubblicare, bando.passoTolto, bando.sottoIlConcesso, bando.bozzaCambiata
 */
export async function pubblicaBando(
  attore: Attore,
  { bandoId, rev, nota }: { bandoId: string; rev: number; nota?: string },
): Promise<Pubblicata> {
  esigiAmministratore(attore.ruolo, 'pubblicare un bando');
  return commandAs(attore, async (tx) => {
    await bloccaBando(tx, bandoId);
    const configurazione = await leggiBozza(tx, bandoId, rev);
    esigiCoerenza(configurazione);
    const sha256 = createHash('sha256').update(jsonCanonico(configurazione)).digest('hex');
    const numero = await numeroNuovo(tx, bandoId, sha256);
    await esigiPassiTenuti(tx, bandoId, configurazione);
    await esigiCapienza(tx, bandoId, configurazione);
    const versioneId = await congela(tx, attore, { bandoId, numero, configurazione, sha256, nota: nota || null });
    return {
      result: { versioneId, numero },
      evento: { atto: 'bando.pubblicato', oggetto: 'bando', oggettoId: bandoId, dopo: { numero, sha256 } },
    };
  });
}

function esigiCoerenza(configurazione: Configurazione): void {
  const [prima, ...altre] = incoerenze(configurazione);
  if (!prima) return;
  const resto = altre.length === 1 ? ' C’è un’altra cosa da correggere.' : ` Ci sono altre ${altre.length} cose da correggere.`;
  throw new DomainError('bando.incoerente', `${prima.testo}${altre.length === 0 ? '' : `${resto} Sono elencate in «Pubblicazione».`}`);
}

async function numeroNuovo(tx: Tx, bandoId: string, sha256: string): Promise<number> {
  const ultima = await tx.bandoVersione.findFirst({
    where: { bandoId },
    orderBy: { numero: 'desc' },
    select: { numero: true, sha256: true },
  });
  if (ultima?.sha256 === sha256)
    throw new DomainError('bando.nienteDaPubblicare', `La bozza è uguale alla versione ${ultima.numero}, già pubblicata.`);
  return (ultima?.numero ?? 0) + 1;
}

/** Un passo pubblicato si sposta o si chiude, non si toglie: qualcuno può averci contato. */
async function esigiPassiTenuti(tx: Tx, bandoId: string, { passi }: Configurazione): Promise<void> {
  const pubblicati = await tx.passoBando.findMany({ where: { bandoId }, select: { fase: true } });
  const tolto = pubblicati.find(({ fase }) => !passi.some((p) => p.fase === fase));
  if (tolto)
    throw new DomainError(
      'bando.passoTolto',
      `Il passo «${NOME_PASSO[tolto.fase as keyof typeof NOME_PASSO]}» è già pubblicato: puoi spostarne le date, non toglierlo.`,
    );
}

/** La dotazione non scende sotto ciò che è già concesso. La riga del bando è bloccata: una decisione nello stesso istante aspetta. */
async function esigiCapienza(tx: Tx, bandoId: string, { dotazioneCents }: Configurazione): Promise<void> {
  const [{ concesso } = { concesso: 0n }] = await tx.$queryRaw<{ concesso: bigint }[]>`
    select coalesce(sum(importo_assegnato_cents), 0)::bigint as concesso from progetto
    where bando_id = ${bandoId}::uuid and stato not in ('NON_APPROVATO', 'RITIRATO', 'REVOCATO', 'INAMMISSIBILE')`;
  if (BigInt(dotazioneCents) < concesso)
    throw new DomainError('bando.sottoIlConcesso', `La dotazione non può scendere sotto ${euro(concesso)}, già concessi ai progetti.`);
}

type DaCongelare = { bandoId: string; numero: number; configurazione: Configurazione; sha256: string; nota: string | null };

async function congela(tx: Tx, { regioneId }: Attore, { bandoId, numero, configurazione: c, sha256, nota }: DaCongelare): Promise<string> {
  const [versione] = await tx.$queryRaw<{ id: string }[]>`
    insert into bando_versione (regione_id, bando_id, numero, configurazione, sha256, nota)
    values (${regioneId}::uuid, ${bandoId}::uuid, ${numero}, ${JSON.stringify(c)}::jsonb, ${sha256}, ${nota}) returning id`;
  for (const { fase, apre, chiude } of c.passi)
    await tx.$executeRaw`insert into passo_bando (bando_id, fase, regione_id, apre, chiude)
      values (${bandoId}::uuid, ${fase}, ${regioneId}::uuid, ${istanteDiRoma(apre, 'apre')}, ${chiude && istanteDiRoma(chiude, 'chiude')})
      on conflict (bando_id, fase) do update set apre = excluded.apre, chiude = excluded.chiude`;
  await tx.$executeRaw`update bando set titolo = ${c.titolo}, tipo = ${c.tipo}::tipo_bando, atto = ${c.atto || null},
    dotazione_cents = ${BigInt(c.dotazioneCents)} where id = ${bandoId}::uuid`;
  if (!versione) throw new Error('La versione appena scritta non è tornata.');
  return versione.id;
}
