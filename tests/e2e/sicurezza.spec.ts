import { type APIResponse, type BrowserContext, expect } from '@playwright/test';
import { browserDi } from '../support/accedi';
import { RIPROVE } from '../support/moduli';
import { type Inquilino, LETTORI, type Lettore, type Mondo, notaDi, progettiDi, unMondo } from '../support/mondoHttp';
import { ATTESE, indirizziDeiFile } from '../support/pagine';
import { test } from '../support/prova';
import { superutente } from '../support/superutente';
import type { Visita } from '../support/visite';

// Le prove di questo file leggono e basta: un mondo solo per tutte.
let mondo: Mondo;
let browserDelLettore: Record<Lettore, BrowserContext>;

test.beforeAll(async ({ browser }) => {
  mondo = await unMondo();
  const aperti = LETTORI.map(async (lettore) => {
    const incarico = lettore === 'nessuno' ? null : mondo.persone[lettore].incaricoId;
    return [lettore, await browserDi(browser, incarico)] as const;
  });
  browserDelLettore = Object.fromEntries(await Promise.all(aperti)) as Record<Lettore, BrowserContext>;
});

test.afterAll(() => Promise.all(Object.values(browserDelLettore).map((contesto) => contesto.close())));

const chiedi = (lettore: Lettore, percorso: string, headers: Record<string, string> = {}) =>
  browserDelLettore[lettore].request.get(percorso, { maxRedirects: 0, headers, maxRetries: RIPROVE });

/** `200`, `404`, o `→ dove` per un rinvio. */
function esitoDi(risposta: APIResponse): string {
  const { location } = risposta.headers();
  return location ? `→ ${location.replace(/^https?:\/\/[^/]+/, '')}` : String(risposta.status());
}

/** Ciò che un lettore non deve ricevere mai, in nessuna risposta: nomi degli enti, titoli, bozze altrui, persone. */
async function segretiPer(lettore: Lettore): Promise<string[]> {
  const { a, b, c, persone } = mondo;
  const di = ({ capofila, partner, casi }: Inquilino) => [
    capofila.denominazione,
    partner.denominazione,
    ...Object.values(casi).map(({ progetto }) => notaDi(progetto)),
  ];
  const bozze = [a, b].flatMap(({ casi }) => [casi.bozza, casi.consegnata]).map(({ progetto }) => notaDi(progetto));
  const altri: Record<Lettore, Inquilino[]> = {
    nessuno: [a, b, c],
    capofila: [b, c],
    partner: [b, c],
    altroEnte: [a, c],
    regione: [c],
    altraRegione: [a, b],
    ricerca: [c],
  };
  const { rows: codici } = await superutente.query('select codice from progetto where id = any($1)', [progettiDi(...altri[lettore])]);
  const { rows: nomi } = await superutente.query('select nome, cognome, email from utente where id = any($1)', [
    Object.entries(persone).flatMap(([chi, { id }]) => (chi === lettore ? [] : [id])),
  ]);
  return [
    ...altri[lettore].flatMap(di),
    ...codici.map(({ codice }) => `Progetto ${codice}`),
    ...nomi.flatMap((riga) => Object.values<string>(riga)),
    ...(lettore === 'regione' || lettore === 'ricerca' ? bozze : []),
  ];
}

/** Ciò che in una pagina si può leggere anche da fuori: chi pubblica un avviso, e gli enti gestori tra cui si sceglie un partner. */
const pubbliciIn = (indirizzo: string, { a, b }: Mondo): string[] => {
  if (indirizzo.startsWith('/avvisi')) return [a.capofila.denominazione];
  // chi entra nell'aggregazione si sceglie tra gli enti della Regione
  return indirizzo === '/progetti/[id]/partner' || indirizzo === '/progetti/[id]/modifiche/[richiestaId]'
    ? [a, b].flatMap(({ capofila, partner }) => [capofila.denominazione, partner.denominazione])
    : [];
};

test('di ogni indirizzo dei file si sa chi lo apre', () => {
  expect(indirizziDeiFile()).toEqual(Object.keys(ATTESE).sort());
});

