import { z } from 'zod';
import { dataBreve } from '@/lib/format/data';
import { leggiImporto, scriviImporto } from '@/lib/format/importo';
import { leggiData, leggiNumero } from '@/lib/format/lettura';
import type { Configurazione } from './configurazione';
import { BozzaScelta } from './schema';
import { istanteDiRoma } from './termini';

/** Il modulo «Dati e passi», quello delle soglie e quello degli importi per ambito: lettura e riempimento. */

type OraLetta = { ok: true; ora: string | null } | { ok: false; messaggio: string };

/** `30/09/2020 12:00` (anche `30/09/2020 alle 12.00`) o ISO → `2020-09-30T12:00`; vuoto = null. */
export function leggiOraCivile(testo: string): OraLetta {
  const pulito = testo.trim();
  if (pulito === '') return { ok: true, ora: null };
  const parti = /^(\S+?)(?:T|\s+(?:alle\s+|ore\s+)?)(\d{1,2})[:.](\d{2})$/i.exec(pulito);
  if (!parti) return { ok: false, messaggio: 'Scrivi giorno e ora come 30/09/2020 12:00.' };
  const giorno = leggiData(parti[1] ?? '');
  if (!giorno.ok) return { ok: false, messaggio: giorno.messaggio };
  const [ore, minuti] = [Number(parti[2]), Number(parti[3])];
  if (ore > 23 || minuti > 59) return { ok: false, messaggio: 'L’ora va da 00:00 a 23:59.' };
  return { ok: true, ora: `${giorno.iso}T${String(ore).padStart(2, '0')}:${parti[3]}` };
}
export const scriviOraCivile = (ora: string | null): string => (ora ? `${dataBreve(ora.slice(0, 10))} ${ora.slice(11)}` : '');

type Contesto = { addIssue: (issue: { code: 'custom'; message: string }) => void };
const rifiuta = (ctx: Contesto, message: string): typeof z.NEVER => {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
};
const ora = z
  .string()
  .default('')
  .transform((testo, ctx) => {
    const letta = leggiOraCivile(testo);
    return letta.ok ? letta.ora : rifiuta(ctx, letta.messaggio);
  });
const importo = z
  .string()
  .default('')
  .transform((testo, ctx) => {
    const letto = leggiImporto(testo);
    return letto.ok ? letto.cents : rifiuta(ctx, letto.messaggio);
  });
const giorni = z.coerce
  .number('Scrivi un numero di giorni.')
  .int('Scrivi un numero intero.')
  .min(1, 'Almeno un giorno.')
  .max(365, 'Al massimo 365 giorni.');

const FASI = ['IDEA', 'AVVISO', 'PROGETTO'] as const;
const PASSI = { apreIDEA: ora, chiudeIDEA: ora, apreAVVISO: ora, chiudeAVVISO: ora, aprePROGETTO: ora, chiudePROGETTO: ora };

export const DatiBando = BozzaScelta.extend({
  titolo: z.string().trim().min(1, 'Scrivi il titolo del bando.').max(300, 'Al massimo 300 caratteri.'),
  tipo: z.enum(['NON_COMPETITIVO', 'COMPETITIVO', 'SPORTELLO'], 'Scegli il tipo di bando.'),
  atto: z.string().trim().max(200, 'Al massimo 200 caratteri.'),
  presentazione: z.string().trim().max(4000, 'Al massimo 4.000 caratteri.'),
  dotazione: importo,
  contributoMin: importo,
  contributoMax: importo,
  giorniAvviso: giorni,
  giorniIntegrazioni: giorni,
  giorniPreavviso: giorni,
  ...PASSI,
}).superRefine((dati, ctx) => {
  for (const fase of FASI) {
    const [apre, chiude] = [dati[`apre${fase}`], dati[`chiude${fase}`]];
    if (chiude && !apre) ctx.addIssue({ code: 'custom', path: [`apre${fase}`], message: 'Scrivi anche quando apre.' });
    if (apre && chiude && istanteDiRoma(chiude, 'chiude') <= istanteDiRoma(apre, 'chiude'))
      ctx.addIssue({ code: 'custom', path: [`chiude${fase}`], message: 'La chiusura viene dopo l’apertura.' });
  }
});

