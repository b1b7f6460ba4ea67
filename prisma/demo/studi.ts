import type { Attore } from '@/lib/auth/attore';
import { apriTornata } from '@/lib/classificazione/commands/apriTornata';
import { chiudiFoglio } from '@/lib/classificazione/commands/chiudiFoglio';
import { codificaProgetto } from '@/lib/classificazione/commands/codificaProgetto';
import { adottaSchema } from '@/lib/classificazione/commands/creaSchema';
import { confermaConcordi, decidiClassificazione } from '@/lib/classificazione/commands/decidiClassificazione';
import { prendiFoglio } from '@/lib/classificazione/commands/prendiFoglio';
import type { CodiceModello } from '@/lib/classificazione/modelli';
import { leggiSchemi } from '@/lib/classificazione/queries';
import { queryAs } from '@/lib/db/scope';
import { congela } from '@/lib/istantanee/commands/congela';
import { apriOndata, chiudiOndata } from '@/lib/rete/commands/apriOndata';
import { scriviLegame } from '@/lib/rete/commands/scriviLegame';
import { leggiRete, leggiReti } from '@/lib/rete/queries';
import { letturaTabelle } from '@/lib/ricerca/letture';
import { routes } from '@/lib/routes';
import type { Mondo } from './mondo';
import { CHIARA, FABIO, LAURA, MARTA, TOMMASO } from './persone';
import type { Palco, Scena } from './scena';

/**
 * Gli studi della dimostrazione: la classificazione del rapporto rifatta in due, quella del FSE+ a metà, la rete di tre progetti e un'istantanea. Sono
 * inventati i disaccordi e i legami; ciò che si decide è la classificazione pubblicata, e le tabelle restano quelle del rapporto.
 */

/** Il giorno da cui vale la classificazione pubblicata. */
const DATA_PUBBLICATA = '2020-07-01';
const DATA_CONGELATA = '2020-06-30';

/** Dove un codificatore ha risposto diversamente dal rapporto, e perché si è deciso così; senza motivo, è ancora da decidere. */
const DISCORDI: { progetto: string; chi: 'CHIARA' | 'TOMMASO'; voce: string; motivo?: string }[] = [
  {
    ...{ progetto: 'P05', chi: 'TOMMASO', voce: 'tavoli_reti_stakeholder' },
    motivo: 'Gli incontri con i sindaci servono a rendere uguali i servizi dei comuni: non sono un tavolo a sé.',
  },
  {
    ...{ progetto: 'P08', chi: 'TOMMASO', voce: 'inserimento_socio_lavorativo' },
    motivo: 'Gli sportelli accompagnano anche al lavoro: la scheda delle azioni lo dice.',
  },
  {
    ...{ progetto: 'P12', chi: 'TOMMASO', voce: 'anziani_non_autosufficienti' },
    motivo: 'Le persone anziane sono i destinatari, ma nessuna azione riguarda la non autosufficienza.',
  },
  { progetto: 'P17', chi: 'CHIARA', voce: 'informazione' },
  { progetto: 'P20', chi: 'TOMMASO', voce: 'tavoli_reti_stakeholder' },
];

/** Le voci del FSE+ che le categorie del rapporto fanno pensare. */
const FSE_PLUS: Record<string, string> = {
  inserimento_socio_lavorativo: 'H',
  minori_famiglie: 'L',
  anziani_non_autosufficienti: 'K',
  emergenza_abitativa: 'L',
  auto_mutuo_aiuto: 'L',
  informazione: 'K',
};
const FSE_PLUS_CODIFICATI = 8;

type Classificato = { id: string; codice: string; voci: string[] };

/** I progetti con la classificazione pubblicata. */
async function pubblicati(attore: Attore, mondo: Mondo): Promise<Classificato[]> {
  const { progetti } = await queryAs(attore, (tx) => letturaTabelle(tx, { data: DATA_PUBBLICATA, bando: null }));
  return progetti.map(({ codice, classificazione }) => {
    const voci = Object.entries(classificazione).flatMap(([voce, presente]) => (presente ? [voce] : []));
    return { id: mondo.progetto(codice).id, codice, voci };
  });
}

