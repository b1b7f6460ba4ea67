import { expect, test } from 'vitest';
import type { Attore } from '@/lib/auth/attore';
import { aggiungiProfilo, apriAccount, invitoDi } from '@/lib/auth/inviti';
import { improntaDi, nuovoSegreto } from '@/lib/auth/segreti';
import { accogliCandidatura } from '@/lib/avvisi/commands/accogliCandidatura';
import { apriProgetto } from '@/lib/avvisi/commands/apriProgetto';
import { decidiCandidatura } from '@/lib/avvisi/commands/decidiCandidatura';
import { valutaCandidatura } from '@/lib/avvisi/commands/valutaCandidatura';
import { leggiProgetto } from '@/lib/progetti/queriesProgetto';
import { entrato } from '@/tests/support/accesso';
import { attoreDi } from '@/tests/support/attori';
import { type AvvisoDiProva, attiDi, postaPer, statoProgetto, unAvviso, unaCandidatura, unCodiceFiscale } from '@/tests/support/avvisi';
import { superutente } from '@/tests/support/superutente';

const PASSWORD = 'una frase lunga e tutta mia';
const riga = async ({ id }: { id: string }) => (await superutente.query('select * from candidatura where id = $1', [id])).rows[0];
const decidi = (chi: Attore, c: { id: string }, rev: number, esito: Parameters<typeof decidiCandidatura>[1]['esito'], motivo = '') =>
  decidiCandidatura(chi, { candidaturaId: c.id, rev, esito, motivo });

async function accogli({ referente }: AvvisoDiProva, { id }: { id: string }) {
  const segreto = nuovoSegreto();
  await accogliCandidatura(referente, {
    candidaturaId: id,
    impronta: improntaDi(segreto),
    collegamento: `http://localhost/invito/${segreto}`,
  });
  return segreto;
}

test('dalla candidatura al partner: ammessa, valutata, selezionata, accolta; apre l’account, entra e vede il progetto', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const { referente, domanda } = avviso;
  const c = await unaCandidatura(avviso);
  await decidi(referente, c, 0, 'AMMESSA');
  await valutaCandidatura(referente, { candidaturaId: c.id, rev: 1, nota: 'Radicata nel quartiere', punti: { c1: '55', c2: '30' } });
  await decidi(referente, c, 2, 'SELEZIONATA');
  const segreto = await accogli(avviso, c);
  await apriProgetto(referente, { progettoId: domanda.id });
  expect(await statoProgetto(avviso)).toBe('PROGETTO_BOZZA');
  expect((await attiDi(avviso)).map(({ atto, riservato, dopo }) => [atto, riservato, dopo])).toMatchObject([
    ['candidatura.decisa', false, { stato: 'AMMESSA' }],
    ['candidatura.valutata', true, { totale: 85, criteri: 2 }],
    ['candidatura.decisa', false, { stato: 'SELEZIONATA' }],
    ['candidatura.accolta', false, {}],
    ['progetto.definitivoAperto', false, { stato: 'PROGETTO_BOZZA' }],
  ]);
  expect((await postaPer(c.email)).map(({ oggetto }) => oggetto)).toEqual([
    `Candidatura ammessa: ${avviso.titolo}`,
    `Candidatura selezionata: ${avviso.titolo}`,
    `Invito a partecipare: ${domanda.titolo}`,
  ]);

  expect(await invitoDi(segreto)).toEqual({
    organizzazione: 'Associazione Il Ponte',
    progetto: domanda.titolo,
    email: c.email,
    registrato: false,
  });
  expect(await apriAccount(segreto, { nome: 'Ada', cognome: 'Bo', password: PASSWORD })).toBe(true);
  expect(await apriAccount(segreto, { nome: 'Eva', cognome: 'Ci', password: PASSWORD })).toBe(false); // si usa una volta
  const sessione = await entrato({ email: c.email, password: PASSWORD });
  expect(sessione.ruolo).toBe('REFERENTE');
  const { rows } = await superutente.query('select i.id from incarico i join utente u on u.id = i.utente_id where u.email = $1', [c.email]);
  const partner = await attoreDi(rows[0].id);
  expect((await leggiProgetto(partner, domanda.id))?.progetto.enti.map(({ ruolo }) => ruolo)).toContain('PARTNER_ETS');
});

test('chi ha già un account aggiunge il profilo senza cambiare password, e due inviti della stessa organizzazione fanno un profilo solo', async () => {
  const codiceFiscale = unCodiceFiscale();
  const primo = await unAvviso({ stato: 'CHIUSO' });
  const secondo = await unAvviso({ stato: 'CHIUSO', bando: primo.domanda.bando });
  const una = await unaCandidatura(primo, 'SELEZIONATA', { codiceFiscale });
  const due = await unaCandidatura(secondo, 'SELEZIONATA', { codiceFiscale, email: una.email });
  await apriAccount(await accogli(primo, una), { nome: 'Ada', cognome: 'Bo', password: PASSWORD });
  const segreto = await accogli(secondo, due);
  expect(await invitoDi(segreto)).toMatchObject({ registrato: true });
  expect(await aggiungiProfilo(segreto)).toBe(true);
  expect((await riga(una)).organizzazione_id).toBe((await riga(due)).organizzazione_id);
  const sessione = await entrato({ email: una.email, password: PASSWORD });
  expect(sessione.ruolo).toBe('REFERENTE'); // un solo profilo: si entra senza sceglierlo
  const { rows } = await superutente.query('select nome from utente where email = $1', [una.email]);
  expect(rows).toEqual([{ nome: 'Ada' }]);
});

test('un invito scaduto, inventato o storto non apre nulla', async () => {
  const avviso = await unAvviso({ stato: 'CHIUSO' });
  const c = await unaCandidatura(avviso, 'SELEZIONATA');
  const segreto = await accogli(avviso, c);
  await superutente.query(`update invito set scade_il = now() - interval '1 second' where email = $1`, [c.email]);
  for (const provato of [segreto, nuovoSegreto(), 'storto', `${segreto}'--`]) {
    expect(await invitoDi(provato)).toBeNull();
    expect(await apriAccount(provato, { nome: 'Ada', cognome: 'Bo', password: PASSWORD })).toBe(false);
  }
});