/** La configurazione con i dati generali del modulo. Cambiando tipo, gli importi per ambito restano solo dove valgono. */
export function conDati(c: Configurazione, dati: z.infer<typeof DatiBando>): Configurazione {
  const { titolo, tipo, atto, presentazione, giorniAvviso, giorniIntegrazioni, giorniPreavviso } = dati;
  const passi = FASI.flatMap((fase) => {
    const apre = dati[`apre${fase}`];
    return apre ? [{ fase, apre, chiude: dati[`chiude${fase}`] }] : [];
  });
  return {
    ...c,
    ...{ titolo, tipo, atto, presentazione, giorniAvviso, giorniIntegrazioni, giorniPreavviso, passi },
    dotazioneCents: dati.dotazione ?? '0',
    contributoMinCents: dati.contributoMin,
    contributoMaxCents: dati.contributoMax,
    importiPerAmbito: tipo === 'NON_COMPETITIVO' ? c.importiPerAmbito : [],
  };
}

const importoIn = (cents: string | null): string => (cents ? scriviImporto(cents) : '');

export function moduloDati(c: Configurazione): Record<string, string> {
  const passo = (fase: string) => c.passi.find((p) => p.fase === fase);
  return {
    titolo: c.titolo,
    tipo: c.tipo,
    atto: c.atto,
    presentazione: c.presentazione,
    dotazione: c.dotazioneCents === '0' ? '' : importoIn(c.dotazioneCents),
    contributoMin: importoIn(c.contributoMinCents),
    contributoMax: importoIn(c.contributoMaxCents),
    giorniAvviso: String(c.giorniAvviso),
    giorniIntegrazioni: String(c.giorniIntegrazioni),
    giorniPreavviso: String(c.giorniPreavviso),
    ...Object.fromEntries(
      FASI.flatMap((f) => [
        [`apre${f}`, scriviOraCivile(passo(f)?.apre ?? null)],
        [`chiude${f}`, scriviOraCivile(passo(f)?.chiude ?? null)],
      ]),
    ),
  };
}

export const SogliaBando = BozzaScelta.extend({
  soglia: z.string().transform((testo, ctx) => {
    const letta = leggiNumero(testo);
    return letta.ok && (letta.valore ?? 0) >= 0 ? Math.round((letta.valore ?? 0) * 100) : rifiuta(ctx, 'Scrivi un numero come 60 o 60,5.');
  }),
  scarto: z.coerce.number('Scrivi un numero da 1 a 100.').int().min(1, 'Almeno 1.').max(100, 'Al massimo 100.'),
  parita: z.string().transform((t) => t.split(/[\s,;]+/).filter(Boolean)),
});
export const conSoglia = (c: Configurazione, s: z.infer<typeof SogliaBando>): Configurazione => ({
  ...c,
  sogliaTotaleCentesimi: s.soglia,
  scartoSegnalatoPercento: s.scarto,
  parita: s.parita,
});

/** Un importo per ambito: `ambito_7` = «40.000,00»; vuoto = nessun importo. */
export const ImportiBando = BozzaScelta.catchall(z.string()).transform(({ bandoId, rev, ...altri }, ctx) => {
  const importi: Configurazione['importiPerAmbito'] = [];
  for (const [nome, testo] of Object.entries(altri)) {
    const ambito = /^ambito_(\d{1,4})$/.exec(nome)?.[1];
    if (!ambito) continue;
    const letto = leggiImporto(String(testo));
    if (!letto.ok) ctx.addIssue({ code: 'custom', path: [nome], message: letto.messaggio });
    else if (letto.cents && letto.cents !== '0') importi.push({ ambito: Number(ambito), cents: letto.cents });
  }
  return { bandoId: bandoId as string, rev: rev as number, importi: importi.sort((a, b) => a.ambito - b.ambito) };
});
