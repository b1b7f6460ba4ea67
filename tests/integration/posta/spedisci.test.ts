import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { improntaDi } from '@/lib/auth/segreti';
import { confermaCandidatura } from '@/lib/avvisi/commands/confermaCandidatura';
import { decidiCandidatura } from '@/lib/avvisi/commands/decidiCandidatura';
import { esitoPosta, postaDaInviare } from '@/lib/db/accesso';
import { avviaSpedizione, creaTrasporto } from '@/lib/posta/commands/avviaSpedizione';
import { spedisciPosta } from '@/lib/posta/commands/spedisciPosta';
import { candidati, unAvviso, unaCandidatura } from '@/tests/support/avvisi';
import { inserisci, superutente } from '@/tests/support/superutente';

/** Un server di posta vero, su una porta di questa macchina: tiene ciò che riceve, o rifiuta. */
type Ricevuto = { a: string[]; crudo: string };
const ricevuti: Ricevuto[] = [];
let rifiuta: { responseCode: number } | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, __, fatto) => fatto(rifiuta && Object.assign(new Error('rifiutato'), rifiuta)),
  onData(flusso, sessione, fatto) {
    const pezzi: Buffer[] = [];
    flusso.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
    flusso.on('end', () => {
      ricevuti.push({ a: sessione.envelope.rcptTo.map(({ address }) => address), crudo: Buffer.concat(pezzi).toString('utf8') });
      fatto();
    });
  },
});
await new Promise<void>((pronto) => server.listen(0, '127.0.0.1', pronto));
const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const mittente = 'Cantiere <cantiere@regione.example>';
const coda = { daInviare: postaDaInviare, esito: esitoPosta };
const aperti = [creaTrasporto(url), creaTrasporto(url)];
const spedisci = (n = 0) => spedisciPosta({ coda, trasporto: aperti[n] ?? creaTrasporto(url), mittente });

afterAll(async () => {
  for (const trasporto of aperti) trasporto.close();
  await new Promise<void>((chiuso) => server.close(() => chiuso()));
});
beforeEach(async () => {
  await superutente.query('delete from posta'); // il database è di questo solo processo
  ricevuti.length = 0;
  rifiuta = null;
});

const LINK = `http://localhost:3000/avvisi/conferma/${'Ab-_'.repeat(10)}xyz`;
const accoda = (cambio: Record<string, unknown> = {}) =>
  inserisci(superutente, 'posta', {
    ...{ destinatario: 'ada@ponte.example', oggetto: 'È arrivata la città: più servizi', testo: `Perché sì.\n\n${LINK}\n\nà è ì ò ù ’` },
    ...cambio,
  });
const stati = async () => (await superutente.query('select stato, tentativi, testo from posta order by creata_il')).rows;
/** Il corpo decodificato, che sia quoted-printable, base64 o nudo. */
function corpoDi({ crudo }: Ricevuto): string {
  const [testata = '', ...resto] = crudo.split('\r\n\r\n');
  const corpo = resto.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(testata)) return Buffer.from(corpo, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(testata)) return corpo;
  const byte = corpo
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, esa: string) => String.fromCharCode(Number.parseInt(esa, 16)));
  return Buffer.from(byte, 'latin1').toString('utf8');
}
const oggettoDi = ({ crudo }: Ricevuto): string =>
  (/^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(crudo)?.[1] ?? '')
    .replaceAll(/\?=\r?\n?\s+=\?UTF-8\?[QB]\?/gi, '')
    .replaceAll(/\r\n[ \t]/g, ' ')
    .replaceAll(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, modo: string, testo: string) =>
      modo.toUpperCase() === 'B'
        ? Buffer.from(testo, 'base64').toString('utf8')
        : Buffer.from(
            testo.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/g, (__, esa: string) => String.fromCharCode(Number.parseInt(esa, 16))),
            'latin1',
          ).toString('utf8'),
    );

test('un messaggio arriva: oggetto in italiano, accenti, collegamento intero; del testo spedito non resta copia', async () => {
  const { id } = await accoda();
  expect(await spedisci()).toBe(1);
  const [messaggio] = ricevuti;
  if (!messaggio) throw new Error('Non è arrivato nulla.');
  expect(messaggio.a).toEqual(['ada@ponte.example']);
  expect(oggettoDi(messaggio)).toBe('È arrivata la città: più servizi');
  expect(corpoDi(messaggio)).toContain(LINK);
  expect(corpoDi(messaggio)).toContain('à è ì ò ù ’');
  expect(messaggio.crudo).toContain('From: Cantiere <cantiere@regione.example>');
  expect(messaggio.crudo).toContain(`Message-ID: <${id}@regione.example>`);
  expect(await stati()).toEqual([{ stato: 'INVIATA', tentativi: 1, testo: '' }]);
  expect(await spedisci()).toBe(0);
  expect(ricevuti).toHaveLength(1);
});

