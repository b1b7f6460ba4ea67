import fc from 'fast-check';
import type { DominioModifica } from '@/lib/bandi/configurazione';
import type { AzionePiano, ContenutoVersione, Partner, VoceBudget } from '@/lib/domande/valori';
import { CATEGORIE, uuid } from './piano';

/** Versioni di piano qualunque, e versioni cambiate in un ambito, per le prove delle modifiche. */

const ENTE = [901, 902, 903, 904].map(uuid);
const anagrafica = fc.record({
  referente: fc.constantFrom(null, 'Ufficio progetti', 'Ufficio piani'),
  email: fc.constantFrom(null, 'progetti@ente.example'),
  telefono: fc.constantFrom(null, '011 1', '011 2'),
  sede: fc.constantFrom(null, 'Via Roma 1', 'Via Po 2'),
  iban: fc.constantFrom(null, 'IT60X0542811101000000123456'),
  intestatario: fc.constantFrom(null, 'Consorzio'),
});
const partner = (ids: readonly string[]): Partner[] =>
  ids.map((id, i) => ({ organizzazioneId: id, denominazione: `Ente ${id.slice(-3)}`, ruolo: i === 0 ? 'CAPOFILA' : 'PARTNER_GESTORE' }));
const giorno = fc.constantFrom(null, '2020-01-01', '2020-01-31', '2020-02-29', '2020-12-31');
const destinatari = fc
  .uniqueArray(fc.constantFrom('d1', 'd2', 'd3', 'd/4'), { maxLength: 3 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          gruppo: fc.constantFrom('', 'MINORI'),
          quantita: fc.nat(500),
          unita: fc.constantFrom('persone', 'nuclei'),
        }),
      ),
    ),
  )
  .map((righe): AzionePiano['destinatari'] => righe);

const unAzione = (n: number, enti: readonly string[]): fc.Arbitrary<AzionePiano> =>
  fc.record({
    id: fc.constant(uuid(n)),
    codice: fc.constant(`A${n}`),
    titolo: fc.constantFrom('', 'Sportello', 'Ascolto'),
    descrizione: fc.constantFrom('', 'Testo'),
    tipo: fc.constantFrom('SERVIZIO' as const, 'AZIONE' as const),
    categoria: fc.constantFrom(null, 'C1', 'C2'),
    organizzazioneId: fc.constantFrom(...enti),
    inizio: giorno,
    fine: giorno,
    priorita: fc.constantFrom(1, 2, 3),
    destinatari,
    indicatori: fc.constant([]),
  });
const importo = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_000_000 })).map(String);
const vociDi = (azioni: readonly AzionePiano[], enti: readonly string[]): fc.Arbitrary<VoceBudget[]> => {
  const celle = azioni.flatMap(({ id }) =>
    CATEGORIE.flatMap((categoria) => enti.map((ente) => ({ azioneId: id, categoria, organizzazioneId: ente }))),
  );
  const importi = fc.record({ contributoCents: importo.filter((c) => c !== '0'), cofinanziamentoCents: importo, naturaCents: importo });
  return fc
    .subarray(celle)
    .chain((scelte) =>
      fc.tuple(...scelte.map((cella, i) => importi.map((soldi) => ({ id: `v${i}-${cella.azioneId.slice(-2)}`, ...cella, ...soldi })))),
    );
};

/** Un piano coerente: azioni e voci di enti che partecipano, una voce per cella. */
export const unContenuto: fc.Arbitrary<ContenutoVersione> = fc.subarray(ENTE.slice(0, 3), { minLength: 1 }).chain((enti) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }).chain((numeri) =>
    fc.tuple(...numeri.map((n) => unAzione(n, enti))).chain((azioni) =>
      fc.tuple(vociDi(azioni, enti), anagrafica).map(
        ([voci, recapiti]): ContenutoVersione => ({
          titolo: 'Progetto',
          fase: 'PROGETTO',
          bando: { titolo: 'Bando', versione: 1 },
          partner: partner(enti),
          ambiti: [{ numero: 1, nome: 'Ambito' }],
          sezioni: { note: { testo: 'uguale' } },
          documenti: [],
          piano: { azioni, voci },
          anagrafica: recapiti,
        }),
      ),
    ),
  ),
);