async function tornataDi(attore: Attore, codice: CodiceModello): Promise<string> {
  const id = (await leggiSchemi(attore)).schemi.find((schema) => schema.codice === codice)?.tornate[0]?.id;
  if (!id) throw new Error(`Nella dimostrazione non c’è una tornata dello schema ${codice}.`);
  return id;
}

async function apriCon(attore: Attore, modello: CodiceModello): Promise<string> {
  const { schemaId } = await adottaSchema(attore, { modello });
  const { tornataId } = await apriTornata(attore, { schemaId, bandoId: await bandoDi(attore) });
  await prendiFoglio(attore, { tornataId });
  return tornataId;
}

async function bandoDi(attore: Attore): Promise<string> {
  const [bando] = (await leggiSchemi(attore)).bandi;
  if (!bando) throw new Error('Nella dimostrazione nessun bando ha progetti approvati.');
  return bando.id;
}

/** Riempie un foglio: la voce discorde c'è se nel rapporto manca, e viceversa. Insieme: il primo avvio dura meno. */
async function codifica(attore: Attore, { mondo }: Palco, chi: 'CHIARA' | 'TOMMASO'): Promise<void> {
  const tornataId = await tornataDi(attore, 'RAPPORTO');
  const discorde = (codice: string) => DISCORDI.find((d) => d.progetto === codice && d.chi === chi)?.voce;
  await Promise.all(
    (await pubblicati(attore, mondo)).map(({ id, codice, voci }) => {
      const voce = discorde(codice);
      const scelte = voce === undefined ? voci : voci.includes(voce) ? voci.filter((una) => una !== voce) : [...voci, voce];
      return codificaProgetto(attore, { tornataId, progettoId: id, voci: scelte, nota: null });
    }),
  );
  await chiudiFoglio(attore, { tornataId });
}

async function decidi(attore: Attore, { mondo }: Palco): Promise<void> {
  const tornataId = await tornataDi(attore, 'RAPPORTO');
  await confermaConcordi(attore, { tornataId });
  for (const { id, codice, voci } of await pubblicati(attore, mondo)) {
    const motivo = DISCORDI.find(({ progetto }) => progetto === codice)?.motivo;
    if (motivo) await decidiClassificazione(attore, { tornataId, progettoId: id, voci, motivo, vista: '' });
  }
}

async function cominciaFsePlus(attore: Attore, { mondo }: Palco): Promise<void> {
  const tornataId = await apriCon(attore, 'FSE_PLUS');
  await Promise.all(
    (await pubblicati(attore, mondo)).slice(0, FSE_PLUS_CODIFICATI).map(({ id, voci }) => {
      const scelte = [...new Set(voci.flatMap((voce) => FSE_PLUS[voce] ?? []))];
      return codificaProgetto(attore, { tornataId, progettoId: id, voci: scelte, nota: null });
    }),
  );
}

const CLASSIFICAZIONE: Scena[] = [
  { quando: '2020-07-01T09:30:00+02:00', chi: CHIARA, fai: async (attore) => void (await apriCon(attore, 'RAPPORTO')) },
  {
    ...{ quando: '2020-07-01T14:00:00+02:00', chi: TOMMASO },
    fai: async (attore) => prendiFoglio(attore, { tornataId: await tornataDi(attore, 'RAPPORTO') }),
  },
  { quando: '2020-07-02T16:40:00+02:00', chi: CHIARA, fai: (attore, palco) => codifica(attore, palco, 'CHIARA') },
  { quando: '2020-07-03T11:15:00+02:00', chi: TOMMASO, fai: (attore, palco) => codifica(attore, palco, 'TOMMASO') },
  { quando: '2020-07-06T10:00:00+02:00', chi: CHIARA, fai: decidi },
  { quando: '2020-07-07T15:20:00+02:00', chi: CHIARA, fai: cominciaFsePlus },
];

