import { expect, test } from 'vitest';
import { CODICI } from '@/lib/indicatori/codici';
import { registraEsitoQuattroSettimane, registraEsitoSeiMesi } from '@/lib/persone/commands/registraEsiti';
import { registraRientro } from '@/lib/persone/commands/registraRientro';
import { registraUscita } from '@/lib/persone/commands/registraUscita';
import { EsitoQuattroSettimane, EsitoSeiMesi, RientroScritto, UscitaScritta } from '@/lib/persone/schema';
import { contaIndicatori } from '@/tests/support/contaIndicatori';
import { type Mondo, registra, unMondo } from '../persone/_mondo';

/**
 * Dodici persone registrate come farebbe un ente, contate a mano codice per codice (domain 0.1, 2.2, 2.3), confrontate con ciò che il database trasmetterebbe:
 * tutto il progetto, i soli record completi, un’azione, un periodo.
 */

type Campi = Record<string, string>;
type Storia = {
  chi: Campi;
  /** La seconda azione invece della prima. */
  altra?: boolean;
  uscita?: string;
  quattro?: Campi;
  sei?: Campi;
  rientro?: string;
};

const PRIMA = { ingresso: '01/10/2019', informativaIl: '01/10/2019' };
const INATTIVO = { condizione: 'INATTIVO_ALTRO', mesiDisoccupazione: '' };
/** Dove non è detto altro: donna nata il 29/02/1984, entrata il 15/01/2020, cittadina italiana, diplomata, disoccupata da 14 mesi. */
const COORTE: Record<string, Storia> = {
  Ada: { chi: { dataNascita: '15/01/1995', mesiDisoccupazione: '7' } }, // compie 25 anni il giorno dell'ingresso
  Bea: { chi: { dataNascita: '16/01/1995', mesiDisoccupazione: '7', titoloStudio: 'NESSUNO' } }, // ne ha ancora 24; ISCED 0
  Carlo: {
    chi: { sesso: 'M', dataNascita: '15/01/1965', ...INATTIVO, titoloStudio: 'LICENZA_MEDIA', cittadinanza: 'MA' }, // compie 55 anni
    uscita: '31/03/2020',
    quattro: { data: '28/04/2020', cercaLavoro: 'SI' },
  },
  Dino: { chi: { sesso: 'M', dataNascita: '16/01/1965', ...INATTIVO, titoloStudio: 'LICENZA_MEDIA' } }, // ne ha ancora 54
  Elsa: {
    chi: { dataNascita: '01/01/2003', condizione: 'INATTIVO_ISTRUZIONE', mesiDisoccupazione: '', titoloStudio: 'LICENZA_MEDIA' },
    uscita: '31/03/2020',
    quattro: { data: '28/04/2020', istruzione: 'SI', qualifica: 'SI' }, // studiava già
  },
  Fede: {
    chi: {
      ...{ sesso: 'X', ...PRIMA, condizione: 'OCCUPATO_DIPENDENTE', mesiDisoccupazione: '', titoloStudio: 'LAUREA_TRIENNALE' },
      ...{ disabilita: 'SI', minoranza: 'SI' },
    },
    altra: true,
    uscita: '01/12/2019',
    sei: { data: '01/06/2020', migliorato: 'SI' },
  },
  Gino: {
    chi: {
      ...{
        sesso: 'M',
        ...PRIMA,
        dataNascita: '01/01/1960',
        mesiDisoccupazione: '13',
        altroSvantaggio: 'SI',
        senzaDimora: 'si',
        rurale: 'SI',
      },
    },
    altra: true,
    uscita: '01/12/2019',
    sei: { data: '01/06/2020', lavoro: 'SI' },
  },
  // non si sa la condizione: il record è incompleto, e nessun risultato ha la sua popolazione
  Ida: {
    chi: { condizione: '', mesiDisoccupazione: '', titoloStudio: 'IFTS', origineStraniera: 'SI' },
    uscita: '31/03/2020',
    quattro: { data: '20/04/2020', lavoro: 'SI', istruzione: 'SI' },
  },
  Lia: { chi: {}, uscita: '31/01/2020', quattro: { data: '10/02/2020', lavoro: 'SI' }, rientro: '01/03/2020' }, // rientrata: conta una volta, l'esito non più
  Max: { chi: { sesso: 'M', titoloStudio: '', condizione: 'OCCUPATO_AUTONOMO', mesiDisoccupazione: '' } }, // non si sa il titolo
  Nora: { chi: {}, uscita: '31/03/2020', quattro: { data: '29/04/2020', lavoro: 'SI' } }, // il ventinovesimo giorno è tardi
  Olga: { chi: {}, altra: true, uscita: '31/03/2020', quattro: { data: '28/04/2020', lavoro: 'SI', istruzione: 'SI' } },
};

