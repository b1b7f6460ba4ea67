import type { DominioModifica } from '@/lib/bandi/configurazione';
import type { Anagrafica, ContenutoVersione, Partner } from '@/lib/domande/valori';
import { leggiAzioni } from './azioni';
import { leggiBudget } from './budget';
import { type Campi, LettoreCampi } from './lettore';
import { NOMI } from './nomi';

export type PerLeggere = {
  /** Il piano in vigore, e la bozza della richiesta già salvata da cui si parte. */
  base: ContenutoVersione;
  scritto: ContenutoVersione;
  /** Gli enti che possono entrare. */
  enti: readonly { id: string; nome: string }[];
  /** L'identificativo dell'azione che si aggiunge, se se ne aggiunge una: qui non c'è caso. */
  nuovoId: string;
};
/** Il piano come lo vuole chi scrive, e per campo ciò che non si è capito. */
export type Letto = { nuovo: ContenutoVersione; errori: Record<string, string> };

const RUOLI: readonly Partner['ruolo'][] = ['CAPOFILA', 'PARTNER_GESTORE', 'PARTNER_ETS', 'ALTRO'];
const RECAPITI: Partial<Record<DominioModifica, readonly (keyof Anagrafica)[]>> = {
  referente: ['referente', 'email', 'telefono'],
  sede: ['sede'],
  dati_bancari: ['iban', 'intestatario'],
};
const VUOTA: Anagrafica = { referente: null, email: null, telefono: null, sede: null, iban: null, intestatario: null };

/** Il piano scritto nel modulo di un ambito: la stessa funzione nel browser, mentre si scrive, e nel server quando si salva. */
export function leggiModulo(dominio: DominioModifica, { base, scritto, enti, nuovoId }: PerLeggere, campi: Campi): Letto {
  const lettore = new LettoreCampi(campi);
  const leggi = (): ContenutoVersione => {
    switch (dominio) {
      case 'budget':
        return leggiBudget(base, scritto, lettore);
      case 'azioni':
        return leggiAzioni(base, scritto, lettore, nuovoId);
      case 'partner':
        return leggiPartner(base, scritto, lettore, enti);
      case 'destinatari':
        return perAzione(scritto, (azione) => ({ ...azione, destinatari: leggiDestinatari(azione, base, lettore) }));
      case 'cronoprogramma':
        return perAzione(scritto, (azione) => ({
          ...azione,
          inizio: lettore.data(NOMI.inizio(azione.id), azione.inizio),
          fine: lettore.data(NOMI.fine(azione.id), azione.fine),
        }));
      case 'altro':
        return scritto;
      default:
        return leggiRecapiti(RECAPITI[dominio] ?? [], scritto, lettore);
    }
  };
  return { nuovo: leggi(), errori: lettore.errori };
}

type Azione = NonNullable<ContenutoVersione['piano']>['azioni'][number];

const perAzione = (contenuto: ContenutoVersione, cambia: (azione: Azione) => Azione): ContenutoVersione => ({
  ...contenuto,
  piano: { voci: contenuto.piano?.voci ?? [], azioni: (contenuto.piano?.azioni ?? []).map(cambia) },
});

/** Una casella vuota toglie il gruppo; quello nuovo prende il primo identificativo libero. */
function leggiDestinatari(azione: Azione, base: ContenutoVersione, lettore: LettoreCampi): Azione['destinatari'] {
  const inVigore = base.piano?.azioni.find(({ id }) => id === azione.id)?.destinatari ?? [];
  const scritti = azione.destinatari;
  const tutti = [
    ...inVigore.map((d) => scritti.find(({ id }) => id === d.id) ?? d),
    ...scritti.filter((d) => !inVigore.some(({ id }) => id === d.id)),
  ];
  const rimasti = tutti.flatMap((d) => {
    const gia = scritti.some(({ id }) => id === d.id);
    const quantita = lettore.intero(NOMI.gruppo(azione.id, d.id), gia ? d.quantita : null);
    return quantita === null ? [] : [{ ...d, quantita }];
  });
  const nome = NOMI.gruppoNuovo(azione.id);
  const quantita = lettore.intero(`${nome}.quantita`, null);
  if (quantita === null) return rimasti;
  const gruppo = lettore.testo(`${nome}.gruppo`, '');
  if (!gruppo) lettore.errori[`${nome}.gruppo`] = 'Scegli il gruppo di destinatari.';
  const unita = lettore.testo(`${nome}.unita`, '') || 'persone';
  return [...rimasti, { id: primoLibero(tutti.map(({ id }) => id)), gruppo, quantita, unita }];
}

function primoLibero(usati: readonly string[]): string {
  const numero = Array.from({ length: usati.length + 1 }, (_, n) => n + 1).find((n) => !usati.includes(`aggiunto-${n}`));
  return `aggiunto-${numero ?? usati.length + 1}`;
}

function leggiPartner(
  base: ContenutoVersione,
  scritto: ContenutoVersione,
  lettore: LettoreCampi,
  enti: PerLeggere['enti'],
): ContenutoVersione {
  const fuori = base.partner.filter((p) => !scritto.partner.some(({ organizzazioneId }) => organizzazioneId === p.organizzazioneId));
  const partner = [...scritto.partner, ...fuori].flatMap((p): Partner[] => {
    const ruolo = lettore.testo(NOMI.ruolo(p.organizzazioneId), fuori.includes(p) ? '' : p.ruolo);
    const noto = RUOLI.find((r) => r === ruolo);
    return noto ? [{ ...p, ruolo: noto }] : [];
  });
  const scelto = enti.find(({ id }) => id === lettore.testo(NOMI.enteNuovo, ''));
  const ruoloNuovo = RUOLI.find((r) => r === lettore.testo(NOMI.ruoloNuovo, '')) ?? 'PARTNER_GESTORE';
  const entra: Partner[] = scelto ? [{ organizzazioneId: scelto.id, denominazione: scelto.nome, ruolo: ruoloNuovo }] : [];
  const conEnti = { ...scritto, partner: [...partner, ...entra] };
  return perAzione(conEnti, (azione) => ({
    ...azione,
    organizzazioneId: lettore.testoONull(NOMI.responsabile(azione.id), azione.organizzazioneId),
  }));
}

function leggiRecapiti(quali: readonly (keyof Anagrafica)[], scritto: ContenutoVersione, lettore: LettoreCampi): ContenutoVersione {
  const prima = scritto.anagrafica ?? VUOTA;
  const letti = quali.map((campo) => [campo, lettore.testoONull(campo, prima[campo])]);
  return { ...scritto, anagrafica: { ...prima, ...Object.fromEntries(letti) } };
}
