import fc from 'fast-check';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Selezione } from '@/components/forms/Selezione';
import { Badge } from '@/components/ui/Badge';
import { BarraEta } from '@/components/ui/BarraEta';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { CicloVita } from '@/components/ui/CicloVita';
import { ConfrontoValori } from '@/components/ui/ConfrontoValori';
import { DiffTesto } from '@/components/ui/DiffTesto';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Gantt, GanttAsse, GanttLegenda } from '@/components/ui/Gantt';
import { Paginazione } from '@/components/ui/Paginazione';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Schede } from '@/components/ui/Schede';
import { StatoAzione } from '@/components/ui/StatoAzione';
import { Tabella } from '@/components/ui/Tabella';
import { Timeline } from '@/components/ui/Timeline';
import { inHtml } from './inHtml';

/** Una riga per tag, con gli attributi in ordine alfabetico: react-dom li riordina negli input, e l'ordine non conta. */
const righe = (html: string): string[] =>
  html
    .split(/(?=<)/)
    .map((tag) =>
      tag.replace(
        /^<(\w+)((?: [\w:-]+="[^"]*")+)/,
        (_, nome, attributi) => `<${nome}${(attributi.match(/ [\w:-]+="[^"]*"/g) ?? []).sort().join('')}`,
      ),
    );
const uguale = (nodo: ReactNode) => expect(righe(inHtml(nodo))).toEqual(righe(renderToStaticMarkup(nodo)));

const CATTIVO = `<script>alert("1")</script> & 'apici' “virgolette” → 😀 è`;

test('i componenti di lettura si scrivono come li scrive react-dom', () => {
  uguale(
    <>
      <Badge famiglia="tocca" icona="fumetto">
        {CATTIVO}
      </Badge>
      <BarraEta giorni={29} previsti={15} />
      <LinkBottone href={`/progetti?q=${CATTIVO}`} variante="primario" icona="cerca">
        {CATTIVO}
      </LinkBottone>
      <Breadcrumb voci={[{ href: '/a', etichetta: CATTIVO }, { etichetta: 'qui' }]} />
      <Callout tipo="errore" titolo={CATTIVO} annuncia>
        testo {1} {0} {null} {false} {12n}
      </Callout>
      <CicloVita
        trascorso={0.4}
        fasi={[
          { etichetta: 'Idea', data: 'x', stato: 'fatta' },
          { etichetta: 'Attuazione', data: 'y', stato: 'corrente' },
          { etichetta: 'Fine', data: 'z', stato: 'futura' },
        ]}
      />
      <ConfrontoValori
        didascalia={CATTIVO}
        prima="p"
        ora="o"
        righe={[{ id: 'a', campo: 'c', prima: CATTIVO, ora: 2, delta: '+1', daChiarire: true }]}
      />
      <DiffTesto prima="uno due tre" ora={`uno ${CATTIVO} tre`} />
      <FattiChiave fatti={[{ termine: 'CUP', valore: CATTIVO, codice: true }]} />
      <Paginazione da={1} a={50} totale={120} nome="progetti" successiva="/x?dopo=1&q=2" />
      <Schede etichetta="viste" voci={[{ href: '/a', etichetta: 'Tutte', conteggio: 0, attiva: true }]} />
      <StatoAzione stato={null} etichetta="Stato non rilevato" />
      <Tabella
        didascalia={CATTIVO}
        fitta
        colonne={[
          { etichetta: 'A', ordine: { href: '/o', verso: 'ascending' } },
          { etichetta: 'B', numerica: true },
        ]}
      >
        <Riga scelta id="r1">
          <CellaTitolo>{CATTIVO}</CellaTitolo>
          <Cella etichetta={CATTIVO} numerica>
            {3}
          </Cella>
        </Riga>
      </Tabella>
      <Timeline voci={[{ id: '1', data: 'oggi', iso: '2020-07-09', testo: CATTIVO, ufficiale: true }]} />
      <Selezione
        nome="stato"
        etichetta="Stato"
        valore="b&b"
        vuota="Tutti"
        opzioni={[
          { valore: 'a', etichetta: 'A' },
          { valore: 'b&b', etichetta: CATTIVO },
        ]}
      />
      <form action="/progetti">
        <input type="search" name="q" defaultValue={CATTIVO} aria-label="Cerca" />
        <input type="checkbox" defaultChecked={false} aria-hidden />
      </form>
    </>,
  );
});

test('anche il cronoprogramma, con lo sfondo scritto una volta e usato da ogni riga', () => {
  const giorno = (iso: string) => new Date(`${iso}T00:00:00Z`);
  const tratto = (da: string, a: string) => ({ da: giorno(da), a: giorno(a) });
  const scala = {
    ...{ inizio: giorno('2019-04-01'), fine: giorno('2021-01-01'), oggi: giorno('2020-07-09') },
    sospensioni: [tratto('2020-03-09', '2020-06-18')],
    traguardi: [{ giorno: giorno('2020-12-31'), etichetta: CATTIVO, superato: true }],
  };
  const riga = {
    ...{ originario: tratto('2019-05-01', '2020-05-01'), previsto: tratto('2019-05-01', '2020-12-31') },
    ...{
      effettivo: tratto('2019-06-01', '2020-07-09'),
      stima: tratto('2020-07-09', '2020-12-01'),
      ferma: [tratto('2020-01-01', '2020-02-01')],
    },
  };
  uguale(
    <>
      <GanttAsse scala={scala} />
      <Gantt scala={scala} riga={riga} tre />
      <Gantt scala={scala} riga={{}} />
      <GanttLegenda originario sospensione={CATTIVO} traguardo={CATTIVO} />
    </>,
  );
});

test('qualunque testo, ovunque sia, esce protetto come da react-dom', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (uno, due) => {
      uguale(
        createElement('p', { title: uno, 'data-x': due, className: due, href: `/${uno}` }, due, createElement('b', null, uno), [uno, due]),
      );
    }),
    { numRuns: 200 },
  );
});

test('ciò che non può stare fermo è rifiutato, non ignorato', () => {
  const DelBrowser = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') });
  const rifiutati: ReactNode[] = [
    createElement('p', { key: 1, onClick: () => undefined }),
    createElement('div', { ['dangerously' + 'SetInnerHTML']: { __html: '<b>' } }),
    createElement('form', { action: () => undefined }),
    createElement('p', { style: { color: 'red' } }),
    createElement('a', { href: ` ${'java'}script:alert(1)` }),
    createElement('div', { nuovoAttributo: 'x' }),
    createElement('textarea', { defaultValue: 'x' }),
    createElement(DelBrowser, { key: 2 }),
    Promise.resolve('x'),
  ];
  for (const nodo of rifiutati) expect(() => inHtml(nodo)).toThrow();
});
