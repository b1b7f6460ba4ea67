import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import PersoneLayout from '@/app/(portale)/persone/layout';
import type { Attore } from '@/lib/auth/attore';
import { dataBreve } from '@/lib/format/data';
import { registraPersona } from '@/lib/persone/commands/registraPersona';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { PersonaScritta } from '@/lib/persone/schema';
import { unAvviato } from '../../support/progettoAvviato';
import { superutente } from '../../support/superutente';

const chi = vi.hoisted(() => ({ attore: null as unknown }));
vi.mock('@/lib/auth/requireAttore', () => ({ requireLettore: async () => chi.attore, requireAttore: async () => chi.attore }));
afterEach(() => vi.unstubAllEnvs());

async function elenco(attore: Attore): Promise<string> {
  chi.attore = attore;
  const { default: Pagina } = await import('@/app/(portale)/persone/page');
  const dentro = await (Pagina as unknown as (props: object) => Promise<ReactElement>)({ searchParams: Promise.resolve({}) });
  return renderToStaticMarkup(PersoneLayout({ children: dentro }));
}

async function unaRegistrata() {
  const avviato = await unAvviato();
  const { rows } = await superutente.query('select id from azione where progetto_id = $1', [avviato.id]);
  const oggi = dataBreve(avviato.oggi);
  const scritta = PersonaScritta.parse({
    ...{
      progettoId: avviato.id,
      senzaCodice: 'NESSUNO',
      cognome: 'Belvedere',
      nome: 'Ines',
      ingresso: oggi,
      informativaIl: oggi,
      confermo: 'SI',
    },
    azioni: [{ azioneId: rows[0].id, dal: '', al: '', ore: '' }],
  });
  const attore = avviato.chi.referente;
  return { attore, id: (await registraPersona(attore, scritta)).personaId };
}
const letture = async (id: string): Promise<number> =>
  (await superutente.query('select count(*)::int as n from accesso_identita where $1 = any (persone)', [id])).rows[0].n;

test('senza chiavi le pagine delle persone stanno in piedi, lo dicono, e non leggono nulla', async () => {
  const { attore, id } = await unaRegistrata();
  const con = await elenco(attore);
  expect(con).toContain('Belvedere Ines');
  expect(con).not.toContain('chiavi delle identità');
  const prima = await letture(id);
  vi.stubEnv('CANTIERE_CHIAVI', '');
  const senza = await elenco(attore);
  expect(senza).toContain('Le chiavi delle identità non sono configurate.');
  expect(senza).toContain('Nome non leggibile');
  expect(senza).not.toContain('Belvedere');
  expect(await letture(id)).toBe(prima);
});

test('una riga rovinata non nasconde le altre in un elenco; la sua scheda non si apre', async () => {
  const { attore, id } = await unaRegistrata();
  await superutente.query('update identita set cifrata = set_byte(cifrata, 30, 255 - get_byte(cifrata, 30)) where persona_id = $1', [id]);
  expect((await leggiNomi(attore, [id], 'ELENCO')).get(id)?.cognome).toBe('Nome non leggibile');
  await expect(leggiNomi(attore, [id], 'SCHEDA')).rejects.toMatchObject({ code: 'identita.illeggibile' });
});
