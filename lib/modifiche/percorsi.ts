import type { DominioModifica } from '@/lib/bandi/configurazione';
import type { Anagrafica, AzionePiano, ContenutoVersione, Partner } from '@/lib/domande/valori';
import { cellaDellaChiave, celleDi, chiaveCella, leggiCella, passaVoci, scriviCella } from './celle';
import type { Json } from './json';

/**
 * I luoghi di una versione che una modifica può cambiare: un percorso dice dove, e ogni percorso è di un ambito solo. Un'azione che entra o esce porta con
 * se le sue voci di costo; quando un'azione cambia responsabile le voci che erano sue passano al nuovo, e quelle di un ente che esce a chi risponde dell'azione.
 */

const CAMPI_AZIONE: Partial<Record<DominioModifica, readonly (keyof AzionePiano)[]>> = {
  azioni: ['titolo', 'descrizione', 'tipo', 'categoria'],
  partner: ['organizzazioneId'],
  cronoprogramma: ['inizio', 'fine'],
};
const CAMPI_ANAGRAFICA: Partial<Record<DominioModifica, readonly (keyof Anagrafica)[]>> = {
  referente: ['referente', 'email', 'telefono'],
  sede: ['sede'],
  dati_bancari: ['iban', 'intestatario'],
};
const SENZA_RECAPITI: Anagrafica = { referente: null, email: null, telefono: null, sede: null, iban: null, intestatario: null };

const azioniDi = ({ piano }: ContenutoVersione): AzionePiano[] => piano?.azioni ?? [];
const azioneDi = (contenuto: ContenutoVersione, id: string | undefined) => azioniDi(contenuto).find((azione) => azione.id === id);
/** `gruppo`, `quantita` e `unita`: il resto di un gruppo di destinatari è la sua chiave. */
const senzaId = ({ id: _, ...resto }: AzionePiano['destinatari'][number]): Json => resto;

/** I percorsi di un ambito che una versione ha. */
export function percorsiDi(contenuto: ContenutoVersione, dominio: DominioModifica): string[] {
  if (dominio === 'budget') return [...new Set(celleDi(contenuto).map((cella) => `voci/${chiaveCella(cella)}`))];
  const azioni = azioniDi(contenuto);
  if (dominio === 'destinatari') return azioni.flatMap((a) => a.destinatari.map(({ id }) => `azioni/${a.id}/destinatari/${id}`));
  const interi = dominio === 'azioni' ? azioni.map(({ id }) => `azioni/${id}`) : [];
  const enti = dominio === 'partner' ? contenuto.partner.map(({ organizzazioneId }) => `partner/${organizzazioneId}`) : [];
  const campi = azioni.flatMap(({ id }) => (CAMPI_AZIONE[dominio] ?? []).map((campo) => `azioni/${id}/${campo}`));
  return [...interi, ...enti, ...campi, ...(CAMPI_ANAGRAFICA[dominio] ?? []).map((campo) => `anagrafica/${campo}`)];
}

/** Le parti di un percorso: ciò che segue la terza è la chiave di un gruppo di destinatari, qualunque cosa contenga. */
function parti(percorso: string): { radice: string; chiave: string; campo?: string; sotto?: string } {
  const [radice = '', chiave = '', campo, ...resto] = percorso.split('/');
  return { radice, chiave, campo, sotto: resto.length > 0 ? resto.join('/') : undefined };
}

/** L'ambito a cui un percorso appartiene; null se non è di nessuno. */
export function dominioDi(percorso: string): DominioModifica | null {
  const { radice, chiave, campo, sotto } = parti(percorso);
  if (percorso === 'testo') return 'altro';
  if (!chiave) return null;
  if (radice === 'voci') return campo === undefined ? 'budget' : null;
  if (radice === 'partner') return campo === undefined ? 'partner' : null;
  if (radice === 'anagrafica') return chi(CAMPI_ANAGRAFICA, chiave);
  if (radice !== 'azioni') return null;
  if (campo === undefined) return 'azioni';
  if (campo === 'destinatari') return sotto ? 'destinatari' : null;
  return sotto === undefined ? chi(CAMPI_AZIONE, campo) : null;
}
const chi = (campi: Partial<Record<DominioModifica, readonly string[]>>, campo: string): DominioModifica | null =>
  (Object.keys(campi) as DominioModifica[]).find((dominio) => campi[dominio]?.includes(campo)) ?? null;

