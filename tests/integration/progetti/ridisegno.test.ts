import fc from 'fast-check';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { giornoDi } from '@/lib/format/data';
import { type Ente, type Utente, unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { unCaso } from '@/tests/support/mondoHttp';
import { superutente } from '@/tests/support/superutente';

/** La pagina di un progetto ripresa dai ricordi, confrontata con la stessa pagina letta e disegnata da capo. */

const prova = vi.hoisted(() => ({ attore: null as unknown, conRicordi: true, fatti: 0 }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireAttore: async () => prova.attore }));
vi.mock('@/lib/html/ricordi', async (importa) => {
  const vero = await importa<typeof import('@/lib/html/ricordi')>();
  return {
    ...vero,
    ricordi: <Testi extends string[], T extends object>(massimo: number, fa: (...testi: Testi) => T) => {
      const contata = (...testi: Testi) => {
        prova.fatti += 1;
        return fa(...testi);
      };
      const [con, senza] = [vero.ricordi(massimo, contata), vero.ricordi(0, fa)];
      return (...testi: Testi) => (prova.conRicordi ? con : senza)(...testi);
    },
  };
});

const NON_TROVATA = 'non trovata';

async function disegna(attore: Attore, id: string, conRicordi: boolean): Promise<string> {
  Object.assign(prova, { attore, conRicordi });
  const { default: Pagina } = await import('@/app/(portale)/progetti/[id]/page');
  const pagina = await (Pagina as (props: object) => Promise<ReactElement>)({ params: Promise.resolve({ id }) }).catch((errore) => {
    if (errore.digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return null;
    throw errore;
  });
  return pagina ? renderToStaticMarkup(pagina) : NON_TROVATA;
}

const CHI = ['capofila', 'partner', 'altroEnte', 'dirigente', 'istruttore', 'altraRegione', 'ricerca'] as const;
const PROGETTI = ['approvato', 'daAprire', 'dellAltro', 'dellAltraRegione'] as const;
type Chi = (typeof CHI)[number];
type Quale = (typeof PROGETTI)[number];

/** Chi non può vedere che cosa. */
const NASCOSTI: Record<Chi, readonly Quale[]> = {
  capofila: ['dellAltro', 'dellAltraRegione'],
  partner: ['dellAltro', 'dellAltraRegione'],
  altroEnte: ['approvato', 'daAprire', 'dellAltraRegione'],
  dirigente: ['dellAltraRegione'],
  istruttore: ['dellAltraRegione'],
  altraRegione: ['approvato', 'daAprire', 'dellAltro'],
  ricerca: ['dellAltraRegione'],
};

let utenti: Record<Chi, Utente>;
let attori: Record<Chi, Attore>;
let progetti: Record<Quale, string>;
let capofila: Ente;

beforeAll(async () => {
  const [regione, altra] = [await unaRegione(), await unaRegione()];
  capofila = await unEnte({ regione });
  const [partner, altroEnte, lontano] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione: altra })];
  const coppia = { regione, capofila, partner };
  progetti = {
    approvato: (await unCaso(coppia, 'approvata')).progetto.id,
    daAprire: (await unCaso(coppia, 'daAprire')).progetto.id,
    dellAltro: (await unCaso({ regione, capofila: altroEnte, partner: await unEnte({ regione }) }, 'presentata')).progetto.id,
    dellAltraRegione: (await unCaso({ regione: altra, capofila: lontano, partner: await unEnte({ regione: altra }) }, 'approvata')).progetto
      .id,
  };
  utenti = {
    capofila: capofila.utente,
    partner: partner.utente,
    altroEnte: altroEnte.utente,
    dirigente: await unUtente({ regione, ruolo: 'DIRIGENTE' }),
    istruttore: await unUtente({ regione, ruolo: 'ISTRUTTORE' }),
    altraRegione: await unUtente({ regione: altra, ruolo: 'DIRIGENTE' }),
    ricerca: await unUtente({ regione, ruolo: 'RICERCATORE' }),
  };
});

// il contesto firmato dura cinque minuti
beforeEach(async () => {
  attori = Object.fromEntries(await Promise.all(CHI.map(async (chi) => [chi, await utenti[chi].attore()] as const))) as typeof attori;
});

