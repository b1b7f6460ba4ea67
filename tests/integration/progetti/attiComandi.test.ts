import { beforeAll, expect, test } from 'vitest';
import type { Attore, Ruolo } from '@/lib/auth/attore';
import { isDomainError } from '@/lib/errors/domainError';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { StatoProgetto } from '@/lib/progetti/schema';
import { type AttoProgetto, TRANSIZIONI_PROGETTO } from '@/lib/progetti/stati';
import { COMANDI } from '@/tests/support/attiProgetto';
import { unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type DomandaDiProva, unaDomanda, unBando } from '@/tests/support/buildersDomanda';
import { superutente } from '@/tests/support/superutente';

/** La tabella degli stati vista dai comandi veri: ogni stato × atto × persona che non può, rifiutato con una frase, e nulla di scritto. */

const STATI = StatoProgetto.options;
const ATTI = Object.keys(COMANDI) as AttoProgetto[];
const domande = {} as Record<StatoProgetto, DomandaDiProva>;
const chi: Record<string, Attore> = {};

beforeAll(async () => {
  const bando = await unBando();
  const { regione } = bando;
  const [capofila, partner, estraneo] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  for (const stato of STATI) domande[stato] = await unaDomanda({ bando, capofila, partner: [partner], stato });
  const persona = async (ruolo: Ruolo, organizzazioneId?: string) => (await unUtente({ regione, ruolo, organizzazioneId })).attore();
  chi['REFERENTE capofila'] = await capofila.attore();
  chi['OPERATORE capofila'] = await persona('OPERATORE', capofila.id);
  chi['REFERENTE partner'] = await partner.attore();
  chi['REFERENTE estraneo'] = await estraneo.attore();
  for (const ruolo of ['ISTRUTTORE', 'DIRIGENTE', 'CONTROLLORE', 'VALUTATORE', 'AMMINISTRATORE', 'RICERCATORE'] as const)
    chi[ruolo] = await persona(ruolo);
  chi['DIRIGENTE altrove'] = await (await unUtente({ regione: await unaRegione(), ruolo: 'DIRIGENTE' })).attore();
});

const fotografia = async () =>
  (
    await superutente.query(
      `select p.id, p.stato, p.xmin::text, (select count(*)::int from evento e where e.progetto_id = p.id) as eventi
       from progetto p where p.id = any ($1) order by p.id`,
      [Object.values(domande).map(({ id }) => id)],
    )
  ).rows;

const passaggio = (stato: StatoProgetto, atto: AttoProgetto) => TRANSIZIONI_PROGETTO[stato][atto];
/** Chi, in quello stato, quell'atto lo può compiere. */
const spetta = (stato: StatoProgetto, atto: AttoProgetto, nome: string): boolean => {
  const p = passaggio(stato, atto);
  return p !== undefined && nome === (p.capofila ? `${p.ruolo} capofila` : p.ruolo);
};

test.each(ATTI)('%s: in ogni stato, chi non può è rifiutato con una frase che lo dice', { timeout: 120_000 }, async (atto) => {
  const prima = await fotografia();
  const strani: string[] = [];
  const prova = async (stato: StatoProgetto) => {
    const { id: progettoId, capofila } = domande[stato];
    for (const [nome, attore] of Object.entries(chi)) {
      if (spetta(stato, atto, nome)) continue;
      const esito = await COMANDI[atto](attore, { progettoId, organizzazioneId: capofila.id }).then(
        () => 'riuscito',
        (error: unknown) => error,
      );
      const p = passaggio(stato, atto);
      const perRuolo =
        p && /capofila|partner|ISTRUTTORE|DIRIGENTE$|CONTROLLORE|VALUTATORE|AMMINISTRATORE/.test(nome) && !nome.endsWith('altrove');
      const buono =
        isDomainError(esito) &&
        /^[A-ZÈ].{10,}\.$/s.test(esito.message) &&
        !/^(accesso|database|stato)\./.test(esito.code) &&
        (!perRuolo || esito.code.endsWith('nonTrovato') || esito.message.includes(nomeRuolo(p.ruolo)));
      if (!buono) strani.push(`${stato} ${nome}: ${isDomainError(esito) ? `${esito.code} ${esito.message}` : String(esito)}`);
    }
  };
  await Promise.all(STATI.map(prova));
  expect(strani).toEqual([]);
  expect(await fotografia()).toEqual(prima);
});
