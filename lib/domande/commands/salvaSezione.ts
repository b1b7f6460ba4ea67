import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { oraDi } from '@/lib/format/data';
import { giaScritti } from '../confronto';
import type { Errori } from '../modulo';
import type { SezioneDaSalvare } from '../schema';
import { validaValori } from '../valida';
import type { Valori } from '../valori';
import { leggiDaScrivere, type SezioneDaScrivere } from './_sezione';

export type SezioneSalvata =
  | { esito: 'salvata'; rev: number; salvataIl: Date; valori: Valori }
  /** Valori che non si possono scrivere così, campo per campo: non si è scritto nulla. */
  | { esito: 'errori'; errori: Errori }
  /** Un'altra persona ha salvato prima: il suo testo, da mettere accanto. Non si è scritto nulla. */
  | { esito: 'conflitto'; messaggio: string; rev: number; valori: Valori };

const MASSIMO_BYTE = 1_500_000;

/**
 * Salva i campi ricevuti di una sezione (anche incompleti); quelli non ricevuti restano com'erano. `rev` è la revisione da cui chi scrive è partito
 * (0 = nessuno aveva ancora salvato): se non è l'ultima non si scrive nulla e torna il testo dell'altro. Un salvataggio ripetuto, la cui risposta si
 * era persa, riesce senza scrivere di nuovo.
 * Rifiuti: domanda.nonTrovata, sezione.nonTrovata, sezione.altraFase, sezione.chiusa, sezione.campoSconosciuto, sezione.soloCapofila, sezione.troppoLunga.
 */
export async function salvaSezione(attore: Attore, input: SezioneDaSalvare): Promise<SezioneSalvata> {
  // una transazione che ritorna viene confermata: chi si ferma lancia, e qui resta che cosa rispondere
  let fermato: SezioneSalvata | undefined;
  const ferma = (esito: SezioneSalvata): DomainError => {
    fermato = esito;
    return new DomainError('sezione.nonSalvata', 'La sezione non è stata salvata.');
  };
  try {
    return await commandAs(attore, async (tx) => {
      const sezione = await leggiDaScrivere(tx, attore, input);
      const ricevuti = controlla(sezione, input);
      if (Object.keys(ricevuti.errori).length > 0) throw ferma({ esito: 'errori', errori: ricevuti.errori });
      const valori = { ...sezione.valori, ...ricevuti.valori };
      if (Buffer.byteLength(JSON.stringify(valori)) > MASSIMO_BYTE)
        throw new DomainError('sezione.troppoLunga', 'La sezione è troppo lunga per essere salvata: accorcia qualche testo.');
      if (sezione.rev !== input.rev || !(await scrivi(tx, attore, input, valori)))
        throw ferma(await superata(tx, attore, input, ricevuti.valori));
      const rev = input.rev + 1;
      if (sezione.ambiti) await scriviAmbiti(tx, attore, input.progettoId, valori[sezione.ambiti]);
      return {
        result: { esito: 'salvata', rev, salvataIl: attore.adesso, valori } as const,
        evento: {
          atto: 'sezione.salvata',
          oggetto: 'sezione_progetto',
          oggettoId: input.progettoId,
          progettoId: input.progettoId,
          dopo: { fase: input.fase, sezione: input.chiave, rev, campi: Object.keys(ricevuti.valori).length },
          riservato: true,
        },
      };
    });
  } catch (error) {
    if (fermato) return fermato;
    throw error;
  }
}

/** I valori ricevuti, verificati; un campo che la sezione non ha è un rifiuto: la pagina è di un'altra versione del bando. */
function controlla(sezione: SezioneDaScrivere, { valori }: SezioneDaSalvare) {
  const esito = validaValori(sezione.sezione, valori, { principi: sezione.principi });
  if (esito.sconosciuti.length > 0)
    throw new DomainError(
      'sezione.campoSconosciuto',
      'Il modulo del bando è cambiato: copia il testo che hai scritto e ricarica la pagina. Un campo non fa più parte di questa sezione.',
    );
  return esito;
}

/** Confronta e scambia sulla revisione; vero se la riga è stata scritta. Le policy rifiutano (42501) una sezione che intanto si è chiusa. */
async function scrivi(tx: Tx, attore: Attore, { progettoId, fase, chiave, rev }: SezioneDaSalvare, valori: Valori): Promise<boolean> {
  const json = JSON.stringify(valori);
  const scritte =
    rev === 0
      ? await tx.$executeRaw`insert into sezione_progetto (regione_id, progetto_id, fase, chiave, valori, rev, aggiornata_da)
          values (${attore.regioneId}::uuid, ${progettoId}::uuid, ${fase}, ${chiave}, ${json}::jsonb, 1, ${attore.utenteId}::uuid)
          on conflict (progetto_id, fase, chiave) do nothing`
      : await tx.$executeRaw`update sezione_progetto set valori = ${json}::jsonb, rev = rev + 1, aggiornata_il = app.adesso(), aggiornata_da = ${attore.utenteId}::uuid
          where progetto_id = ${progettoId}::uuid and fase = ${fase} and chiave = ${chiave} and rev = ${rev}`;
  return scritte === 1;
}

/** Che cosa rispondere a chi è partito da una revisione superata: il testo che c'è; se è lo stesso, il salvataggio era già riuscito. */
async function superata(tx: Tx, attore: Attore, input: SezioneDaSalvare, miei: Valori): Promise<SezioneSalvata> {
  const [altra] = await tx.$queryRaw<{ rev: number; valori: Valori; il: Date }[]>`
    select rev, valori, aggiornata_il as il from sezione_progetto
    where progetto_id = ${input.progettoId}::uuid and fase = ${input.fase} and chiave = ${input.chiave}`;
  if (altra && altra.rev >= input.rev && giaScritti(miei, altra.valori))
    return { esito: 'salvata', rev: altra.rev, salvataIl: attore.adesso, valori: altra.valori };
  if (altra?.rev === input.rev)
    throw new DomainError(
      'sezione.chiusa',
      'Questa sezione si è chiusa mentre scrivevi: il testo resta in questa pagina, ma non si può salvare.',
    );
  return {
    esito: 'conflitto',
    messaggio: `Un’altra persona ha salvato questa sezione${altra ? ` alle ${oraDi(altra.il)}` : ''}, mentre scrivevi. Il tuo testo è ancora qui: scegli campo per campo.`,
    rev: altra?.rev ?? 0,
    valori: altra?.valori ?? {},
  };
}

/** Gli ambiti scelti nel modulo sono quelli della domanda: si scrivono in un posto e valgono in tutti. */
async function scriviAmbiti(tx: Tx, attore: Attore, progettoId: string, valore: unknown): Promise<void> {
  const ambiti = Array.isArray(valore) ? valore.map(String) : [];
  await tx.$executeRaw`delete from progetto_ambito where progetto_id = ${progettoId}::uuid and ambito_id <> all (${ambiti}::uuid[])`;
  await tx.$executeRaw`insert into progetto_ambito (regione_id, progetto_id, ambito_id)
    select ${attore.regioneId}::uuid, ${progettoId}::uuid, a.id from ambito a where a.id = any (${ambiti}::uuid[]) on conflict do nothing`;
}
