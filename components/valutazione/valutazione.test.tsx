import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Configurazione } from '@/lib/bandi/configurazione';
import { inHtml } from '@/lib/html/inHtml';
import { affianca } from '@/lib/valutazione/affiancate';
import { graduatoria } from '@/lib/valutazione/graduatoria';
import type { GraduatoriaDelBando } from '@/lib/valutazione/queriesGraduatoria';
import { Affiancate } from './Affiancate';
import { ModuloCriteri } from './ModuloCriteri';
import { ModuloDichiarazione } from './ModuloDichiarazione';
import { RiepilogoConsolidata } from './RiepilogoConsolidata';
import { SchedeDeiCommissari } from './SchedeDeiCommissari';
import { TabellaGraduatoria } from './TabellaGraduatoria';

const OSTILE = '<script>alert(1)</script>';
const configurazione = Configurazione.parse({
  tipo: 'COMPETITIVO',
  titolo: 'Bando',
  dotazioneCents: '100',
  passi: [],
  sezioni: [{ chiave: 's', titolo: 'S', visibilita: 'ENTRAMBI', campi: [{ chiave: 'c', etichetta: 'C', tipo: 'testo' }] }],
  griglia: [
    { chiave: 'a', titolo: 'Qualità', visibilita: 'ENTRAMBI', massimo: 20, soglia: 12 },
    { chiave: 'b', titolo: 'Rete', visibilita: 'ENTRAMBI', massimo: 10, pesoCentesimi: 150 },
  ],
});
const criteri = configurazione.griglia;
const scheda = (utenteId: string, a: number, b: number) => ({
  ...{ utenteId, conflitto: 'NESSUNO' as const, stato: 'CONCLUSA' as const, rev: 1, svelata: true },
  punteggi: { a: { punti: a, motivazione: OSTILE }, b: { punti: b, motivazione: '' } },
});
const commissario = (utenteId: string, nome: string) => ({
  utenteId,
  nome,
  presidente: false,
  haDichiarato: true,
  haConcluso: true,
  astenuto: false,
});
const azione = async () => ({ status: 'idle' as const });

test('le schede mostrano i punti di ciascuno, la media e lo scarto da discutere; il testo è sempre testo', () => {
  const html = inHtml(
    <SchedeDeiCommissari
      schede={[scheda('u1', 18, 5), scheda('u2', 12, 5), { ...scheda('u3', 0, 0), conflitto: 'PRESENTE', punteggi: {} }]}
      commissari={[commissario('u1', 'Carla'), commissario('u2', 'Davide'), commissario('u3', 'Elena')]}
      criteri={criteri}
      configurazione={configurazione}
    />,
  );
  for (const frase of ['Scarto di 6 punti', '15,00', '25,50', '19,50', 'Astenuti per conflitto: Elena.', '&lt;script&gt;'])
    expect(html).toContain(frase);
  expect(html).not.toContain('<script>');
});

test('il risultato dice punti, soglie e chi ha consolidato', () => {
  const html = inHtml(
    <RiepilogoConsolidata
      consolidata={{
        totaleCentesimi: 1900,
        motivazione: OSTILE,
        consolidataIl: '2020-07-09T08:00:00+00:00',
        presidente: 'Carla Neri',
        punteggi: {
          a: { proposto: 1000, centesimi: 1150, motivazione: 'Discusso' },
          b: { proposto: 500, centesimi: 500, motivazione: '' },
        },
      }}
      criteri={criteri}
      configurazione={{ sogliaTotaleCentesimi: 2000 }}
    />,
  );
  for (const frase of ['19,00', 'su 35,00, soglia 20,00', '11,50', 'Sotto la soglia di 12', 'Carla Neri il 9 luglio 2020 alle 10:00'])
    expect(html).toContain(frase);
  expect(html).not.toContain('<script>');
});

