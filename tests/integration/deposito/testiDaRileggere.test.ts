import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Sezione } from '@/lib/bandi/configurazione';
import { integraDomanda } from '@/lib/deposito/commands/integraDomanda';
import { presentaDomanda } from '@/lib/deposito/commands/presentaDomanda';
import { leggiDomandaScritta } from '@/lib/deposito/queriesDomanda';
import { DomandaDaPresentare } from '@/lib/deposito/schema';
import { testiDaRileggere } from '@/lib/deposito/testiDaRileggere';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import type { Valori } from '@/lib/domande/valori';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { CONFIGURAZIONE } from '@/tests/support/configurazioneDiProva';
import { type Esame, eventi, progetto, rifiutato, unEsame } from '@/tests/support/esame';
import { superutente } from '@/tests/support/superutente';

/** I testi di una domanda si salvano da soli e nessuno li ferma; chi presenta rilegge quelli che sembrano contenere dati di una persona, e conferma. */

const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));

const CODICE = 'RSSMRA80A01H501U';
const CAMPI = [
  { chiave: 'riga', etichetta: 'Una riga', tipo: 'testo' },
  { chiave: 'lungo', etichetta: 'Un testo lungo', tipo: 'testo_lungo' },
  { chiave: 'elenco', etichetta: 'Un elenco', tipo: 'elenco' },
  { chiave: 'principi', etichetta: 'I principi', tipo: 'principi' },
  {
    chiave: 'tabella',
    etichetta: 'Una tabella',
    tipo: 'tabella',
    colonne: [
      { chiave: 'nota', etichetta: 'Nota', tipo: 'testo' },
      { chiave: 'costo', etichetta: 'Costo', tipo: 'importo' },
    ],
  },
  { chiave: 'telefono', etichetta: 'Telefono del referente', tipo: 'telefono' },
  { chiave: 'email', etichetta: 'E-mail del referente', tipo: 'email' },
  { chiave: 'nascosto', etichetta: 'Nascosto', tipo: 'testo', quando: { campo: 'riga', valore: 'si' } },
];
const LIBERI = Sezione.parse({ chiave: 'liberi', titolo: 'Testi liberi', visibilita: 'IDEA', campi: CAMPI });

const principi = [{ codice: 'P1', nome: 'Universalità', significato: '' }];
const bozza = () => unEsame({ stato: 'IDEA_BOZZA', configurazione: { principi, sezioni: [LIBERI, ...CONFIGURAZIONE.sezioni] } });
const scrive = async (esame: Esame, valori: Valori) => {
  const esito = await salvaSezione(esame.chi.referente, { progettoId: esame.id, fase: 'IDEA', chiave: 'liberi', rev: 0, valori });
  expect(esito.esito).toBe('salvata');
};
const daRileggere = async (esame: Esame, fase: FaseDomanda = 'IDEA') => {
  const domanda = await leggiDomandaScritta(esame.chi.referente, esame.id);
  if (!domanda?.configurazione) throw new Error('La domanda non si legge.');
  return testiDaRileggere({ ...domanda, configurazione: domanda.configurazione }, fase);
};
const TUTTI_CON_DATI: Valori = {
  ...{ riga: `La signora ${CODICE}`, lungo: 'Chiamare il 328 1234567', elenco: ['uno', 'mario.rossi@posta.example.it'] },
  ...{ principi: { P1: `Il caso ${CODICE}` }, tabella: [{ id: 'r1', nota: 'IT60X0542811101000000123456', costo: '1000' }] },
  ...{ telefono: '+39 015 123456', email: 'ufficio@ente.example', nascosto: CODICE },
};