/** Da chi a chi, quanto è forte; in ordine di codice dell'ente. Un legame che c'era nella prima ondata c'era prima del progetto. */
type Legame = readonly [da: string, a: string, intensita: number];
const PRIMA: Record<string, Legame[]> = {
  P01: [
    ['EG01', 'EG03', 1],
    ['EG01', 'EG04', 2],
    ['EG04', 'EG01', 2],
    ['EG01', 'EG02', 1],
    ['EG05', 'EG06', 2],
    ['EG07', 'EG08', 1],
    ['EG09', 'EG10', 0],
  ],
  P21: [
    ['EG43', 'EG44', 2],
    ['EG44', 'EG43', 1],
  ],
  P22: [
    ['EG46', 'EG47', 1],
    ['EG48', 'EG49', 2],
  ],
};
const DOPO: Record<string, Legame[]> = {
  P01: [
    ['EG01', 'EG02', 3],
    ['EG01', 'EG03', 3],
    ['EG03', 'EG01', 3],
    ['EG01', 'EG04', 4],
    ['EG04', 'EG01', 4],
    ['EG01', 'EG05', 2],
    ['EG01', 'EG07', 4],
    ['EG07', 'EG01', 3],
    ['EG01', 'EG09', 2],
    ['EG03', 'EG04', 2],
    ['EG05', 'EG06', 3],
    ['EG07', 'EG08', 2],
    ['EG08', 'EG09', 1],
    ['EG09', 'EG10', 1],
  ],
  P22: [
    ['EG46', 'EG47', 3],
    ['EG46', 'EG48', 2],
    ['EG46', 'EG49', 2],
    ['EG47', 'EG46', 3],
    ['EG48', 'EG49', 3],
  ],
};

/** Il capofila dichiara i legami nell'ultima ondata. */
const dichiara =
  (progetto: string, legami: readonly Legame[] = []) =>
  async (attore: Attore, { mondo }: Palco): Promise<void> => {
    const progettoId = mondo.progetto(progetto).id;
    const ondata = (await leggiRete(attore, progettoId))?.ondate.at(-1);
    if (!ondata) throw new Error('Nella dimostrazione non c’è un’ondata della rete.');
    const cera = (da: string, a: string) => PRIMA[progetto]?.some(([x, y, forza]) => x === da && y === a && forza > 0) ?? false;
    await Promise.all(
      legami.map(([da, a, intensita]) =>
        scriviLegame(attore, {
          ...{ progettoId, ondataId: ondata.id, intensita, prima: cera(da, a) },
          ...{ da: mondo.organizzazione(da), a: mondo.organizzazione(a) },
        }),
      ),
    );
  };

const apri =
  (mese: string) =>
  async (attore: Attore): Promise<void> =>
    void (await apriOndata(attore, { bandoId: await bandoDi(attore), mese }));

async function chiudi(attore: Attore): Promise<void> {
  const scelta = (await leggiReti(attore, null))?.scelta;
  if (scelta) await chiudiOndata(attore, { ondataId: scelta.id });
}

const RETE: Scena[] = [
  { quando: '2020-06-15T11:00:00+02:00', chi: CHIARA, fai: apri('2019-04-01') },
  { quando: '2020-06-17T10:10:00+02:00', chi: MARTA, fai: dichiara('P01', PRIMA.P01) },
  { quando: '2020-06-18T12:30:00+02:00', chi: FABIO, fai: dichiara('P22', PRIMA.P22) },
  { quando: '2020-06-19T09:05:00+02:00', chi: LAURA, fai: dichiara('P21', PRIMA.P21) },
  { quando: '2020-06-30T17:00:00+02:00', chi: CHIARA, fai: chiudi },
  { quando: '2020-07-01T09:00:00+02:00', chi: CHIARA, fai: apri('2020-06-01') },
  { quando: '2020-07-03T11:40:00+02:00', chi: MARTA, fai: dichiara('P01', DOPO.P01) },
  { quando: '2020-07-06T15:00:00+02:00', chi: FABIO, fai: dichiara('P22', DOPO.P22) },
];

const ISTANTANEA: Scena = {
  ...{ quando: '2020-07-08T18:00:00+02:00', chi: CHIARA },
  fai: async (attore) => {
    // il server non c'è ancora: l'indirizzo da citare è quello che npm start dà di suo
    await congela(attore, { data: DATA_CONGELATA }, (numero) => `http://localhost:3000${routes.istantanea(numero)}`);
  },
};

export const STUDI: Scena[] = [...CLASSIFICAZIONE, ...RETE, ISTANTANEA];
