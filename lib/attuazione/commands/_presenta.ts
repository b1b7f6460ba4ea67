import type { Attore } from '@/lib/auth/attore';
import type { Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { elenco } from '@/lib/format/elenco';
import { compi } from '../rules';
import { esigiAzioniComplete } from './_completezza';
import { congelaVersione } from './_congela';
import { cambiaStato, eventoDiStato, type trovaRapporto } from './_parti';

type Rapporto = Awaited<ReturnType<typeof trovaRapporto>>;

/** La relazione va alla Regione: parti incluse, versione congelata, stato cambiato. Restituisce l'evento. La serratura la prende chi chiama. */
export async function presenta(tx: Tx, attore: Attore, rapporto: Rapporto) {
  const a = compi('presenta', rapporto.stato, rapporto.chi);
  await esigiAzioniComplete(tx, rapporto);
  await esigiPartiConsegnate(tx, attore, rapporto.id);
  await esigiRispostaAiRilievi(tx, rapporto);
  const versione = await congelaVersione(tx, attore, rapporto);
  // la propria parte si consegna da sé: chi invia la relazione la conferma
  await tx.rapportoEnte.updateMany({
    where: { rapportoId: rapporto.id, organizzazioneId: attore.organizzazioneId, stato: { in: ['APERTO', 'RINVIATO'] } },
    data: { stato: 'CONSEGNATO' },
  });
  await tx.rapportoEnte.updateMany({ where: { rapportoId: rapporto.id, stato: 'CONSEGNATO' }, data: { stato: 'INCLUSO' } });
  await cambiaStato(tx, rapporto, a);
  return eventoDiStato('rapporto.presentato', rapporto, a, { versione: versione.numero, sha256: versione.sha256 });
}

async function esigiPartiConsegnate(tx: Tx, attore: Attore, rapportoId: string): Promise<void> {
  const mancanti = await tx.rapportoEnte.findMany({
    where: { rapportoId, stato: { in: ['APERTO', 'RINVIATO'] }, organizzazioneId: { not: attore.organizzazioneId } },
    select: { partecipazione: { select: { organizzazione: { select: { denominazione: true } } } } },
  });
  if (mancanti.length === 0) return;
  const nomi = mancanti.map(({ partecipazione: { organizzazione: o } }) => o.denominazione.split(' – ')[0]).join(', ');
  throw new DomainError('rapporto.partiMancanti', `Mancano le parti di: ${nomi}. Aspetta la consegna o completale tu.`);
}

/** Ai rilievi sulle relazioni precedenti si risponde prima di inviare la nuova. */
async function esigiRispostaAiRilievi(tx: Tx, { id, progettoId }: Rapporto): Promise<void> {
  const aperti = await tx.$queryRaw<{ titolo: string | null }[]>`
    select z.titolo from rilievo r join rapporto_progetto rr on rr.id = r.rapporto_id join periodo p on p.id = rr.periodo_id
    join rapporto_progetto ora on ora.id = ${id}::uuid join periodo q on q.id = ora.periodo_id left join azione z on z.id = r.azione_id
    where r.progetto_id = ${progettoId}::uuid and r.rapporto_id <> ora.id and r.stato = 'APERTO' and (p.al, p.numero) < (q.al, q.numero) order by z.ordine`;
  if (aperti.length === 0) return;
  const dove = elenco([...new Set(aperti.map(({ titolo }) => (titolo ? `«${titolo}»` : 'l’intera relazione')))]);
  throw new DomainError('rapporto.rilieviAperti', `Prima di inviare rispondi ai rilievi della Regione su ${dove}.`);
}
