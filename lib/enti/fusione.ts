import type { ContenutoVersione, Partner, VoceBudget } from '@/lib/domande/valori';

/** La fusione di due enti: chi confluisce lascia il posto all'altro in ogni piano in vigore. Nessun database, nessun orologio. */

const PESO: Record<Partner['ruolo'], number> = { CAPOFILA: 3, PARTNER_GESTORE: 2, PARTNER_ETS: 1, ALTRO: 0 };

/**
 * Il piano con un ente al posto di un altro: aggregazione, azioni e quadro economico. Se i due c'erano entrambi, ne resta uno col ruolo che conta di più, e le
 * voci della stessa azione e categoria si sommano. Le sezioni depositate non cambiano: sono la storia. Gli importi in totale sono gli stessi.
 */
export function conEnteSostituito(contenuto: ContenutoVersione, da: string, a: { id: string; denominazione: string }): ContenutoVersione {
  const nuovo = (id: string): string => (id === da ? a.id : id);
  const piano = contenuto.piano && {
    azioni: contenuto.piano.azioni.map((z) => ({ ...z, organizzazioneId: z.organizzazioneId && nuovo(z.organizzazioneId) })),
    voci: unite(contenuto.piano.voci.map((v) => ({ ...v, organizzazioneId: nuovo(v.organizzazioneId) }))),
  };
  return { ...contenuto, partner: partnerUniti(contenuto.partner, da, a), ...(piano && { piano }) };
}

function partnerUniti(partner: readonly Partner[], da: string, a: { id: string; denominazione: string }): Partner[] {
  const uniti = new Map<string, Partner>();
  for (const p of partner) {
    const qui = p.organizzazioneId === da ? { ...p, organizzazioneId: a.id, denominazione: a.denominazione } : p;
    const altro = uniti.get(qui.organizzazioneId);
    uniti.set(qui.organizzazioneId, altro && PESO[altro.ruolo] >= PESO[qui.ruolo] ? altro : qui);
  }
  return [...uniti.values()];
}

const somma = (uno: string, due: string): string => String(BigInt(uno) + BigInt(due));

function unite(voci: readonly VoceBudget[]): VoceBudget[] {
  const celle = new Map<string, VoceBudget>();
  for (const v of voci) {
    const chiave = `${v.azioneId} ${v.categoria} ${v.organizzazioneId}`;
    const altra = celle.get(chiave);
    celle.set(
      chiave,
      altra
        ? {
            ...altra,
            contributoCents: somma(altra.contributoCents, v.contributoCents),
            cofinanziamentoCents: somma(altra.cofinanziamentoCents, v.cofinanziamentoCents),
            naturaCents: somma(altra.naturaCents, v.naturaCents),
          }
        : v,
    );
  }
  return [...celle.values()];
}

type EnteDaFondere = { id: string; tipo: string; confluitaInId: string | null };

/** Perché due enti non si possono fondere da un giorno, o null se si può. `oggi` e `dal`: AAAA-MM-GG. */
export function motivoDelRifiuto(da: EnteDaFondere | undefined, a: EnteDaFondere | undefined, dal: string, oggi: string): string | null {
  if (!da || !a) return 'Uno dei due enti non c’è: ricarica la pagina e sceglili di nuovo.';
  if (da.id === a.id) return 'Scegli due enti diversi: uno confluisce, l’altro resta.';
  if (da.tipo === 'REGIONE' || a.tipo === 'REGIONE') return 'La Regione non si fonde con gli enti dei progetti.';
  if (da.confluitaInId) return 'L’ente da cui si parte è già confluito in un altro.';
  if (a.confluitaInId) return 'L’ente che resta è già confluito in un altro: scegli quello in cui è confluito.';
  if (dal > oggi) return 'La fusione si registra quando ha effetto: scrivi una data di oggi o passata.';
  return null;
}