for (const lettore of LETTORI)
  test(`${lettore}: ogni indirizzo, con id propri, altrui, inesistenti e malformati`, async () => {
    test.slow();
    const segreti = await segretiPer(lettore);
    for (const [indirizzo, visite] of Object.entries(ATTESE)) {
      const noti = pubbliciIn(indirizzo, mondo);
      const assenti = new Map<string, string>();
      const visita = async ({ quale, percorso, attese }: Visita) => {
        const dove = `${indirizzo}, ${quale}`;
        const risposta = await chiedi(lettore, percorso);
        expect.soft(esitoDi(risposta), dove).toBe(attese[lettore]);
        esigiIntestazioni(risposta, lettore, dove);
        const testo = await risposta.text();
        expect
          .soft(
            segreti.filter((segreto) => testo.includes(segreto) && !noti.includes(segreto)),
            `${dove}: ciò che non doveva uscire`,
          )
          .toEqual([]);
        expect.soft(testo.replaceAll(/<script.*?<\/script>/gs, ''), dove).not.toContain('<img src=x');
        if (risposta.status() === 404) assenti.set(senzaIndirizzo(testo, percorso), quale);
      };
      await Promise.all(visite(mondo).map(visita));
      // altrui, inesistente e malformato si leggono uguali dalla prima all'ultima parola
      expect.soft([...assenti.values()].slice(1), `${indirizzo}: 404 diversi`).toEqual([]);
    }
  });

/**
 * La pagina senza l'indirizzo chiesto e senza gli script: il nonce cambia a ogni risposta, e i dati di React arrivano nell'ordine in cui sono
 * pronti. Che non portino nulla di altri lo dicono i segreti, cercati nell'intera risposta.
 */
const senzaIndirizzo = (testo: string, percorso: string): string =>
  percorso
    .split('/')
    .filter((pezzo) => pezzo.includes('-'))
    .reduce(
      (corpo, pezzo) => corpo.replaceAll(pezzo, 'ID'),
      testo.replaceAll(/<script.*?<\/script>/gs, '').replaceAll(/nonce="[^"]+"/g, ''),
    );

function esigiIntestazioni(risposta: APIResponse, lettore: Lettore, dove: string): void {
  const h = risposta.headers();
  const script = /script-src ([^;]*)/.exec(h['content-security-policy'] ?? '')?.[1] ?? '';
  expect.soft(script, dove).toMatch(/'nonce-[\w+/]{22}==' 'strict-dynamic'$/);
  expect.soft(script, dove).not.toMatch(/unsafe|https?:|\*/);
  for (const regola of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
    expect.soft(h['content-security-policy'], dove).toContain(regola);
  expect.soft(h, dove).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' });
  expect.soft(h['x-powered-by'], dove).toBeUndefined();
  if (lettore !== 'nessuno') expect.soft(h['cache-control'], dove).toContain('no-store');
}

test('il nonce è diverso a ogni risposta', async () => {
  const criteri = await Promise.all([1, 2, 3].map(async () => (await chiedi('nessuno', '/')).headers()['content-security-policy']));
  expect(new Set(criteri).size).toBe(3);
});

/** I dati che React chiede navigando, l'anticipo di un segmento, e l'intestazione con cui si saltava il proxy di Next. */
const SCORCIATOIE: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-state-tree': encodeURIComponent(JSON.stringify(['', {}, null, 'refetch'])) },
  { 'x-middleware-subrequest': Array(5).fill('proxy').join(':') },
  { 'x-percorso': '/progetti', 'x-forwarded-host': 'altrove.example' },
];

test('le scorciatoie di React e del proxy non fanno vedere nulla di più', async () => {
  test.slow();
  const { progetto, rapportoId } = mondo.a.casi.presentata;
  for (const lettore of ['nessuno', 'altroEnte', 'altraRegione'] as const) {
    const segreti = await segretiPer(lettore);
    const percorsi = [
      `/progetti/${progetto.id}`,
      `/progetti/${progetto.id}/relazioni/${rapportoId}`,
      `/coda/${rapportoId}`,
      '/ricerca/tabelle',
    ];
    const richieste = percorsi.flatMap((percorso) => [
      ...SCORCIATOIE.map((intestazioni) => ({ percorso, intestazioni })),
      ...['?_rsc=1abcd', '.rsc', '.segments/_tree.segment.rsc'].map((coda) => ({ percorso: percorso + coda, intestazioni: { rsc: '1' } })),
    ]);
    const prova = async ({ percorso, intestazioni }: (typeof richieste)[number]) => {
      const risposta = await chiedi(lettore, percorso, intestazioni);
      const dove = `${lettore}: ${percorso} ${JSON.stringify(intestazioni)}`;
      const testo = await risposta.text();
      expect
        .soft(
          segreti.filter((segreto) => testo.includes(segreto)),
          dove,
        )
        .toEqual([]);
      expect.soft(risposta.status(), dove).toBeLessThan(500);
    };
    await Promise.all(richieste.map(prova));
  }
});
