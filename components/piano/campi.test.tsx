import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Statico } from '@/components/ui/Statico';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { perdite, scostamenti } from '@/lib/piano/perdite';
import { perPriorita } from '@/lib/piano/tagli';
import { ENTI, unAzione, unaVoce } from '@/tests/support/piano';
import { CampoAzioni } from './CampoAzioni';
import { CampoBudget } from './CampoBudget';
import { ConfrontoCategorie } from './ConfrontoCategorie';
import { ConfrontoVoci } from './ConfrontoVoci';
import { PerditePiano } from './PerditePiano';
import { TabellaAzioniPiano } from './TabellaAzioniPiano';

const azioni = [unAzione(1, { titolo: '<script>alert(1)</script>' }), unAzione(2, { priorita: 3 })];
const voci = [unaVoce(1, 1, 150_000), unaVoce(2, 2, 50_000)];
const contesto: ContestoPiano = {
  partner: ENTI,
  categorieCosto: [{ codice: 'personale', etichetta: 'Personale' }],
  categorieIntervento: [{ codice: 'CATEGORIA', etichetta: 'Domiciliarità', tipo: 'SERVIZIO' }],
  gruppi: [{ codice: 'GRUPPO', etichetta: 'Anziani soli' }],
  contributoMinCents: null,
  contributoMaxCents: '100000',
  azioni,
  voci,
  oggi: '2019-06-01',
};
const nascosto = (html: string, nome: string): unknown => {
  const trovato =
    new RegExp(`<input type="hidden" name="${nome}" readOnly="" value="([^"]*)"`).exec(html) ??
    new RegExp(`name="${nome}"[^>]*value="([^"]*)"`).exec(html);
  return JSON.parse(
    (trovato?.[1] ?? 'null').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
};

test('prima di JavaScript le azioni si leggono, e il modulo porta gli stessi valori', () => {
  const html = renderToStaticMarkup(
    <CampoAzioni campo={{ chiave: 'azioni', etichetta: 'Azioni', aiuto: '' }} valore={azioni} contesto={contesto} />,
  );
  expect(nascosto(html, 'azioni')).toEqual(azioni);
  expect(html).toContain('Anziani soli: 100 persone');
  expect(html).toContain('serve JavaScript');
  expect(html).not.toContain('<script>');
});

test('prima di JavaScript il quadro economico mostra le somme e dice dove non torna', () => {
  const html = renderToStaticMarkup(
    <CampoBudget campo={{ chiave: 'voci', etichetta: 'Quadro', aiuto: '' }} valore={voci} contesto={contesto} />,
  );
  expect(nascosto(html, 'voci')).toEqual(voci);
  expect(html).toContain('2.000,00\u00a0€');
  expect(html).toContain('supera di 1.000,00\u00a0€ il massimo di 1.000,00\u00a0€');
});

test('finché non c’è un importo non ci sono tabelle di zeri', () => {
  const vuote = [unaVoce(1, 1, 0), unaVoce(2, 2, 0)];
  const html = renderToStaticMarkup(
    <CampoBudget campo={{ chiave: 'voci', etichetta: 'Quadro', aiuto: '' }} valore={vuote} contesto={{ ...contesto, voci: vuote }} />,
  );
  expect([html.includes('Per categoria di costo'), html.includes('non c’è alcun importo')]).toEqual([false, true]);
});

test.each([
  ['150000', 'Il bando assegna ai vostri ambiti <b>1.500,00\u00a0€</b>', 'supera di 500,00\u00a0€ quanto il bando assegna'],
  ['0', 'non assegna nulla agli ambiti scelti finora', 'non assegna nulla agli ambiti della domanda'],
])(
  'in un bando che assegna %s centesimi ai suoi ambiti il quadro lo dice prima dei costi, e dove si supera',
  (spettaCents, prima, dopo) => {
    const html = renderToStaticMarkup(
      <CampoBudget campo={{ chiave: 'voci', etichetta: 'Quadro', aiuto: '' }} valore={voci} contesto={{ ...contesto, spettaCents }} />,
    );
    expect(html).toContain(prima);
    expect(html).toContain(dopo);
  },
);

test('un valore che non ha la forma di un piano vale come vuoto, senza guasti', () => {
  for (const valore of [null, 'testo', [{ strano: true }], undefined])
    expect(
      renderToStaticMarkup(
        <CampoAzioni
          campo={{ chiave: 'azioni', etichetta: 'Azioni', aiuto: '' }}
          valore={valore as never}
          contesto={contesto}
          disabilitato
        />,
      ),
    ).toContain('Non ci sono ancora azioni');
});

test('i confronti e le perdite sono pezzi statici: stanno in una pagina senza JavaScript', () => {
  const prima = { azioni, voci };
  const concesso = new Map([['personale', 120_000n]]);
  const dopo = perPriorita(prima, concesso);
  const html = renderToStaticMarkup(
    <Statico>
      <ConfrontoCategorie righe={scostamenti(prima, dopo, concesso)} categorie={contesto.categorieCosto} scritto="Scritto" />
      <PerditePiano perdite={perdite(prima, dopo)} gruppi={contesto.gruppi} />
      <ConfrontoVoci prima={prima} dopo={dopo} contesto={contesto} />
      <TabellaAzioniPiano azioni={dopo.azioni} contesto={contesto} />
    </Statico>,
  );
  expect(html).toContain('Torna');
  expect(html).toContain('−40,0%');
  expect(html).toContain('Si rinuncia a un’azione');
  expect(html).toContain('Tolta');
  expect(html).toContain('&lt;script&gt;');
});
