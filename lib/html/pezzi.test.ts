import { createServer, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Deposito, deposita, type Pagina } from './deposita';
import { conPezzi } from './pezzi';

/** Che cosa scrive il portale: riceve la risposta e può lasciare pezzi. */
let scrive: (risposta: ServerResponse) => Promise<void> | void;
let server: Server;

beforeEach(async () => {
  const rispondi = conPezzi((stato) => `<h1>Stato ${stato}</h1>`);
  server = createServer((richiesta, risposta) => void rispondi(richiesta, risposta, (_, data) => scrive(data)));
  await new Promise<void>((fatto) => server.listen(0, '127.0.0.1', fatto));
});
afterEach(() => new Promise((fatto) => server.close(fatto)));

type Letta = { lunghezza: string | undefined; blocchi: string[]; testo: string };

const chiedi = (method = 'GET', headers: Record<string, string> = {}, sulPrimo: () => void = () => undefined) =>
  new Promise<Letta>((fatto, rifiuta) => {
    const { port } = server.address() as AddressInfo;
    request({ host: '127.0.0.1', port, method, headers, agent: false }, (risposta) => {
      const blocchi: string[] = [];
      risposta.setEncoding('utf8').on('data', (blocco: string) => {
        if (blocchi.push(blocco) === 1) sulPrimo();
      });
      risposta.on('end', () => fatto({ lunghezza: risposta.headers['content-length'], blocchi, testo: blocchi.join('') }));
    })
      .on('error', rifiuta)
      .end();
  });

const html = (risposta: ServerResponse) => risposta.setHeader('Content-Type', 'text/html; charset=utf-8');
const lungo = (testo: string) => `<p>${testo.padEnd(250, '.')}</p>`;

test('il pezzo lasciato torna al suo posto e la risposta dice quanto è lunga', async () => {
  scrive = (risposta) => {
    html(risposta);
    risposta.write(`<body><div>${deposita(lungo('perché'))}</div>`);
    risposta.end(`<div>${deposita(Buffer.from(lungo('già in byte – 👩🏽‍🔧')))}</div></body>`);
  };
  const { testo, lunghezza } = await chiedi();
  expect(testo).toBe(`<body><div>${lungo('perché')}</div><div>${lungo('già in byte – 👩🏽‍🔧')}</div></body>`);
  expect(Number(lunghezza)).toBe(Buffer.byteLength(testo));
});

test('lo stesso pezzo in due posti e uno più grande della memoria in cui si compone, e la risposta dopo', async () => {
  const grande = `<p>${'perché – 👩🏽‍🔧'.repeat(100_000)}</p>`;
  scrive = (risposta) => {
    html(risposta);
    const uno = deposita(lungo('uno'));
    risposta.end(`<i>${uno}</i>${deposita(grande)}<b>${uno}</b>`);
  };
  expect((await chiedi()).testo).toBe(`<i>${lungo('uno')}</i>${grande}<b>${lungo('uno')}</b>`);
  scrive = (risposta) => {
    html(risposta);
    risposta.end(`<i>${deposita(lungo('piccolo'))}</i>`);
  };
  expect((await chiedi()).testo).toBe(`<i>${lungo('piccolo')}</i>`);
});

test('due risposte che si scrivono insieme non si scambiano i pezzi', async () => {
  let arrivate = 0;
  let viaLibera: () => void = () => undefined;
  const tutte = new Promise<void>((via) => (viaLibera = via));
  scrive = async (risposta) => {
    const mia = ++arrivate;
    html(risposta);
    const primo = deposita(lungo(`primo di ${mia}`));
    if (arrivate === 2) viaLibera();
    await tutte;
    risposta.end(`${mia}${primo}${deposita(lungo(`secondo di ${mia}`))}`);
  };
  const testi = (await Promise.all([chiedi(), chiedi()])).map(({ testo }) => testo).sort();
  expect(testi).toEqual([1, 2].map((chi) => `${chi}${lungo(`primo di ${chi}`)}${lungo(`secondo di ${chi}`)}`));
});

test('il segno di un’altra risposta resta un segno: il suo pezzo non entra qui', async () => {
  let rubato = '';
  scrive = (risposta) => {
    html(risposta);
    if (!rubato) rubato = deposita(lungo('di un altro'));
    else risposta.write(deposita(lungo('mio')));
    risposta.end(rubato);
  };
  await chiedi();
  const { testo } = await chiedi();
  expect(testo).toBe(`${lungo('mio')}${rubato}`);
});