test('idea e progetto stanno affiancati sezione per sezione, anche se una manca', () => {
  const sezione = (chiave: string, testo: string) => ({
    ...{ chiave, titolo: `Sezione ${chiave}` },
    campi: [
      { chiave: 'c', etichetta: 'Campo', tipo: 'testo' as const, testo },
      {
        chiave: 't',
        etichetta: 'Righe',
        tipo: 'tabella' as const,
        colonne: [{ etichetta: 'X' }, { etichetta: 'Y', numerica: true }],
        righe: [['x', '1']],
        piede: ['Totale', '1'],
      },
    ],
  });
  const html = inHtml(
    <Affiancate
      affianca
      coppie={affianca([sezione('a', 'prima'), sezione('vecchia', '')], [sezione('a', 'ora'), sezione('nuova', OSTILE)])}
    />,
  );
  expect(html.indexOf('Sezione nuova')).toBeLessThan(html.indexOf('Sezione vecchia'));
  for (const frase of ['prima', 'ora', 'Questa sezione non c’era.', 'Non compilato.']) expect(html).toContain(frase);
  expect(html).not.toContain('<script>');
});

test('la graduatoria porta posti, punti, importi ed esiti', () => {
  const base = {
    presentataMs: 1,
    richiestoCents: 80n,
    assegnatoCents: null,
    ambiti: [1],
    uscita: null,
    motivazione: '',
    consolidataIl: '',
    capofila: 'CISSACA',
    punteggi: {},
    schede: [],
  };
  const domande = [
    { ...base, progettoId: '1', codice: 'D1', titolo: OSTILE, centesimi: { a: 1200, b: 0 }, totaleCentesimi: 3000 },
    { ...base, progettoId: '2', codice: 'D2', titolo: 'Due', centesimi: { a: 1100, b: 0 }, totaleCentesimi: 2000 },
  ];
  const dati: GraduatoriaDelBando = {
    ...{
      bando: { id: 'b', codice: 'B', titolo: 'Bando', regione: 'Piemonte', direzione: null },
      fase: 'PROGETTO',
      configurazione,
      dotazioneCents: 100n,
    },
    ...{
      esito: graduatoria({ ...configurazione, fase: 'PROGETTO', dotazioneCents: 100n }, domande),
      inAttesa: 0,
      commissari: [],
      aggiornataIl: null,
    },
  };
  const html = inHtml(<TabellaGraduatoria dati={dati} />);
  for (const frase of ['30,00', 'Finanziabile', 'Sotto soglia in Qualità', 'Punti su 35,00', '&lt;script&gt;'])
    expect(html).toContain(frase);
  expect(html).not.toContain('<script>');
});

test('la griglia si compila anche prima che arrivi JavaScript: campi, totale salvato, due comandi', () => {
  const html = renderToStaticMarkup(
    <ModuloCriteri
      modo="scheda"
      action={azione}
      nascosti={{ progettoId: 'p', fase: 'IDEA', rev: 2 }}
      criteri={criteri}
      iniziali={{ 'punti.a': '11', 'motivazione.a': OSTILE, 'punti.b': '4' }}
      sogliaTotaleCentesimi={2000}
      massimo={3500}
    />,
  );
  for (const frase of [
    'name="punti.a"',
    'value="11"',
    'Un punteggio sotto la soglia di 12 va motivato.',
    '17,00',
    'value="salva"',
    'value="concludi"',
    'name="rev" value="2"',
  ])
    expect(html).toContain(frase);
  expect(html).not.toContain(OSTILE);
});

test('chi ha il proprio ente nell’aggregazione può scegliere solo il conflitto', () => {
  const di = (soloConflitto: boolean) =>
    renderToStaticMarkup(<ModuloDichiarazione action={azione} nascosti={{}} soloConflitto={soloConflitto} />);
  expect([di(false), di(true)].map((html) => html.includes('value="NESSUNO"'))).toEqual([true, false]);
});
