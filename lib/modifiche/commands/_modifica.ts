import type { Attore } from '@/lib/auth/attore';
import type { NuovoEvento, Tx } from '@/lib/db/scope';
import type { ContenutoVersione } from '@/lib/domande/valori';
import { DomainError } from '@/lib/errors/domainError';
import { type Pratica, trovaPratica } from '@/lib/istruttoria/commands/_pratica';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { applica, type Operazione } from '../operazioni';
import { ostacoli } from '../ostacoli';
import {
  type ContornoModifica,
  componiModifica,
  contornoDi,
  type ModificaIntera,
  type ModificaLetta,
  modificaLetta,
  regoleDi,
} from '../queriesModifica';
import { rifiutoDecisione } from '../regola';
import { NOME_STATO, type StatoModifica } from '../schema';

/** Ciò che gli atti sulle modifiche condividono: funzioni che ricevono `tx`, mai un comando che ne chiama un altro. */

export type InAtto = { pratica: Pratica; modifica: ModificaIntera };
const NON_TROVATA = new DomainError('modifica.nonTrovata', 'Questa richiesta non esiste o non puoi vederla.');

async function leggi(tx: Tx, progettoId: string, richiestaId: string | null): Promise<ModificaLetta | undefined> {
  const [riga] = await tx.$queryRaw<{ dati: ModificaLetta }[]>(modificaLetta(progettoId, richiestaId));
  return riga?.dati;
}

/** Il progetto con la serratura presa e ciò che serve a modificarlo. @throws DomainError progetto.nonTrovato */
export async function trovaContorno(tx: Tx, attore: Attore, progettoId: string): Promise<{ pratica: Pratica; contorno: ContornoModifica }> {
  const pratica = await trovaPratica(tx, attore, progettoId);
  const letta = await leggi(tx, progettoId, null);
  const contorno = letta && contornoDi(letta);
  if (!contorno) throw NON_TROVATA;
  return { pratica, contorno };
}

/** Una richiesta con la serratura del progetto presa: chi decide insieme a un altro legge ciò che il primo ha lasciato. @throws DomainError modifica.nonTrovata */
export async function trovaModifica(tx: Tx, attore: Attore, progettoId: string, richiestaId: string): Promise<InAtto> {
  const pratica = await trovaPratica(tx, attore, progettoId);
  const letta = await leggi(tx, progettoId, richiestaId);
  const modifica = letta && componiModifica(letta);
  if (!modifica) throw NON_TROVATA;
  return { pratica, modifica };
}

/** @throws DomainError progetto.ruoloMancante se non è del capofila (o, dove serve, il suo referente) */
export function esigiCapofila({ chi }: Pratica, soloReferente: boolean): void {
  const ruoli = soloReferente ? ['REFERENTE'] : ['REFERENTE', 'OPERATORE'];
  if (chi.capofila && ruoli.includes(chi.ruolo)) return;
  const chiServe = soloReferente ? nomeRuolo('REFERENTE') : `${nomeRuolo('REFERENTE')} o di ${nomeRuolo('OPERATORE')}`;
  throw new DomainError('progetto.ruoloMancante', `Non puoi. Serve il ruolo di ${chiServe} dell’ente capofila.`);
}

const CHIUSO: Partial<Record<Pratica['stato'], string>> = {
  CONCLUSO: 'Il progetto è concluso: il piano non si modifica più.',
  REVOCATO: 'Il progetto è stato revocato: il piano non si modifica più.',
  RITIRATO: 'L’ente ha rinunciato al progetto: il piano non si modifica più.',
};

/** @throws DomainError modifica.progettoChiuso se il progetto non è in attuazione, modifica.rinuncia se una rinuncia aspetta la Regione */
export function esigiInAttuazione({ stato }: Pratica, { rinuncia }: Pick<ContornoModifica, 'rinuncia'>): void {
  if (stato !== 'AVVIATO' && stato !== 'SOSPESO')
    throw new DomainError('modifica.progettoChiuso', CHIUSO[stato] ?? 'Il progetto non è ancora avviato: non c’è un piano da modificare.');
  if (rinuncia)
    throw new DomainError(
      'modifica.rinuncia',
      'L’ente ha chiesto di rinunciare al progetto: finché la Regione non decide, il piano non si modifica.',
    );
}

/** @throws DomainError modifica.altroStato, con lo stato in cui è davvero */
export function esigiStato({ richiesta }: ModificaIntera, ...attesi: StatoModifica[]): void {
  if (!attesi.includes(richiesta.stato))
    throw new DomainError(
      'modifica.altroStato',
      richiesta.stato === 'PRESENTATA' && attesi.includes('IN_ISTRUTTORIA')
        ? 'Prima di decidere prendi in carico la richiesta.'
        : `Non si può: la richiesta è «${NOME_STATO[richiesta.stato].toLowerCase()}». Ricarica la pagina.`,
    );
}

/** @throws DomainError modifica.ruoloMancante, che dice quale ruolo serve */
export function esigiCompetente(attore: Attore, { richiesta }: ModificaIntera): void {
  const rifiuto =
    attore.lettore === 'app_regione'
      ? rifiutoDecisione(attore.ruolo, richiesta.competente)
      : rifiutoDecisione('REFERENTE', richiesta.competente);
  if (rifiuto) throw new DomainError('modifica.ruoloMancante', rifiuto);
}

/** Il piano che verrebbe da quelle operazioni. @throws DomainError modifica.pianoCambiato, modifica.incompleta se non reggerebbe */
export function pianoNuovo(modifica: ModificaIntera, operazioni: readonly Operazione[]): ContenutoVersione {
  const nuovo = applica(modifica.inVigore, operazioni);
  const [primo, ...altri] = ostacoli(modifica.inVigore, nuovo, regoleDi(modifica));
  if (primo)
    throw new DomainError('modifica.incompleta', `${primo}${altri.length > 0 ? ` E altre ${altri.length} cose da correggere.` : ''}`);
  return nuovo;
}

/** Confronta e scambia sullo stato letto. @throws DomainError modifica.cambiata */
export async function cambiaModifica(
  tx: Tx,
  { richiesta }: ModificaIntera,
  data: NonNullable<Parameters<Tx['richiestaModifica']['updateMany']>[0]>['data'],
): Promise<void> {
  const { count } = await tx.richiestaModifica.updateMany({
    where: { id: richiesta.id, stato: richiesta.stato, rev: richiesta.rev },
    data,
  });
  if (count === 0) throw new DomainError('modifica.cambiata', 'Un’altra persona ha appena cambiato questa richiesta. Ricarica la pagina.');
}

/** L'evento di un atto su una richiesta: ambito, stati e cifre, mai i testi. */
export const eventoModifica = (
  atto: string,
  { richiesta, id }: ModificaIntera,
  a: StatoModifica,
  altro: Record<string, string | number> = {},
): NuovoEvento => ({
  atto,
  oggetto: 'richiesta_modifica',
  oggettoId: richiesta.id,
  progettoId: id,
  prima: { stato: richiesta.stato },
  dopo: { stato: a, numero: richiesta.numero, dominio: richiesta.dominio, ...altro },
});
