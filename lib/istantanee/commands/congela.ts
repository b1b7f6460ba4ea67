import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { TABELLE } from '@/lib/dizionario/tabelle';
import { DomainError, isDomainError } from '@/lib/errors/domainError';
import { conImpronta, fileDeiDati, fileDiControllo, fileLeggimi } from '@/lib/esportazione/archivio';
import { type Fotografia, fotografa } from '@/lib/esportazione/letture';
import { type FileEsportato, FormatoEsportazione, type Impronta } from '@/lib/esportazione/schema';
import { giornoDi } from '@/lib/format/data';
import { inPezzi, sha256 } from '../pezzi';
import { leggiNumeroDi } from '../queries';

/** Congelare scrive ogni byte di ogni file: con un milione di righe sono minuti. */
const ENTRO_MS = 20 * 60_000;
const GIA_CONGELATA = 'istantanea.giaCongelata';

type Fermo = Impronta & { pezzi: string[] };
type Chiesta = { data: string };

/**
 * Congela i dati alla data: ogni tabella in ogni formato, con i suoi byte. Se gli stessi dati sono già congelati vale quell'istantanea, anche quando due
 * persone la chiedono insieme: la seconda aspetta la prima. @param indirizzo dove si troverà, dal suo numero
 * @throws DomainError istantanea.dataFutura, e come fotografa
 */
export async function congela(
  attore: Attore,
  { data }: Chiesta,
  indirizzo: (numero: number) => string,
): Promise<{ numero: number; nuova: boolean }> {
  if (data > giornoDi(attore.adesso))
    throw new DomainError('istantanea.dataFutura', 'La data di riferimento non può essere dopo oggi.', 'data');
  let impronta = '';
  try {
    const numero = await commandAs(attore, (tx) => scrivi(tx, attore, data, indirizzo, (i) => (impronta = i)), ENTRO_MS);
    return { numero, nuova: true };
  } catch (errore) {
    const gia = isDomainError(errore) && errore.code === GIA_CONGELATA ? await leggiNumeroDi(attore, impronta) : null;
    if (gia === null) throw errore;
    return { numero: gia, nuova: false };
  }
}

async function scrivi(tx: Tx, attore: Attore, data: string, indirizzo: (numero: number) => string, chiamata: (impronta: string) => void) {
  // aspettare un'altra istantanea, o scrivere un file grande, dura più di quanto si concede a una pagina
  await tx.$executeRaw`select set_config('statement_timeout', '20min', true), set_config('idle_in_transaction_session_timeout', '5min', true)`;
  // una alla volta nella Regione: i numeri non si saltano, e chi arriva secondo trova l'istantanea del primo
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('istantanea'), hashtext(${attore.regioneId}))`;
  const foto = await fotografa(attore, data);
  try {
    const dati = fileDeiDati({
      tabelle: TABELLE,
      formati: FormatoEsportazione.options,
      vocabolari: await foto.vocabolari(),
      sorgente: foto.sorgente,
      data,
    });
    const fermi = await ferma(tx, attore, dati, foto);
    const impronta = sha256(Buffer.from([data, ...fermi.map(({ nome, sha256: s }) => `${s}  ${nome}`)].join('\n')));
    chiamata(impronta);
    const { id, numero } = await nuova(tx, attore, data, impronta);
    const provenienza = {
      regione: attore.regioneNome,
      data,
      estratto: giornoDi(attore.adesso),
      istantanea: numero,
      indirizzo: indirizzo(numero),
    };
    const [leggimi] = await ferma(tx, attore, [fileLeggimi(TABELLE, provenienza)], foto);
    const descritti = leggimi ? [leggimi, ...fermi] : fermi;
    const controllo = await ferma(tx, attore, fileDiControllo(descritti), foto);
    await registra(tx, attore, id, [...descritti, ...controllo]);
    const dopo = { numero, data, dizionario: VERSIONE_DIZIONARIO, impronta };
    return { result: numero, evento: { atto: 'ricerca.istantaneaCongelata', oggetto: 'istantanea', oggettoId: id, dopo } };
  } finally {
    await foto.chiudi();
  }
}

/** Scrive i file a pezzi, uno alla volta: la memoria è quella di un pezzo. Un pezzo che c'è già non si scrive di nuovo. */
async function ferma(tx: Tx, { regioneId }: Attore, file: readonly FileEsportato[], foto: Fotografia): Promise<Fermo[]> {
  const fermi: Fermo[] = [];
  for (const uno of file) {
    const pezzi: string[] = [];
    let impronta: Impronta | undefined;
    const byte = conImpronta(
      uno,
      () => foto.contate(uno.tabella),
      (i) => (impronta = i),
    );
    for await (const contenuto of inPezzi(byte)) {
      const nome = sha256(contenuto);
      pezzi.push(nome);
      await tx.$executeRaw`insert into istantanea_pezzo (regione_id, sha256, contenuto) values (${regioneId}::uuid, ${nome}, ${contenuto}) on conflict do nothing`;
    }
    if (impronta) fermi.push({ ...impronta, pezzi });
  }
  return fermi;
}

async function nuova(tx: Tx, { regioneId, utenteId }: Attore, data: string, impronta: string): Promise<{ id: string; numero: number }> {
  const righe = await tx.$queryRaw<{ id: string; numero: number }[]>`
    insert into istantanea (regione_id, id, numero, data_riferimento, dizionario, sha256, creata_da)
    select ${regioneId}::uuid, gen_random_uuid(), coalesce(max(numero), 0) + 1, ${data}::date, ${VERSIONE_DIZIONARIO}::int, ${impronta}, ${utenteId}::uuid from istantanea
    on conflict (regione_id, sha256) do nothing returning id::text, numero`;
  if (!righe[0]) throw new DomainError(GIA_CONGELATA, 'Questi dati sono già congelati in un’altra istantanea. Ricarica la pagina.');
  return righe[0];
}

async function registra(tx: Tx, { regioneId }: Attore, istantaneaId: string, file: readonly Fermo[]): Promise<void> {
  const righe = file.map((uno, n) => ({ ...uno, ordine: n + 1 }));
  await tx.$executeRaw`
    insert into istantanea_file (regione_id, istantanea_id, ordine, nome, tabella, righe, byte, sha256, pezzi)
    select ${regioneId}::uuid, ${istantaneaId}::uuid, f.ordine, f.nome, f.tabella, f.righe, f.byte, f.sha256, f.pezzi
    from jsonb_to_recordset(${JSON.stringify(righe)}::jsonb) as f (ordine int, nome text, tabella text, righe bigint, byte bigint, sha256 text, pezzi text[])`;
}