test('si trovano in ogni campo di testo, con un collegamento a ciascuno; mai nei campi che il bando vuole come recapito o che non si mostrano', async () => {
  const esame = await bozza();
  expect(await daRileggere(esame)).toEqual([]);
  await scrive(esame, TUTTI_CON_DATI); // il salvataggio non si ferma
  expect(await daRileggere(esame)).toEqual(
    [
      ['riga', 'Una riga'],
      ['lungo', 'Un testo lungo'],
      ['elenco', 'Un elenco'],
      ['principi', 'I principi'],
      ['tabella', 'Una tabella'],
    ].map(([campo, nome]) => ({
      nome,
      messaggio: `Testi liberi: ${nome}`,
      href: expect.stringMatching(new RegExp(`/scrivi/liberi#campo-${campo}$`)),
    })),
  );
});

test('non si presenta finché nessuno conferma: si dice in quali campi, mai che cosa c’è scritto; confermata, si presenta com’è', async () => {
  const esame = await bozza();
  await scrive(esame, TUTTI_CON_DATI);
  const presenta = (confermaDati?: boolean) => presentaDomanda(esame.chi.referente, { progettoId: esame.id, confermaDati });
  for (const senza of [undefined, false])
    await rifiutato(esame, () => presenta(senza), 'privacy.datiPersonali', /^In «Una riga», .* e «Una tabella» sembrano esserci dati/);
  await expect(presenta()).rejects.toMatchObject({ campo: 'confermaDati', message: expect.not.stringContaining(CODICE) });
  await presenta(true);
  expect((await progetto(esame)).stato).toBe('IDEA_PRESENTATA');
  expect(JSON.stringify(await eventi(esame))).not.toContain(CODICE);
  const invia = (campi: object) => DomandaDaPresentare.parse({ progettoId: esame.id, ...campi });
  expect([invia({}).confermaDati, invia({ confermaDati: 'si' }).confermaDati]).toEqual([false, true]);
});

test('anche le azioni del piano, e le integrazioni', async () => {
  const esame = await unEsame({ stato: 'PROGETTO_BOZZA' });
  await superutente.query(
    `update sezione_progetto set valori = jsonb_set(valori, '{azioni,0,descrizione}', $2::jsonb) where progetto_id = $1 and chiave = 'azioni'`,
    [esame.id, JSON.stringify(`Si comincia da ${CODICE}`)],
  );
  expect((await daRileggere(esame, 'PROGETTO')).map(({ messaggio }) => messaggio)).toEqual(['Azioni: Azioni']);
  await rifiutato(esame, () => presentaDomanda(esame.chi.referente, { progettoId: esame.id }), 'privacy.datiPersonali', /«Azioni»/);
  await presentaDomanda(esame.chi.referente, { progettoId: esame.id, confermaDati: true });
  await superutente.query(`update progetto set stato = 'PROGETTO_DA_INTEGRARE' where id = $1`, [esame.id]);
  const integra = (confermaDati: boolean) => integraDomanda(esame.chi.referente, { progettoId: esame.id, risposta: '', confermaDati });
  await rifiutato(esame, () => integra(false), 'privacy.datiPersonali', /«Azioni»/);
});

test('la pagina elenca i campi da rileggere a chiunque scriva, e l’atto resta possibile', async () => {
  const esame = await bozza();
  const { default: Pagina } = await import('@/app/(portale)/progetti/[id]/deposito/page');
  const apre = async () => {
    chi.attore = esame.chi.referente;
    const props = { params: Promise.resolve({ id: esame.id }), searchParams: Promise.resolve({}) } as never;
    return renderToStaticMarkup((await (Pagina as (p: never) => Promise<ReactElement>)(props)) as ReactElement);
  };
  expect(await apre()).not.toContain('Testi da rileggere');
  await scrive(esame, { lungo: 'Chiamare il 328 1234567' });
  const html = await apre();
  expect(html).toContain('Testi da rileggere');
  expect(html).toContain('In 1 campo sembra');
  expect(html).toMatch(/href="[^"]*\/scrivi\/liberi#campo-lungo">Testi liberi: Un testo lungo</);
  expect(html).toContain('Presenta la domanda');
});
