import type { AzionePiano, ContenutoVersione, VoceBudget } from '@/lib/domande/valori';
import { scriviCella } from '@/lib/modifiche/celle';
import { nuovaAzione } from '@/lib/piano/nuove';
import { leggiImporti, soloZeri, ZERO } from './budget';
import type { LettoreCampi } from './lettore';
import { NOMI, RIGHE_AZIONE } from './nomi';

type Piano = NonNullable<ContenutoVersione['piano']>;
type Destinatari = AzionePiano['destinatari'];

/** Le azioni scritte nel modulo: quelle in vigore cambiano titolo, descrizione e categoria o si tolgono; una nuova porta date, destinatari e costi. */
export function leggiAzioni(
  base: ContenutoVersione,
  scritto: ContenutoVersione,
  lettore: LettoreCampi,
  nuovoId: string,
): ContenutoVersione {
  const inVigore = base.piano?.azioni ?? [];
  const note = new Set(inVigore.map(({ id }) => id));
  const aggiunteGia = (scritto.piano?.azioni ?? []).filter(({ id }) => !note.has(id));
  const tolta = (id: string): boolean => {
    const nome = NOMI.azione(id);
    const prima = !scritto.piano?.azioni.some((a) => a.id === id);
    return lettore.spunta(`${nome}.togli`, `${nome}.titolo`, prima);
  };
  const rimaste = inVigore.filter(({ id }) => !tolta(id)).map((azione) => testi(scrittaO(azione, scritto), lettore));
  const aggiunte = aggiunteGia.filter(({ id }) => !tolta(id)).map((azione) => nuova(azione, scritto, lettore, NOMI.azione(azione.id)));
  const vuota = nuovaAzione(nuovoId, [...inVigore, ...aggiunteGia], null);
  const ultima = lettore.testo(`${NOMI.azioneNuova}.titolo`, '') ? [nuova(vuota, scritto, lettore, NOMI.azioneNuova)] : [];
  const intere = [...aggiunte, ...ultima];
  const vivi = new Set(rimaste.map(({ id }) => id));
  const voci = [...(base.piano?.voci ?? []).filter(({ azioneId }) => vivi.has(azioneId)), ...intere.flatMap((intera) => intera.voci)];
  return { ...scritto, piano: { azioni: [...rimaste, ...intere.map(({ azione }) => azione)], voci } };
}

const scrittaO = (azione: AzionePiano, scritto: ContenutoVersione): AzionePiano =>
  scritto.piano?.azioni.find(({ id }) => id === azione.id) ?? azione;

function testi(azione: AzionePiano, lettore: LettoreCampi, nome = NOMI.azione(azione.id)): AzionePiano {
  const titolo = lettore.testo(`${nome}.titolo`, azione.titolo);
  if (!titolo) lettore.errori[`${nome}.titolo`] = 'Scrivi il titolo dell’azione; per toglierla usa la casella.';
  const [tipo, categoria] = lettore.testo(`${nome}.categoria`, `${azione.tipo}/${azione.categoria ?? ''}`).split('/');
  return {
    ...azione,
    titolo: titolo.slice(0, 300),
    descrizione: lettore.testo(`${nome}.descrizione`, azione.descrizione),
    tipo: tipo === 'AZIONE' ? 'AZIONE' : 'SERVIZIO',
    categoria: categoria || null,
  };
}

/** Un'azione che il piano in vigore non ha, con i suoi costi. */
function nuova(
  prima: AzionePiano,
  scritto: ContenutoVersione,
  lettore: LettoreCampi,
  nome: string,
): { azione: AzionePiano; voci: VoceBudget[] } {
  const azione: AzionePiano = {
    ...testi(prima, lettore, nome),
    codice: lettore.testo(`${nome}.codice`, prima.codice).slice(0, 12) || prima.codice,
    organizzazioneId: lettore.testoONull(`${nome}.ente`, prima.organizzazioneId),
    inizio: lettore.data(`${nome}.inizio`, prima.inizio),
    fine: lettore.data(`${nome}.fine`, prima.fine),
    destinatari: RIGHE_AZIONE.reduce(
      (righe, n) => conDestinatari(righe, prima.destinatari[n], NOMI.destinatariAzione(nome, n), lettore, n),
      [] as Destinatari,
    ),
  };
  const sue = (scritto.piano?.voci ?? []).filter(({ azioneId }) => azioneId === prima.id);
  const voci = RIGHE_AZIONE.reduce<Piano['voci']>((righe, n) => conCosto(righe, azione, sue[n], NOMI.costo(nome, n), lettore), []);
  return { azione, voci };
}

function conDestinatari(
  righe: Destinatari,
  prima: Destinatari[number] | undefined,
  nome: string,
  lettore: LettoreCampi,
  n: number,
): Destinatari {
  const quantita = lettore.intero(`${nome}.quantita`, prima?.quantita ?? null);
  const gruppo = lettore.testo(`${nome}.gruppo`, prima?.gruppo ?? '');
  if (quantita === null || quantita === 0) return righe;
  if (!gruppo) lettore.errori[`${nome}.gruppo`] = 'Scegli il gruppo di destinatari.';
  return [
    ...righe,
    { id: prima?.id ?? `nuovo-${n + 1}`, gruppo, quantita, unita: lettore.testo(`${nome}.unita`, prima?.unita ?? 'persone') || 'persone' },
  ];
}

function conCosto(
  righe: VoceBudget[],
  { id }: AzionePiano,
  prima: VoceBudget | undefined,
  nome: string,
  lettore: LettoreCampi,
): VoceBudget[] {
  const cella = {
    azioneId: id,
    categoria: lettore.testo(`${nome}.categoria`, prima?.categoria ?? ''),
    organizzazioneId: lettore.testo(`${nome}.ente`, prima?.organizzazioneId ?? ''),
  };
  const importi = leggiImporti(lettore, nome, prima ?? ZERO);
  if (soloZeri(importi)) return righe;
  if (cella.categoria && cella.organizzazioneId) return scriviCella(righe, cella, importi);
  lettore.errori[`${nome}.categoria`] = 'Scegli categoria di costo ed ente.';
  return righe;
}
