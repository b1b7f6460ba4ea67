import { expect, type Page } from '@playwright/test';
import { routes } from '@/lib/routes';
import { conferma, dice } from '../storia/mondo';
import { superutente } from '../superutente';
import type { Mondo } from './mondo';

/** La relazione di un periodo: gli enti la scrivono, la Regione la verifica. */

/** Apre la relazione di un periodo dal calendario. @param periodo come si legge: «gennaio–febbraio 2021» @returns il suo id */
export async function apre(page: Page, id: string, periodo: string): Promise<string> {
  await page.goto(routes.calendario(id));
  const riga = page.getByRole('row', { name: new RegExp(`^Relazione ${periodo}`) });
  await riga.getByRole('button', { name: 'Apri la relazione' }).click();
  await page.waitForURL(/\/relazioni\//);
  return /relazioni\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

export type Valori = { percento: string; raggiunti: string; inizio?: string; fineStimata?: string; causa?: string };

/** Scrive un'azione e aspetta che sul server ci sia tutto. */
export async function compila(page: Page, id: string, rapportoId: string, azioneId: string, valori: Valori): Promise<void> {
  await page.goto(routes.rapporto(id, rapportoId, { azione: azioneId }));
  if (valori.inizio) {
    await page.getByLabel('In corso', { exact: true }).check();
    await page.getByLabel(/Inizio effettivo/).fill(valori.inizio);
  }
  await page.getByLabel('Avanzamento').fill(valori.percento);
  await page.getByRole('table', { name: 'Quantità previste e raggiunte' }).getByRole('textbox').fill(valori.raggiunti);
  if (valori.fineStimata) await page.getByLabel(/Fine stimata/).fill(valori.fineStimata);
  if (valori.causa) {
    await page.getByLabel('Causa 1', { exact: true }).selectOption(valori.causa);
    await page.getByLabel(/^Da \(mm/).fill('02/2021');
    await page.getByRole('radio', { name: 'Principale' }).check();
  }
  await page.getByRole('button', { name: 'Salva adesso' }).click();
  await expect
    .poll(() => scritto(rapportoId, azioneId))
    .toMatch(new RegExp(`^${valori.percento} ${valori.raggiunti} ${valori.causa ?? ''}`));
}

async function scritto(rapportoId: string, azioneId: string): Promise<string | undefined> {
  const { rows } = await superutente.query(
    `select a.percentuale || ' ' || coalesce((select max(q.valore)::int::text from quantita_realizzata q where q.avanzamento_id = a.id), '')
       || ' ' || coalesce((select max(c.causa) from avanzamento_causa c where c.avanzamento_id = a.id), '') as v
     from avanzamento a where a.rapporto_id = $1 and a.azione_id = $2`,
    [rapportoId, azioneId],
  );
  return rows[0]?.v;
}

export async function consegna(page: Page, id: string, rapportoId: string): Promise<void> {
  await page.goto(routes.rapporto(id, rapportoId));
  await page.getByRole('button', { name: 'Consegna la tua parte' }).click();
  await dice(page, 'Parte consegnata.');
}

export async function invia({ alCapofila: page, id }: Mondo, rapportoId: string): Promise<void> {
  await page.goto(routes.rapporto(id, rapportoId));
  await conferma(page, 'Controlla e invia', 'Invia la relazione');
  await dice(page, 'Relazione inviata alla Regione.');
}

/** «Nulla da segnalare»: i partner confermano la loro parte, il capofila conferma e invia con lo stesso gesto. */
export async function nullaDaSegnalare(mondo: Mondo, rapportoId: string): Promise<void> {
  const { id, alCapofila, alPartner, alTerzo } = mondo;
  for (const page of [alPartner, alTerzo]) {
    await page.goto(routes.rapporto(id, rapportoId));
    await conferma(page, 'Nulla da segnalare', 'Conferma e consegna la parte');
    await dice(page, 'Confermato: nulla da segnalare.');
  }
  await alCapofila.goto(routes.rapporto(id, rapportoId));
  await conferma(alCapofila, 'Nulla da segnalare', 'Conferma e invia');
  await dice(alCapofila, 'Confermato e inviato alla Regione');
}

export async function prendeInCarico({ istruisce: page }: Mondo, rapportoId: string): Promise<void> {
  await page.goto(routes.verifica(rapportoId));
  await page.getByRole('button', { name: 'Prendi in carico' }).click();
  await dice(page, 'Hai preso in carico la relazione.');
}

export async function approva({ istruisce: page }: Mondo, rapportoId: string): Promise<void> {
  await page.goto(routes.verifica(rapportoId));
  await conferma(page, 'Approva', 'Approva la relazione');
  await dice(page, 'Relazione approvata.');
}

/** La Regione chiede un chiarimento su un'azione. */
export async function chiede({ istruisce: page }: Mondo, rapportoId: string, azione: string, domanda: string): Promise<void> {
  await page.goto(routes.verifica(rapportoId));
  const sezione = page.getByRole('region', { name: azione, exact: true });
  await sezione.getByText('Chiedi un chiarimento su quest’azione').click();
  await sezione.getByLabel('La tua domanda').fill(domanda);
  await sezione.getByRole('button', { name: 'Chiedi il chiarimento' }).click();
  await dice(page, 'Chiarimento chiesto.');
}

export async function risponde({ alCapofila: page, id }: Mondo, rapportoId: string, risposta: string): Promise<void> {
  await page.goto(routes.rapporto(id, rapportoId));
  await page.getByLabel('La tua risposta').fill(risposta);
  await page.getByRole('button', { name: 'Invia la risposta' }).click();
  await dice(page, 'Risposta inviata alla Regione.');
}

export async function chiudeIlChiarimento({ istruisce: page }: Mondo, rapportoId: string): Promise<void> {
  await page.goto(routes.verifica(rapportoId));
  await page.getByRole('button', { name: 'Chiudi il chiarimento' }).click();
  await dice(page, 'Chiarimento chiuso.');
}

/** Approva con un rilievo sull'azione del capofila: l'ente lo ritrova nel periodo dopo. */
export async function approvaConRilievo({ istruisce: page }: Mondo, rapportoId: string): Promise<void> {
  await page.goto(routes.verifica(rapportoId));
  await conferma(page, 'Approva con rilievi', 'Approva con rilievi', async (d) => {
    const rilievo = d.getByRole('group', { name: 'Rilievo 1' });
    await rilievo.getByLabel('Riguarda').selectOption({ label: 'Sportello di valle' });
    await rilievo.getByLabel('Che cosa rilevi').fill('Indicate quante ore è aperto lo sportello.');
  });
  await dice(page, 'Relazione approvata con rilievi.');
}

/** Il capofila risponde al rilievo nella relazione dopo. */
export async function rispondeAlRilievo({ alCapofila: page, id, azioni: [azione] }: Mondo, rapportoId: string): Promise<void> {
  await page.goto(routes.rapporto(id, rapportoId, { azione }));
  await dice(page, 'Indicate quante ore è aperto lo sportello.');
  await page.getByLabel('La tua risposta al rilievo').fill('Venti ore a settimana.');
  await page.getByRole('button', { name: 'Salva la risposta' }).click();
  await dice(page, 'Risposta al rilievo salvata');
}

export async function chiudeIlRilievo({ istruisce: page }: Mondo, rapportoId: string): Promise<void> {
  await page.goto(routes.verifica(rapportoId));
  await dice(page, 'Venti ore a settimana.');
  await page.getByRole('button', { name: 'Chiudi il rilievo' }).click();
  await dice(page, 'Rilievo chiuso.');
}

/** La Regione riapre una sola azione di una relazione approvata. */
export async function riapre({ istruisce: page }: Mondo, rapportoId: string, azione: string): Promise<void> {
  await page.goto(routes.verifica(rapportoId));
  await conferma(page, 'Riapri alcune azioni', 'Riapri le azioni scelte', async (d) => {
    await d.getByLabel(azione).check();
    await d.getByLabel('Che cosa deve correggere l’ente').fill('Le persone raggiunte non tornano: ricontatele.');
  });
  await dice(page, 'Azioni riaperte');
}
