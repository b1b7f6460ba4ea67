import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import type { DatiConvenzione } from '../schema';

/**
 * Il capofila di un progetto approvato salva i dati per la convenzione, anche a pezzi. `rev` è la revisione che aveva davanti.
 * @throws DomainError convenzione.soloCapofila, convenzione.chiusa (il progetto non è da avviare), convenzione.cambiata
 */
export const salvaConvenzione = (attore: Attore, dati: DatiConvenzione): Promise<{ rev: number }> =>
  commandAs(attore, async (tx) => {
    const { chi, stato } = await trovaPratica(tx, attore, dati.progettoId);
    if (!chi.capofila) throw new DomainError('convenzione.soloCapofila', 'I dati per la convenzione li scrive l’ente capofila.');
    if (stato !== 'APPROVATO')
      throw new DomainError(
        'convenzione.chiusa',
        stato === 'RIMODULAZIONE_INIZIALE'
          ? 'I dati per la convenzione si scrivono quando la rimodulazione iniziale è approvata.'
          : 'I dati per la convenzione si scrivono tra l’approvazione e l’avvio. Dopo l’avvio si chiede una modifica.',
      );
    const scritte = await scrivi(tx, attore, dati);
    if (scritte === 0)
      throw new DomainError(
        'convenzione.cambiata',
        'Un’altra persona del tuo ente ha cambiato questi dati mentre scrivevi. Ricarica la pagina e ripeti la modifica.',
      );
    const { progettoId, rev } = dati;
    return {
      result: { rev: rev + 1 },
      evento: {
        atto: 'convenzione.salvata',
        oggetto: 'progetto',
        oggettoId: progettoId,
        progettoId,
        dopo: { rev: rev + 1 },
        riservato: true,
      },
    };
  });

/** La prima volta si inserisce, poi si aggiorna solo la revisione letta. */
function scrivi(
  tx: Tx,
  { regioneId }: Attore,
  { progettoId, rev, cup, iban, intestatario, referente, email, telefono, sede }: DatiConvenzione,
) {
  if (rev === 0)
    return tx.$executeRaw`insert into convenzione (progetto_id, regione_id, cup, iban, intestatario, referente, email, telefono, sede, rev)
      values (${progettoId}::uuid, ${regioneId}::uuid, ${cup}, ${iban}, ${intestatario}, ${referente}, ${email}, ${telefono}, ${sede}, 1)
      on conflict (progetto_id) do nothing`;
  return tx.$executeRaw`update convenzione set cup = ${cup}, iban = ${iban}, intestatario = ${intestatario}, referente = ${referente}, email = ${email},
    telefono = ${telefono}, sede = ${sede}, rev = rev + 1 where progetto_id = ${progettoId}::uuid and rev = ${rev}`;
}
