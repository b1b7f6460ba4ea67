import '../support/storiaAttuazione/suoDatabase';
import { expect } from '@playwright/test';
import * as inizio from '../support/storiaAttuazione/capitoli';
import * as fine from '../support/storiaAttuazione/capitoliFine';
import * as piano from '../support/storiaAttuazione/capitoliPiano';
import { arrivaIl, unMondo } from '../support/storiaAttuazione/mondo';
import { test } from '../support/storiaAttuazione/portale';
import { superutente } from '../support/superutente';

test('sei periodi: due enti e un terzo settore, una sospensione, due modifiche, una fusione, una proroga', async ({ browser, portale }) => {
  test.setTimeout(600_000);
  expect(portale).toContain('http://localhost');
  await arrivaIl('2021-01-04');
  const mondo = await unMondo(browser);
  await test.step('la convenzione, l’avvio e il calendario', () => inizio.siAvvia(mondo));
  const prima = await test.step('la prima relazione, scritta in tre', () => inizio.primaRelazione(mondo));
  await test.step('un chiarimento ferma l’orologio; approvata con un rilievo', () => inizio.chiarimentoERilievo(mondo, prima));
  await test.step('la sospensione ferma le scadenze, la ripresa le sposta', () => inizio.sospensione(mondo));
  await test.step('nulla da segnalare, e la risposta al rilievo', () => inizio.secondaRelazione(mondo));
  await test.step('una modifica accolta, una respinta', () => piano.modifiche(mondo));
  await test.step('una relazione in ritardo', () => piano.terzaRelazione(mondo));
  await test.step('due consorzi si fondono', () => piano.fusione(mondo, browser, prima));
  await test.step('la relazione dell’ente nuovo, riaperta in parte', () => fine.quartaRelazione(mondo));
  await test.step('due mesi chiesti, uno concesso', () => fine.proroga(mondo));
  await test.step('l’ultima relazione', () => fine.ultimaRelazione(mondo));
  await test.step('nel registro ogni atto una volta sola, anche quelli che la Regione non legge', () => controllaIlRegistro(mondo.id));
});

async function controllaIlRegistro(id: string): Promise<void> {
  const { rows } = await superutente.query(
    `select atto || ' ' || count(*) as n from evento where progetto_id = $1 and atto <> 'avanzamento.salvato' group by atto order by atto`,
    [id],
  );
  expect(rows.map(({ n }) => n)).toEqual([
    ...['chiarimento.chiuso 2', 'chiarimento.risposto 2', 'convenzione.salvata 1', 'ente.fuso 1'],
    ...[
      'modifica.accolta 1',
      'modifica.aperta 2',
      'modifica.presaInCarico 2',
      'modifica.presentata 2',
      'modifica.respinta 1',
      'modifica.salvata 2',
    ],
    ...['parte.confermata 15', 'parte.consegnata 2', 'progetto.avviato 1', 'progetto.ripreso 1', 'progetto.sospeso 1'],
    ...['proroga.accoltaInParte 1', 'proroga.aperta 1', 'proroga.presaInCarico 1', 'proroga.presentata 1'],
    ...[
      'rapporto.aperto 6',
      'rapporto.approvato 6',
      'rapporto.approvatoConRilievi 1',
      'rapporto.chiarimentoChiesto 1',
      'rapporto.presentato 6',
    ],
    ...['rapporto.presoInCarico 6', 'rapporto.riapertoInParte 1', 'rapporto.ripresentato 2', 'rilievo.chiuso 1', 'rilievo.risposto 1'],
  ]);
}