/** Donne, uomini, non binari. */
type Conto = [f: number, m: number, x: number];
const CONTATI: Record<string, Conto> = {
  TOTALE: [7, 4, 1],
  CO01: [5, 1, 0], // Ada, Bea, Lia, Nora, Olga; Gino
  CO02: [4, 1, 0], // le stesse senza Ada: a 25 anni sette mesi non bastano
  CO03: [1, 2, 0], // Elsa; Carlo, Dino
  CO04: [0, 2, 0], // Elsa studia
  CO05: [0, 1, 1], // Max; Fede
  CO06: [2, 0, 0], // Bea, Elsa: Ada ha 25 anni
  CO07: [0, 2, 0], // Carlo, Gino: Dino ha 54 anni
  CO08: [0, 2, 0],
  CO09: [1, 2, 0], // Elsa; Carlo, Dino: Bea ha ISCED 0
  CO10: [5, 1, 0], // Ada, Ida, Lia, Nora, Olga; Gino
  CO11: [0, 0, 1],
  CO15: [1, 1, 1], // Ida di origine straniera, Carlo marocchino, Fede di una minoranza
  CO16: [0, 0, 1],
  CO17: [0, 1, 0],
  CO18: [0, 1, 0],
  CO19: [0, 1, 0],
  CR01: [0, 1, 0], // Carlo
  CR02: [1, 0, 0], // Olga: Elsa studiava già
  CR03: [1, 0, 0], // Elsa
  CR04: [1, 0, 0], // Olga: non Nora, in ritardo; non Lia, rientrata; non Ida, di condizione ignota
  CR05: [0, 1, 0], // Carlo
  CR06: [0, 1, 0], // Gino
  CR07: [0, 0, 1], // Fede
  CR08: [0, 1, 0],
  CR09: [0, 1, 0],
  EECO01: [6, 4, 1], // tutti meno Ida
  EECO02: [5, 1, 0],
  EECO03: [4, 1, 0],
  EECO04: [1, 2, 0],
  EECO05: [0, 1, 1],
  EECO06: [1, 0, 0], // Elsa
  EECO07: [2, 0, 0], // Ada, Bea
  EECO08: [0, 2, 0], // Carlo, Gino
  EECO09: [2, 2, 0], // Bea, Elsa; Carlo, Dino
  EECO10: [5, 1, 0],
  EECO11: [0, 0, 1],
  EECO12: [0, 0, 1],
  EECO13: [0, 1, 0],
  EECO14: [1, 0, 0],
  EECO15: [0, 0, 1],
  EECO16: [0, 1, 0],
  EECO17: [0, 1, 0],
  EECR01: [0, 1, 0],
  EECR02: [1, 0, 0],
  EECR03: [1, 0, 0],
  EECR04: [1, 0, 0],
  EECR05: [0, 1, 0],
  EECR06: [0, 0, 1],
};
/** Senza Ida e Max, i cui record non si trasmettono. */
const COMPLETI: Record<string, Conto> = {
  ...CONTATI,
  ...{ TOTALE: [6, 3, 1], CO05: [0, 0, 1], CO10: [4, 1, 0], CO15: [0, 1, 1] },
  ...{ EECO01: [6, 3, 1], EECO05: [0, 0, 1], EECO10: [4, 1, 0], EECO14: [0, 0, 0] },
};
/** La seconda azione: Olga, Gino, Fede. */
const SECONDA: Record<string, Conto> = {
  ...{ TOTALE: [1, 1, 1], CO01: [1, 1, 0], CO02: [1, 1, 0], CO05: [0, 0, 1], CO07: [0, 1, 0], CO08: [0, 1, 0], CO10: [1, 1, 0] },
  ...{ CO11: [0, 0, 1], CO15: [0, 0, 1], CO16: [0, 0, 1], CO17: [0, 1, 0], CO18: [0, 1, 0], CO19: [0, 1, 0] },
  ...{ CR02: [1, 0, 0], CR04: [1, 0, 0], CR06: [0, 1, 0], CR07: [0, 0, 1], CR08: [0, 1, 0], CR09: [0, 1, 0] },
  ...{
    EECO01: [1, 1, 1],
    EECO02: [1, 1, 0],
    EECO03: [1, 1, 0],
    EECO05: [0, 0, 1],
    EECO08: [0, 1, 0],
    EECO10: [1, 1, 0],
    EECO11: [0, 0, 1],
  },
  ...{ EECO12: [0, 0, 1], EECO15: [0, 0, 1], EECO16: [0, 1, 0], EECO17: [0, 1, 0] },
  ...{ EECR02: [1, 0, 0], EECR04: [1, 0, 0], EECR05: [0, 1, 0], EECR06: [0, 0, 1] },
};
/** Entrati nel 2019: Gino e Fede. */
const NEL_2019: Record<string, Conto> = Object.fromEntries(
  Object.entries(SECONDA).flatMap(([codice, [, m, x]]) => (m + x > 0 ? [[codice, [0, m, x]]] : [])),
);

