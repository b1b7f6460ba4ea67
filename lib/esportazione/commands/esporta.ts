import { Readable } from 'node:stream';
import type { Attore } from '@/lib/auth/attore';
import { commandAs } from '@/lib/db/scope';
import type { Tabella } from '@/lib/dizionario/contratto';
import { VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { TABELLE } from '@/lib/dizionario/tabelle';
import { DomainError } from '@/lib/errors/domainError';
import { giornoDi } from '@/lib/format/data';
import { conImpronta, fileDeiDati, fileDiControllo, fileDiTabella, fileLeggimi } from '../archivio';
import { type Fotografia, fotografa } from '../letture';
import type { FileEsportato, FormatoEsportazione, Impronta, Provenienza } from '../schema';
import { flussoZip, type VoceZip } from '../zip';

export type Esportazione = { nome: string; tipo: string; flusso: Readable };

type Chiesta = { data: string; formati: readonly FormatoEsportazione[] };

/**
 * Tutte le tabelle nei formati chiesti, in un archivio scritto mentre si legge. È un atto: resta nel registro chi, che data, quali formati.
 * Chi smette di scaricare ferma la lettura e libera la connessione. @param indirizzo della pagina, per la citazione
 * @throws DomainError ricerca.ruoloMancante, esportazione.troppe, accesso.contestoNonValido
 */
export async function esportaArchivio(attore: Attore, { data, formati }: Chiesta, indirizzo: string): Promise<Esportazione> {
  const foto = await apriAnnotando(attore, { data, formati: [...formati], tabelle: TABELLE.length });
  return chiudendo(foto, async () => {
    const provenienza: Provenienza = { regione: attore.regioneNome, data, estratto: giornoDi(attore.adesso), istantanea: null, indirizzo };
    const file = [
      fileLeggimi(TABELLE, provenienza),
      ...fileDeiDati({ tabelle: TABELLE, formati, vocabolari: await foto.vocabolari(), sorgente: foto.sorgente, data }),
    ];
    const { flusso } = flussoZip(vociControllate(file, foto), { giorno: data, comprimi: true });
    return { nome: `cantiere-dati-${data}.zip`, tipo: 'application/zip', flusso };
  });
}

/** Le voci dell'archivio; le ultime due dicono che cosa c'è in tutte le altre. */
function vociControllate(file: readonly FileEsportato[], foto: Fotografia): VoceZip[] {
  const impronte: Impronta[] = [];
  const controllo = (n: number) =>
    async function* () {
      const uno = fileDiControllo(impronte)[n];
      if (uno) yield* uno.contenuto();
    };
  return [
    ...file.map((uno) => ({
      nome: uno.nome,
      contenuto: () =>
        conImpronta(
          uno,
          () => foto.contate(uno.tabella),
          (i) => impronte.push(i),
        ),
    })),
    ...fileDiControllo([]).map(({ nome }, n) => ({ nome, contenuto: controllo(n) })),
  ];
}

/**
 * Una tabella sola, senza archivio: la strada più corta dal database a chi scarica.
 * @throws DomainError ricerca.tabellaNonTrovata, e come esportaArchivio
 */
export async function esportaTabellaIntera(
  attore: Attore,
  { data, tabella: nome, formato }: { data: string; tabella: string; formato: 'csv' | 'csv-r' },
): Promise<Esportazione> {
  const tabella = tabellaDi(nome);
  const foto = await apriAnnotando(attore, { data, formati: [formato], tabella: nome });
  return chiudendo(foto, async () => {
    const { contenuto } = fileDiTabella(tabella, formato, foto.sorgente);
    const file = `cantiere-${nome.replaceAll('_', '-')}-${data}${formato === 'csv-r' ? '-r' : ''}.csv`;
    return {
      nome: file,
      tipo: 'text/csv; charset=utf-8',
      flusso: Readable.from(contenuto(), { objectMode: false, highWaterMark: 256 * 1024 }),
    };
  });
}

function tabellaDi(nome: string): Tabella {
  const tabella = TABELLE.find((t) => t.nome === nome);
  if (!tabella) throw new DomainError('ricerca.tabellaNonTrovata', 'Questa tabella non è nel dizionario dei dati.');
  return tabella;
}

/** La fotografia si chiude quando il flusso finisce, comunque finisca: letto tutto, interrotto, fallito. */
async function chiudendo(foto: Fotografia, prepara: () => Promise<Esportazione>): Promise<Esportazione> {
  try {
    const esportazione = await prepara();
    esportazione.flusso.once('close', () => void foto.chiudi());
    return esportazione;
  } catch (errore) {
    await foto.chiudi();
    throw errore;
  }
}

type Annotato = { data: string } & Record<string, string | string[] | number>;

/**
 * Apre la fotografia e scrive l'evento insieme, perché il primo byte parta presto: l'evento si conferma soltanto quando la fotografia è aperta, e se non si
 * conferma la fotografia si chiude.
 */
async function apriAnnotando(attore: Attore, dopo: Annotato): Promise<Fotografia> {
  const aprendo = fotografa(attore, dopo.data);
  aprendo.catch(() => undefined); // chi la aspetta è più sotto: intanto un rifiuto non è senza padrone
  try {
    return await commandAs(attore, async () => ({
      result: await aprendo,
      evento: {
        ...{ atto: 'ricerca.datiEsportati', oggetto: 'regione', oggettoId: attore.regioneId },
        dopo: { ...dopo, dizionario: VERSIONE_DIZIONARIO },
      },
    }));
  } catch (errore) {
    await aprendo.then(
      (foto) => foto.chiudi(),
      () => undefined, // non si è aperta: è l'errore che si sta lanciando
    );
    throw errore;
  }
}
