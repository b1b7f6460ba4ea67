import { expect, test } from 'vitest';
import { sessioneDi } from '@/lib/auth/leggiSessione';
import { improntaDi } from '@/lib/auth/segreti';
import { chiudiQuestaSessione, chiudiSessioni, elencaIncarichi, elencaSessioni, scegliIncarico } from '@/lib/db/accesso';
import { queryAs } from '@/lib/db/scope';
import { attiDi, conPassword, entrato, rileggi } from '../support/accesso';
import { unEnte, unUtente } from '../support/builders';
import { inserisci, superutente } from '../support/superutente';

async function unaPersonaEntrata() {
  const ente = await unEnte();
  const email = await conPassword(ente.utente.id);
  const { segreto, dispositivo } = await entrato({ email });
  return { ente, id: ente.utente.id, email, segreto, dispositivo };
}

const sposta = (segreto: string, colonna: 'usata_il' | 'scade_il', intervallo: string) =>
  superutente.query(`update sessione set ${colonna} = now() - $2::interval where token_hash = $1`, [
    Buffer.from(improntaDi(segreto)),
    intervallo,
  ]);

test('l’attore di una sessione legge davvero, con il suo contesto firmato', async () => {
  const { ente, segreto } = await unaPersonaEntrata();
  const sessione = sessioneDi(segreto, await rileggi(segreto));
  if (sessione.stato !== 'viva' || !sessione.attore) throw new Error('la sessione doveva essere viva');
  expect(sessione.attore).toMatchObject({ lettore: 'app_ente', organizzazioneId: ente.id, regioneId: ente.regione.id });
  const enti = await queryAs(sessione.attore, (tx) => tx.organizzazione.findMany({ select: { id: true } }));
  expect(enti).toContainEqual({ id: ente.id });
});

test('senza uso per trenta minuti la sessione scade, e dice quando', async () => {
  const { segreto } = await unaPersonaEntrata();
  await sposta(segreto, 'usata_il', '29 minutes');
  expect((await rileggi(segreto)).esito).toBe('VIVA');
  await sposta(segreto, 'usata_il', '40 minutes');
  const { esito, termine } = await rileggi(segreto);
  expect(esito).toBe('SCADUTA');
  expect(Math.round((Date.now() - Number(termine)) / 60_000)).toBe(10);
  expect(await elencaSessioni(improntaDi(segreto))).toEqual([]);
  expect(await elencaIncarichi(improntaDi(segreto))).toEqual([]);
});

test('usandola la sessione si allunga, ma non oltre le otto ore', async () => {
  const { segreto } = await unaPersonaEntrata();
  await sposta(segreto, 'usata_il', '29 minutes');
  await rileggi(segreto);
  const { rows } = await superutente.query(
    `select usata_il > now() - interval '1 minute' as rinnovata, scade_il - creata_il between interval '7:59' and interval '8:01' as otto from sessione where token_hash = $1`,
    [Buffer.from(improntaDi(segreto))],
  );
  expect(rows[0]).toEqual({ rinnovata: true, otto: true });
  await sposta(segreto, 'scade_il', '1 second');
  expect((await rileggi(segreto)).esito).toBe('SCADUTA');
});

test('dopo l’uscita il cookie copiato non vale più', async () => {
  const { id, segreto } = await unaPersonaEntrata();
  await chiudiQuestaSessione(improntaDi(segreto));
  expect(sessioneDi(segreto, await rileggi(segreto))).toEqual({ stato: 'chiusa' });
  expect(await scegliIncarico(improntaDi(segreto), crypto.randomUUID())).toBeNull();
  await chiudiQuestaSessione(improntaDi(segreto)); // una seconda uscita non lascia altro
  expect(await attiDi(id)).toEqual(['accesso.riuscito', 'accesso.uscita']);
});

test('«Esci da tutti i dispositivi» chiude tutte le proprie sessioni e nessun’altra', async () => {
  const { id, email, segreto } = await unaPersonaEntrata();
  const altrove = await entrato({ email });
  const estranea = await unaPersonaEntrata();
  expect(await elencaSessioni(improntaDi(segreto))).toHaveLength(2);
  expect(await chiudiSessioni(improntaDi(segreto), null)).toBe(2);
  expect((await rileggi(segreto)).esito).toBe('CHIUSA');
  expect((await rileggi(altrove.segreto)).esito).toBe('CHIUSA');
  expect((await rileggi(estranea.segreto)).esito).toBe('VIVA');
  expect((await attiDi(id)).at(-1)).toBe('accesso.uscitaOvunque');
});

