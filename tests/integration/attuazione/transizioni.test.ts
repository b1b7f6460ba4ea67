import { expect, test } from 'vitest';
import { TRANSIZIONI_RILIEVO } from '@/lib/attuazione/rilievi';
import { PARTE_CON_IL_PIANO, TRANSIZIONI_PARTE, TRANSIZIONI_RAPPORTO } from '@/lib/attuazione/rules';
import { lettoreDelRuolo, type Ruolo } from '@/lib/auth/attore';
import { superutente } from '@/tests/support/superutente';

type Passo = { a: string; ruoli: readonly Ruolo[] };

/** Le regole dell'applicazione come le scriverebbe il database: oggetto, da, a, login. Restare nello stesso stato non è una transizione. */
const delleRegole = (): string[] => {
  const rapporto = Object.entries(TRANSIZIONI_RAPPORTO).flatMap(([da, atti]) =>
    (Object.values(atti) as Passo[])
      .filter(({ a }) => a !== da)
      .flatMap(({ a, ruoli }) => ruoli.map((ruolo) => `rapporto_progetto ${da} ${a} ${lettoreDelRuolo(ruolo)}`)),
  );
  const parte = Object.entries(TRANSIZIONI_PARTE).flatMap(([da, atti]) =>
    Object.values(atti).map((a) => `rapporto_ente ${da} ${a} app_ente`),
  );
  const conIlPiano = Object.entries(PARTE_CON_IL_PIANO).map(([da, a]) => `rapporto_ente ${da} ${a} app_regione`);
  const chiarimento = ['APERTO RISPOSTO app_ente', 'RISPOSTO CHIUSO app_regione', 'APERTO CHIUSO app_regione'].map(
    (passo) => `chiarimento ${passo}`,
  );
  const rilievo = Object.entries(TRANSIZIONI_RILIEVO).flatMap(([da, atti]) =>
    Object.entries(atti).map(([atto, a]) => `rilievo ${da} ${a} ${atto === 'rispondi' ? 'app_ente' : 'app_regione'}`),
  );
  return [...new Set([...rapporto, ...parte, ...conIlPiano, ...chiarimento, ...rilievo])].sort();
};

test('le transizioni del database sono quelle delle regole, con il login di chi le compie', async () => {
  const { rows } = await superutente.query<{ riga: string }>(`select concat_ws(' ', oggetto, da, a, login) as riga from app.transizione
     where oggetto in ('rapporto_progetto', 'rapporto_ente', 'chiarimento', 'rilievo')`);
  expect(rows.map(({ riga }) => riga).sort()).toEqual(delleRegole());
});

test('ogni colonna di stato di una relazione ha il suo guardiano', async () => {
  const { rows } = await superutente.query<{ tabella: string }>(
    `select tgrelid::regclass::text as tabella from pg_trigger where tgname = 'transizione_ammessa' and tgenabled = 'O'
       and tgrelid::regclass::text in ('chiarimento', 'rapporto_ente', 'rapporto_progetto', 'rilievo') order by 1`,
  );
  expect(rows.map(({ tabella }) => tabella)).toEqual(['chiarimento', 'rapporto_ente', 'rapporto_progetto', 'rilievo']);
});
