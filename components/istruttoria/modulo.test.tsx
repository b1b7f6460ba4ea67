import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { inHtml } from '@/lib/html/inHtml';
import type { DecisioneLetta, RichiestaDellaRegione } from '@/lib/istruttoria/letture';
import { CampoDiEsame } from './CampoDiEsame';
import type { CampoEsame } from './campiEsame';
import { ElencoDecisioni } from './ElencoDecisioni';
import { ElencoRichieste } from './ElencoRichieste';
import { FiltriDomande } from './FiltriDomande';
import { ModuloEsame } from './ModuloEsame';

const ADESSO = new Date('2020-07-09T10:00:00Z');
const CATTIVO = '<script>alert(1)</script>';
const richiesta: RichiestaDellaRegione = {
  ...{ id: 'r', fase: 'IDEA', genere: 'PREAVVISO', motivo: 'FUORI_TERMINE,ALTRO', sezioni: ['contesto'], testo: CATTIVO, stato: 'APERTA' },
  ...{ entro: '2020-07-19T21:59:59.999Z', risposta: null, chiestaIl: '2020-07-09T08:00:00Z', rispostaIl: null },
};
const decisione: DecisioneLetta = {
  ...{ id: 'd', fase: 'PROGETTO', esito: 'APPROVATO', motivi: ['ALTRO'], motivazione: CATTIVO, atto: CATTIVO, dataAtto: '2020-07-09' },
  ...{ richiestoCents: '1000000', concessoCents: '900000', concessoPerCategoria: {}, decisaIl: '2020-07-09T08:00:00Z' },
};
const CAMPI: CampoEsame[] = [
  {
    tipo: 'caselle',
    nome: 'motivi',
    etichetta: 'Motivi',
    opzioni: [
      { valore: 'A', etichetta: 'Primo' },
      { valore: 'B', etichetta: 'Secondo' },
    ],
    spuntate: ['A'],
  },
  {
    tipo: 'risposta',
    nome: 'esito.x',
    etichetta: 'Vero?',
    opzioni: [
      { valore: 'SI', etichetta: 'Sì' },
      { valore: 'NO', etichetta: 'No' },
    ],
    valore: 'SI',
  },
  { tipo: 'area', nome: 'testo', etichetta: 'Testo', massimo: 10 },
  { tipo: 'scelta', nome: 'chi', etichetta: 'Chi', opzioni: [{ valore: 'u', etichetta: 'U' }], vuota: 'Scegli' },
  { tipo: 'importo', nome: 'concesso.x', etichetta: 'Quanto', valore: '1,00' },
  { tipo: 'data', nome: 'entro', etichetta: 'Entro', valore: '19/07/2020' },
];

test('il testo delle persone si mostra e non si interpreta; il termine è del giorno di Roma', () => {
  const html = inHtml(
    <>
      <ElencoRichieste richieste={[richiesta]} sezioni={[{ chiave: 'contesto', titolo: 'Contesto' }]} adesso={ADESSO} />
      <ElencoDecisioni progettoId="p" decisioni={[decisione]} />
      <FiltriDomande filtri={{ assegnata: 'mie', q: CATTIVO }} bandi={[{ id: 'b', titolo: CATTIVO }]} />
    </>,
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('entro il 19/07/2020');
  expect(html).toContain('«Contesto»');
  expect(html).toContain('In attesa dell’ente');
  expect(html).toContain('presentata fuori termine e altro motivo');
  const dopo = inHtml(<ElencoRichieste richieste={[richiesta]} sezioni={[]} adesso={new Date('2020-07-19T22:00:00Z')} />);
  expect(dopo).toContain('Termine passato');
});

test('il modulo si disegna senza JavaScript, con ogni campo al suo valore e i nomi che lo schema aspetta', () => {
  const html = renderToStaticMarkup(
    <ModuloEsame
      action={async (stato) => stato}
      nascosti={{ progettoId: 'p' }}
      gruppi={[{ legenda: 'Gruppo', campi: CAMPI }]}
      invia="Invia"
    />,
  );
  for (const nome of ['progettoId', 'motivi.A', 'motivi.B', 'esito.x', 'testo', 'chi', 'concesso.x', 'entro'])
    expect(html).toContain(`name="${nome}"`);
  expect(html.match(/checked=""/g)).toHaveLength(2);
  expect(html).toContain('value="19/07/2020"');
});

test('un modulo rinviato torna com’era scritto: anche le caselle tolte restano tolte', () => {
  const disegna = (campo: CampoEsame, valori: Record<string, string>, errore?: string[]) =>
    renderToStaticMarkup(<CampoDiEsame campo={campo} id="x" valori={valori} errore={errore} />);
  const [caselle, risposta, area] = CAMPI as [CampoEsame, CampoEsame, CampoEsame];
  expect(disegna(caselle, { 'motivi.B': 'si' })).toMatch(/id="x-A"(?![^>]*checked)[^>]*>.*id="x-B"[^>]*checked=""/s);
  expect(disegna(risposta, { 'esito.x': 'NO' })).toMatch(/value="NO"[^>]*checked=""|checked=""[^>]*value="NO"/);
  const lungo = disegna(area, { testo: 'x'.repeat(11) }, ['Il testo supera 10 caratteri.']);
  expect(lungo).toContain('x'.repeat(11));
  expect(lungo).toContain('Il testo supera 10 caratteri.');
});