/** Ciò che può cambiare tra una visita e l'altra: una riga del progetto, di un'azione, di una relazione, di un ente, e un atto. */
const CAMBI: Record<string, (id: string, quanto: number) => Promise<unknown>> = {
  titolo: (id, n) => superutente.query('update progetto set titolo = $2 where id = $1', [id, `Titolo numero ${n}`]),
  avanzamento: (id, n) => superutente.query('update avanzamento set percentuale = $2 where progetto_id = $1', [id, n]),
  azione: (id, n) => superutente.query('update azione set titolo = $2 where progetto_id = $1', [id, `Azione numero ${n}`]),
  termine: (id, n) => superutente.query(`update periodo set scadenza = date '2020-07-31' + $2::int where progetto_id = $1`, [id, n]),
  ente: (_, n) => superutente.query('update organizzazione set denominazione = $2 where id = $1', [capofila.id, `Consorzio numero ${n}`]),
};

type Passo = { chi: Chi; quale: Quale; dopo: number; cambio: string; quanto: number };

test('per qualunque sequenza di persone, progetti, giorni e cambiamenti la pagina ripresa è quella disegnata da capo', async () => {
  const passo: fc.Arbitrary<Passo> = fc.record({
    chi: fc.constantFrom(...CHI),
    quale: fc.constantFrom(...PROGETTI),
    dopo: fc.constantFrom(0, 0, 0, 30, 400),
    cambio: fc.constantFrom('nessuno', 'nessuno', 'nessuno', ...Object.keys(CAMBI)),
    quanto: fc.integer({ min: 1, max: 3 }),
  });
  let riprese = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(passo, { minLength: 30, maxLength: 60, size: 'max' }), async (passi) => {
      for (const { chi, quale, dopo, cambio, quanto } of passi) {
        await CAMBI[cambio]?.(progetti[quale], quanto);
        const attore = attori[chi];
        const quando = { ...attore, adesso: new Date(`${piuGiorni(giornoDi(attore.adesso), dopo)}T10:00:00Z`) };
        const fatti = prova.fatti;
        const ripresa = await disegna(quando, progetti[quale], true);
        if (prova.fatti === fatti && ripresa !== NON_TROVATA) riprese += 1;
        expect(ripresa).toBe(await disegna(quando, progetti[quale], false));
        expect(ripresa === NON_TROVATA).toBe(NASCOSTI[chi].includes(quale));
      }
    }),
    { numRuns: 12 },
  );
  expect(riprese).toBeGreaterThan(20);
});

test('chi rivede un progetto che non è cambiato riprende la pagina; al primo cambiamento è nuova, anche per chi siede accanto', async () => {
  const { dirigente, istruttore, capofila: ente } = attori;
  const apri = (attore: Attore) => disegna(attore, progetti.approvato, true);
  const prima = await apri(dirigente);
  const fatti = prova.fatti;
  expect(await apri(dirigente)).toBe(prima);
  expect(await apri(istruttore)).toBe(prima); // vedono le stesse righe nello stesso giorno
  expect(prova.fatti).toBe(fatti);
  await superutente.query('update progetto set titolo = $2 where id = $1', [progetti.approvato, 'Casa di quartiere']);
  for (const attore of [istruttore, dirigente, ente]) expect(await apri(attore)).toContain('Casa di quartiere');
});

test('ciò che uno ha appena aperto non si ritrova con l’indirizzo di un altro: chi non lo può vedere riceve lo stesso 404', async () => {
  for (const [chi, nascosti] of Object.entries(NASCOSTI))
    for (const quale of nascosti) {
      for (const altro of CHI) await disegna(attori[altro], progetti[quale], true);
      expect(await disegna(attori[chi as Chi], progetti[quale], true)).toBe(NON_TROVATA);
    }
});

test('con un contesto che non vale non si riprende nulla, nemmeno la pagina appena vista', async () => {
  const { dirigente } = attori;
  const vista = await disegna(dirigente, progetti.approvato, true);
  expect(vista).toContain('Azioni');
  for (const falso of [{ firma: 'inventata' }, { contesto: attori.capofila.contesto, firma: attori.capofila.firma }])
    await expect(disegna({ ...dirigente, ...falso }, progetti.approvato, true)).rejects.toMatchObject({
      code: 'accesso.contestoNonValido',
    });
});