/** Ciò che sta a un percorso; null se non c'è. */
export function leggi(contenuto: ContenutoVersione, percorso: string): Json {
  const { radice, chiave, campo, sotto } = parti(percorso);
  if (radice === 'voci') return leggiCella(contenuto.piano?.voci ?? [], cellaDellaChiave(chiave));
  if (radice === 'anagrafica') return contenuto.anagrafica?.[chiave as keyof Anagrafica] ?? null;
  if (radice === 'partner') {
    const partner = contenuto.partner.find(({ organizzazioneId }) => organizzazioneId === chiave);
    return partner ? { ruolo: partner.ruolo, denominazione: partner.denominazione } : null;
  }
  const azione = radice === 'azioni' ? azioneDi(contenuto, chiave) : undefined;
  if (!azione) return null;
  if (campo === undefined) return { azione, voci: (contenuto.piano?.voci ?? []).filter((voce) => voce.azioneId === chiave) } as Json;
  if (campo !== 'destinatari') return (azione[campo as keyof AzionePiano] ?? null) as Json;
  const riga = azione.destinatari.find(({ id }) => id === sotto);
  return riga ? senzaId(riga) : null;
}

/** Lo stesso contenuto con un altro valore a un percorso (null lo toglie); ciò che non sta lì non cambia. */
export function scrivi(contenuto: ContenutoVersione, percorso: string, valore: Json): ContenutoVersione {
  const { radice, chiave, campo, sotto } = parti(percorso);
  const piano = contenuto.piano ?? { azioni: [], voci: [] };
  if (radice === 'testo') return contenuto;
  if (radice === 'anagrafica') return { ...contenuto, anagrafica: { ...(contenuto.anagrafica ?? SENZA_RECAPITI), [chiave]: valore } };
  if (radice === 'voci') return { ...contenuto, piano: { ...piano, voci: scriviCella(piano.voci, cellaDellaChiave(chiave), valore) } };
  if (radice === 'partner') return scriviPartner(contenuto, chiave, valore as Omit<Partner, 'organizzazioneId'> | null);
  if (campo === undefined) return scriviAzione(contenuto, chiave, valore as Intera | null);
  const cambia = (azione: AzionePiano): AzionePiano =>
    campo === 'destinatari' ? conDestinatari(azione, sotto ?? '', valore) : ({ ...azione, [campo]: valore } as AzionePiano);
  const prima = azioneDi(contenuto, chiave)?.organizzazioneId;
  const voci =
    campo === 'organizzazioneId' && prima && typeof valore === 'string' ? passaVoci(piano.voci, chiave, prima, valore) : piano.voci;
  return {
    ...contenuto,
    piano: { ...piano, azioni: piano.azioni.map((azione) => (azione.id === chiave ? cambia(azione) : azione)), voci },
  };
}

type Intera = { azione: AzionePiano; voci: NonNullable<ContenutoVersione['piano']>['voci'] };

function scriviAzione(contenuto: ContenutoVersione, id: string, intera: Intera | null): ContenutoVersione {
  const { azioni, voci } = contenuto.piano ?? { azioni: [], voci: [] };
  const altre = { azioni: azioni.filter((a) => a.id !== id), voci: voci.filter((v) => v.azioneId !== id) };
  const piano = intera ? { azioni: [...altre.azioni, intera.azione], voci: [...altre.voci, ...intera.voci] } : altre;
  return { ...contenuto, piano };
}

function scriviPartner(contenuto: ContenutoVersione, id: string, scritto: Omit<Partner, 'organizzazioneId'> | null): ContenutoVersione {
  const { partner } = contenuto;
  if (scritto) {
    const nuovo = { organizzazioneId: id, denominazione: scritto.denominazione, ruolo: scritto.ruolo };
    const gia = partner.some(({ organizzazioneId }) => organizzazioneId === id);
    return { ...contenuto, partner: gia ? partner.map((p) => (p.organizzazioneId === id ? nuovo : p)) : [...partner, nuovo] };
  }
  const piano = contenuto.piano && {
    ...contenuto.piano,
    voci: contenuto.piano.azioni.reduce(
      (voci, azione) => (azione.organizzazioneId ? passaVoci(voci, azione.id, id, azione.organizzazioneId) : voci),
      contenuto.piano.voci,
    ),
  };
  return { ...contenuto, partner: partner.filter(({ organizzazioneId }) => organizzazioneId !== id), ...(piano ? { piano } : {}) };
}

function conDestinatari(azione: AzionePiano, id: string, valore: Json): AzionePiano {
  const { destinatari } = azione;
  if (valore === null) return { ...azione, destinatari: destinatari.filter((d) => d.id !== id) };
  const riga = { id, ...(valore as Omit<AzionePiano['destinatari'][number], 'id'>) };
  const gia = destinatari.some((d) => d.id === id);
  return { ...azione, destinatari: gia ? destinatari.map((d) => (d.id === id ? riga : d)) : [...destinatari, riga] };
}