type Piano = NonNullable<ContenutoVersione['piano']>;
const conPiano = (base: ContenutoVersione, cambio: (piano: Piano) => Piano): ContenutoVersione => ({
  ...base,
  piano: cambio(base.piano ?? { azioni: [], voci: [] }),
});
const enti = (c: ContenutoVersione): string[] => c.partner.map(({ organizzazioneId }) => organizzazioneId);

/** Lo stesso piano con altro scritto in un ambito. */
export function cambiatoIn(base: ContenutoVersione, dominio: DominioModifica): fc.Arbitrary<ContenutoVersione> {
  const azioni = base.piano?.azioni ?? [];
  if (dominio === 'budget') return vociDi(azioni, enti(base)).map((voci) => conPiano(base, ({ azioni: a }) => ({ azioni: a, voci })));
  if (['referente', 'sede', 'dati_bancari'].includes(dominio)) {
    const campi = { referente: ['referente', 'email', 'telefono'], sede: ['sede'], dati_bancari: ['iban', 'intestatario'] }[
      dominio as 'sede'
    ];
    return anagrafica.map((nuova) => ({
      ...base,
      anagrafica: {
        ...nuova,
        ...Object.fromEntries(Object.entries(base.anagrafica ?? {}).filter(([campo]) => !campi.includes(campo))),
      } as ContenutoVersione['anagrafica'],
    }));
  }
  if (dominio === 'azioni') return azioniCambiate(base);
  if (dominio === 'partner') return entiCambiati(base);
  const campi = (dominio === 'destinatari' ? ['destinatari'] : ['inizio', 'fine']) as (keyof AzionePiano)[];
  return fc.tuple(...azioni.map(({ codice }) => unAzione(Number(codice.slice(1)), enti(base)))).map((nuove) =>
    conPiano(base, ({ voci }) => ({
      voci,
      azioni: azioni.map((a, i) => ({ ...a, ...Object.fromEntries(campi.map((campo) => [campo, nuove[i]?.[campo]])) })),
    })),
  );
}

/** Azioni tolte (con le loro voci), aggiunte (con le loro) e riscritte nei testi. */
function azioniCambiate(base: ContenutoVersione): fc.Arbitrary<ContenutoVersione> {
  const piano = base.piano ?? { azioni: [], voci: [] };
  const nuove = fc.subarray([11, 12, 13]).chain((numeri) => fc.tuple(...numeri.map((n) => unAzione(n, enti(base)))));
  return fc.tuple(fc.subarray(piano.azioni), nuove, fc.constantFrom('Titolo nuovo', null)).chain(([rimaste, aggiunte, titolo]) =>
    vociDi(aggiunte, enti(base)).map((voci) =>
      conPiano(base, () => ({
        azioni: [...rimaste.map((a) => (titolo ? { ...a, titolo, categoria: 'C9' } : a)), ...aggiunte],
        voci: [...piano.voci.filter(({ azioneId }) => rimaste.some(({ id }) => id === azioneId)), ...voci],
      })),
    ),
  );
}

function entiCambiati(base: ContenutoVersione): fc.Arbitrary<ContenutoVersione> {
  return fc.subarray(ENTE, { minLength: 1 }).chain((ids) =>
    fc.tuple(...(base.piano?.azioni ?? []).map(() => fc.constantFrom(...ids))).map((responsabili) => ({
      ...conPiano(base, ({ azioni, voci }) => ({
        voci,
        azioni: azioni.map((a, i) => ({ ...a, organizzazioneId: responsabili[i] ?? null })),
      })),
      partner: partner(ids),
    })),
  );
}