test('il collegamento arrivato per posta conferma davvero la candidatura', async () => {
  const avviso = await unAvviso();
  await candidati(avviso);
  await spedisci();
  const segreto = /conferma\/([\w-]{43})/.exec(corpoDi(ricevuti[0] ?? { a: [], crudo: '' }))?.[1] ?? '';
  expect(await confermaCandidatura(improntaDi(segreto))).toBe(true);
});

test('chi resta fuori lo sa davvero per posta, con il motivo; una decisione annullata dalla transazione non spedisce nulla', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const candidatura = await unaCandidatura(avviso);
  const decidi = (rev: number) =>
    decidiCandidatura(avviso.referente, { candidaturaId: candidatura.id, rev, esito: 'ESCLUSA', motivo: 'Manca l’iscrizione richiesta.' });
  await expect(decidi(7)).rejects.toMatchObject({ code: expect.stringMatching(/conflitto/) });
  await spedisci();
  expect(ricevuti).toEqual([]);
  await decidi(0);
  await spedisci();
  expect(ricevuti.map(({ a }) => a)).toEqual([[candidatura.email]]);
  const [messaggio] = ricevuti as [Ricevuto];
  expect(oggettoDi(messaggio)).toMatch(/^Candidatura esclusa: /);
  expect(corpoDi(messaggio)).toContain('Motivo: Manca l’iscrizione richiesta.');
});

test('il server rifiuta: il messaggio resta in coda, si riprova più tardi e arriva una volta sola', async () => {
  await accoda();
  rifiuta = { responseCode: 451 };
  expect(await spedisci()).toBe(0);
  expect(await stati()).toMatchObject([{ stato: 'DA_INVIARE', tentativi: 1, testo: expect.stringContaining(LINK) }]);
  rifiuta = null;
  expect(await spedisci()).toBe(0); // non subito: si aspetta
  await superutente.query(`update posta set riprova_il = now()`);
  expect(await spedisci()).toBe(1);
  expect(ricevuti).toHaveLength(1);
});

test('il server non c’è: nessun errore esce, e all’ottavo tentativo si smette', async () => {
  await accoda();
  const spento = creaTrasporto('smtp://127.0.0.1:1');
  await superutente.query(`update posta set tentativi = 7`);
  expect(await spedisciPosta({ coda, trasporto: spento, mittente })).toBe(0);
  expect(await stati()).toMatchObject([{ stato: 'FALLITA', tentativi: 8 }]);
  await superutente.query(`update posta set riprova_il = now()`);
  expect(await spedisci()).toBe(0);
});

test('due spedizionieri insieme spediscono una volta sola', async () => {
  for (let n = 0; n < 15; n++) await accoda({ destinatario: `p${n}@ponte.example` });
  const spediti = await Promise.all([spedisci(0), spedisci(1)]);
  expect(spediti.reduce((a, b) => a + b)).toBe(15);
  const indirizzi = ricevuti.flatMap(({ a }) => a);
  expect(indirizzi).toHaveLength(15);
  expect(new Set(indirizzi).size).toBe(15);
});

test('un oggetto con a capo e un indirizzo che ne nasconde due non aggiungono destinatari né intestazioni', async () => {
  await accoda({ oggetto: 'Titolo\r\nBcc: spia@altrove.example', destinatario: 'ada@ponte.example' });
  await accoda({ destinatario: 'ada@ponte.example, spia@altrove.example' });
  await spedisci();
  expect(ricevuti.flatMap(({ a }) => a)).not.toContain('spia@altrove.example');
  expect(ricevuti.every(({ crudo }) => !/^Bcc:/im.test(crudo))).toBe(true);
});

test('il ciclo spedisce da solo e, fermato, non spedisce più', async () => {
  await accoda();
  const ferma = avviaSpedizione({ url, mittente, coda, ogniMs: 20 });
  await expect.poll(() => ricevuti.length, { timeout: 10_000 }).toBe(1);
  await ferma();
  await accoda();
  await expect.poll(stati).toMatchObject([{ stato: 'INVIATA' }, { stato: 'DA_INVIARE' }]);
});