test.each([
  ['chi chiede a React la sola pagina', 'GET', { rsc: '1' }],
  ['il seguito di un atto', 'GET', { 'next-action': 'ab12' }],
  ['la risposta a un modulo senza JavaScript', 'POST', {}],
] as const)('riceve il testo e non un segno: %s', async (_, method, headers) => {
  scrive = (risposta) => {
    html(risposta);
    risposta.end(JSON.stringify(deposita(lungo('qui'))));
  };
  expect(JSON.parse((await chiedi(method, headers)).testo)).toBe(lungo('qui'));
});

test('un pezzo breve, e uno scritto fuori da ogni risposta, restano dove sono', async () => {
  expect(deposita(lungo('nessuno risponde'))).toBe(lungo('nessuno risponde'));
  scrive = (risposta) => {
    html(risposta);
    risposta.end(deposita('<b>breve</b>'));
  };
  expect((await chiedi()).testo).toBe('<b>breve</b>');
});

test('un pezzo che disegnerà il browser lo aspetta in una variabile, con il nonce della risposta, prima di ogni altro script', async () => {
  const finestra = lungo('</script><script>alert("perché")//');
  let segno = '';
  scrive = (risposta) => {
    html(risposta);
    risposta.setHeader('Content-Security-Policy', "script-src 'nonce-AbC='");
    segno = deposita(Buffer.from(finestra));
    risposta.end(`<html><head><title>t</title></head><body>${deposita(lungo('pagina'))}</body></html>`);
  };
  const { testo } = await chiedi();
  const nome = /^<!--(.+)-->$/.exec(segno)?.[1] ?? '';
  const script = /^<html><head><script nonce="AbC=">self\.cantierePezziInAttesa=(.*?)<\/script>(.*)$/.exec(testo);
  expect(JSON.parse(script?.[1] ?? '')).toEqual({ [nome]: finestra });
  expect(script?.[2]).toBe(`<title>t</title></head><body>${lungo('pagina')}</body></html>`);
});

test('ciò che non è una pagina arriva man mano che si scrive', async () => {
  let finisci: () => void = () => undefined;
  scrive = (risposta) => {
    risposta.setHeader('Content-Type', 'text/csv');
    risposta.write('uno;');
    finisci = () => void risposta.end('due');
  };
  const { blocchi, lunghezza } = await chiedi('GET', {}, () => finisci());
  expect([blocchi, lunghezza]).toEqual([['uno;', 'due'], undefined]);
});

test('in qualunque modo la risposta si spezzi, il documento è lo stesso', async () => {
  const testo = fc.string({ unit: 'grapheme', maxLength: 20 }).map((t) => t.replaceAll('<', '‹'));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(testo, testo, fc.boolean())), fc.array(fc.nat(400)), async (parti, tagli) => {
      scrive = (risposta) => {
        html(risposta);
        const corpo = Buffer.from(parti.map(([prima, pezzo, conPezzo]) => prima + (conPezzo ? deposita(lungo(pezzo)) : '')).join(''));
        let da = 0;
        for (const taglio of tagli) {
          risposta.write(corpo.subarray(da, da + taglio));
          da += taglio;
        }
        risposta.end(corpo.subarray(da));
      };
      expect((await chiedi()).testo).toBe(parti.map(([prima, pezzo, conPezzo]) => prima + (conPezzo ? lungo(pezzo) : '')).join(''));
    }),
    { numRuns: 60 },
  );
});

test('il documento vuoto di una pagina che non esiste riceve la lingua, e il testo con il suo stile per chi non ha gli script', async () => {
  scrive = (risposta) => {
    html(risposta);
    risposta.statusCode = 404;
    deposita(lungo('cornice del browser'));
    risposta.end(
      '<!DOCTYPE html><html id="__next_error__"><head><title>t</title></head><body><script>"/_next/static/chunks/a1.css"</script></body></html>',
    );
  };
  const { testo, lunghezza } = await chiedi();
  expect(testo.replace(/<script>self.*?<\/script>/, '')).toBe(
    '<!DOCTYPE html><html lang="it" id="__next_error__"><head><title>t</title><noscript><link rel="stylesheet" href="/_next/static/chunks/a1.css"></noscript></head>' +
      '<body><noscript><h1>Stato 404</h1></noscript><script>"/_next/static/chunks/a1.css"</script></body></html>',
  );
  expect(Number(lunghezza)).toBe(Buffer.byteLength(testo));
});

test('una risposta finita non tiene più i suoi testi', async () => {
  let pagina: Pagina | undefined;
  scrive = (risposta) => {
    pagina = (globalThis as Deposito).cantierePezzi?.getStore();
    html(risposta);
    risposta.end(`<i>${deposita(lungo('nome e cognome'))}</i>`);
  };
  expect((await chiedi()).testo).toContain('nome e cognome');
  expect(pagina?.pezzi).toEqual([]);
});