test('si chiude una propria sessione, non quella di un altro', async () => {
  const { email, segreto } = await unaPersonaEntrata();
  const altrove = await entrato({ email });
  const estranea = await unaPersonaEntrata();
  const sua = (await elencaSessioni(improntaDi(estranea.segreto)))[0]?.sessione_id ?? '';
  expect(await chiudiSessioni(improntaDi(segreto), sua)).toBe(0);
  expect((await rileggi(estranea.segreto)).esito).toBe('VIVA');
  const altra = (await elencaSessioni(improntaDi(segreto))).find(({ questa }) => !questa)?.sessione_id ?? '';
  expect(await chiudiSessioni(improntaDi(segreto), altra)).toBe(1);
  expect((await rileggi(altrove.segreto)).esito).toBe('CHIUSA');
  expect((await rileggi(segreto)).esito).toBe('VIVA');
});

test('chi rientra dallo stesso browser chiude la sessione di prima', async () => {
  const { email, segreto, dispositivo } = await unaPersonaEntrata();
  await entrato({ email, dispositivo, precedente: segreto });
  expect((await rileggi(segreto)).esito).toBe('CHIUSA');
});

test('una persona disattivata è fuori al clic successivo, e riattivarla non riapre le sue sessioni', async () => {
  const { id, segreto } = await unaPersonaEntrata();
  await superutente.query(`update utente set stato = 'DISATTIVATO' where id = $1`, [id]);
  expect((await rileggi(segreto)).esito).toBe('CHIUSA');
  await superutente.query(`update utente set stato = 'ATTIVO' where id = $1`, [id]);
  expect((await rileggi(segreto)).esito).toBe('CHIUSA');
});

test.for([
  ['revocato', 'revocato_il = now()'],
  ['terminato', "al = '2015-01-01'"],
])('un incarico %s non dà più nessun contesto al clic successivo', async ([, modifica]) => {
  const { ente, segreto } = await unaPersonaEntrata();
  await superutente.query(`update incarico set ${modifica} where id = $1`, [ente.utente.incaricoId]);
  const riga = await rileggi(segreto);
  expect(riga).toMatchObject({ esito: 'VIVA', incarico_id: null, n_incarichi: 0, contesto: null, firma: null });
  expect(sessioneDi(segreto, riga)).toMatchObject({ stato: 'viva', attore: null });
});

test('chi ha più incarichi sceglie fra i suoi e nessun altro', async () => {
  const { ente, id, segreto } = await unaPersonaEntrata();
  const altro = await unEnte({ regione: ente.regione });
  const secondo = await inserisci(superutente, 'incarico', {
    regione_id: ente.regione.id,
    utente_id: id,
    organizzazione_id: altro.id,
    ruolo: 'OPERATORE',
    dal: '2010-01-01',
  });
  expect((await elencaIncarichi(improntaDi(segreto))).map(({ incarico_id, scelto }) => [incarico_id, scelto])).toContainEqual([
    secondo.id,
    false,
  ]);
  expect(await scegliIncarico(improntaDi(segreto), secondo.id)).toBe('OPERATORE');
  expect(await rileggi(segreto)).toMatchObject({
    incarico_id: secondo.id,
    organizzazione_id: altro.id,
    ruolo: 'OPERATORE',
    n_incarichi: 2,
  });

  const { incaricoId: altrui } = await unUtente({ regione: ente.regione, ruolo: 'DIRIGENTE' });
  expect(await scegliIncarico(improntaDi(segreto), altrui)).toBeNull();
  await superutente.query('update incarico set revocato_il = now() where id = $1', [ente.utente.incaricoId]);
  expect(await scegliIncarico(improntaDi(segreto), ente.utente.incaricoId)).toBeNull();
  expect(await rileggi(segreto)).toMatchObject({ incarico_id: secondo.id });
  expect(await attiDi(id)).toEqual(['accesso.riuscito', 'accesso.profiloScelto']);
});

test('una sessione inventata non esiste', async () => {
  expect(sessioneDi('x', await rileggi('x'.repeat(43)))).toEqual({ stato: 'assente' });
});