async function racconta(m: Mondo, nome: string, { chi, altra, uscita, quattro, sei, rientro }: Storia): Promise<void> {
  const [prima, seconda] = m.progetto.azioni.map(({ id }) => `azioni.${id}`);
  const campi: Campi = { codice: '', senzaCodice: 'NESSUNO', cognome: 'Coorte', nome, confermo: 'si', ...chi };
  const azione = altra ? { [String(seconda)]: 'si', [String(prima)]: undefined } : {};
  const { partecipanteId } = await registra(m.chi.referente, m, { ...campi, ...azione });
  let rev = 0;
  const scelto = () => ({ partecipanteId, rev: String(rev++) });
  if (uscita) await registraUscita(m.chi.operatore, UscitaScritta.parse({ ...scelto(), uscita, motivoUscita: 'COMPLETATO' }));
  if (quattro) await registraEsitoQuattroSettimane(m.chi.operatore, EsitoQuattroSettimane.parse({ ...scelto(), ...quattro }));
  if (sei) await registraEsitoSeiMesi(m.chi.operatore, EsitoSeiMesi.parse({ ...scelto(), ...sei }));
  if (rientro) await registraRientro(m.chi.operatore, RientroScritto.parse({ ...scelto(), rientro }));
}

async function contati(
  m: Mondo,
  soloCompleti: boolean,
  taglio: Parameters<typeof contaIndicatori>[1] = {},
): Promise<Record<string, Conto>> {
  const celle = (await contaIndicatori(m.progetto, taglio)).filter(([, , completi]) => completi === soloCompleti);
  const vale = (codice: string, sesso: string) => celle.find(([c, s]) => c === codice && s === sesso)?.[3] ?? 0;
  const conto = (codice: string): Conto => [vale(codice, 'F'), vale(codice, 'M'), vale(codice, 'X')];
  // il totale di ogni riga è la somma dei generi
  for (const codice of ['TOTALE', ...CODICI]) expect(vale(codice, 'T'), codice).toBe(conto(codice).reduce((a, b) => a + b, 0));
  return Object.fromEntries(
    ['TOTALE', ...CODICI].map((codice) => [codice, conto(codice)]).filter(([, conto]) => (conto as Conto).some(Boolean)),
  );
}

const senzaZeri = (attesi: Record<string, Conto>) => Object.fromEntries(Object.entries(attesi).filter(([, conto]) => conto.some(Boolean)));

test('una coorte contata a mano: ogni codice, per genere, nel progetto, tra i completi, in un’azione e in un periodo', async () => {
  const m = await unMondo();
  for (const [nome, storia] of Object.entries(COORTE)) await racconta(m, nome, storia);
  // nessun codice resta senza qualcuno che lo renda vero
  expect(Object.keys(CONTATI).sort()).toEqual(['TOTALE', ...CODICI].sort());
  expect(await contati(m, false)).toEqual(CONTATI);
  expect(await contati(m, true)).toEqual(senzaZeri(COMPLETI));
  const seconda = m.progetto.azioni[1]?.id ?? null;
  expect(await contati(m, true, { azione: seconda })).toEqual(SECONDA);
  expect(await contati(m, false, { dal: '2019-10-01', al: '2019-12-31' })).toEqual(NEL_2019);
  expect(await contati(m, false, { azione: seconda, dal: '2019-09-30', al: '2020-01-14' })).toEqual(NEL_2019);
});
