import { z } from 'zod';
import { OraDiRoma } from '@/lib/bandi/configurazione';
import { SUPERATA } from '@/lib/errors/superata';
import { LIMITI_AVVISO } from './voci';

/** Le parole di un avviso per i partner e di chi si candida: stati, campi, limiti. */

export const StatoAvviso = z.enum(['BOZZA', 'PUBBLICATO', 'CHIUSO']);
export type StatoAvviso = z.infer<typeof StatoAvviso>;

export const StatoCandidatura = z.enum(['BOZZA', 'INVIATA', 'AMMESSA', 'ESCLUSA', 'SELEZIONATA', 'RISERVA', 'NON_SELEZIONATA']);
export type StatoCandidatura = z.infer<typeof StatoCandidatura>;

const id = z.uuid(SUPERATA);
const rev = z.coerce.number(SUPERATA).int(SUPERATA).min(0, SUPERATA).max(2_147_483_646, SUPERATA);
const entro = (massimo: number) => z.string().trim().max(massimo, `Il testo supera ${massimo} caratteri: accorcialo.`);

export const AzioneCercata = z.object({ chiave: z.string().regex(/^a\d{1,2}$/), titolo: z.string().min(1).max(300) });
export type AzioneCercata = z.infer<typeof AzioneCercata>;
export const CriterioAvviso = z.object({
  chiave: z.string().regex(/^c\d$/),
  testo: z.string().min(1).max(300),
  massimo: z.number().int().min(1).max(LIMITI_AVVISO.punti),
});
export type CriterioAvviso = z.infer<typeof CriterioAvviso>;

const ora = z.union([z.literal(''), OraDiRoma], 'Scrivi una data e un’ora.').transform((valore) => valore || null);

/** Un'azione per riga; le righe vuote non contano. */
const righeAzioni = entro(LIMITI_AVVISO.azioni * 300).transform((testo, ctx) => {
  const righe = testo.split('\n').flatMap((riga) => riga.trim() || []);
  if (righe.length > LIMITI_AVVISO.azioni) ctx.addIssue(`Al massimo ${LIMITI_AVVISO.azioni} azioni: unisci le più simili.`);
  if (righe.some((riga) => riga.length > 300)) ctx.addIssue('Un’azione ha al massimo 300 caratteri: scrivine una per riga.');
  return righe.map((titolo, indice) => ({ chiave: `a${indice + 1}`, titolo }));
});

/** I criteri arrivano come coppie di campi `criterio1`, `punti1`…; le coppie vuote non contano. */
const CAMPI_CRITERI = Array.from({ length: LIMITI_AVVISO.criteri }, (_, i) => i + 1);

const Bozza = z.object({
  progettoId: id,
  rev,
  titolo: entro(LIMITI_AVVISO.titolo).min(1, 'Scrivi il titolo dell’avviso.'),
  testo: entro(LIMITI_AVVISO.testo),
  azioni: righeAzioni,
  apre: ora,
  chiude: ora,
});

/** Il modulo dell'avviso in bozza: può essere incompleto, non storto. */
export const ModuloAvviso = Bozza.catchall(z.string()).transform((modulo, ctx) => {
  const criteri = CAMPI_CRITERI.flatMap((n): CriterioAvviso[] => {
    const testo = String(modulo[`criterio${n}`] ?? '').trim();
    const punti = String(modulo[`punti${n}`] ?? '').trim();
    if (!testo && !punti) return [];
    const letto = CriterioAvviso.safeParse({ chiave: `c${n}`, testo, massimo: /^\d{1,3}$/.test(punti) ? Number(punti) : 0 });
    if (letto.success) return [letto.data];
    const campo = letto.error.issues[0]?.path[0] === 'testo' ? 'criterio' : 'punti';
    const message = campo === 'criterio' ? 'Scrivi il criterio, al massimo 300 caratteri.' : `I punti vanno da 1 a ${LIMITI_AVVISO.punti}.`;
    ctx.addIssue({ code: 'custom', path: [`${campo}${n}`], message });
    return [];
  });
  if (modulo.apre && modulo.chiude && modulo.chiude <= modulo.apre)
    ctx.addIssue({ code: 'custom', path: ['chiude'], message: 'La chiusura deve venire dopo l’apertura.' });
  const { progettoId, rev: salvata, titolo, testo, azioni, apre, chiude } = modulo;
  return { progettoId, rev: salvata, titolo, testo, azioni, apre, chiude, criteri };
});
export type DatiAvviso = z.infer<typeof ModuloAvviso>;

export const AvvisoScelto = z.object({ progettoId: id, rev });
export const ProgettoScelto = z.object({ progettoId: id });
export const CandidaturaScelta = z.object({ candidaturaId: id, progettoId: id });

const nota = entro(LIMITI_AVVISO.nota);
/** I punti di ogni criterio (`punti_c1`…): li controlla la regola, che conosce i massimi. Vuoto: non ancora dati. */
export const ModuloValutazione = z
  .object({ candidaturaId: id, progettoId: id, rev, nota })
  .catchall(z.string())
  .transform(({ candidaturaId, progettoId, rev: salvata, nota: scritta, ...altri }) => ({
    candidaturaId,
    progettoId,
    rev: salvata,
    nota: scritta,
    punti: Object.fromEntries(
      Object.entries(altri).flatMap(([nome, valore]) => (/^punti_c\d$/.test(nome) ? [[nome.slice(6), String(valore).trim()]] : [])),
    ) as Record<string, string>,
  }));

const ESITI = ['AMMESSA', 'ESCLUSA', 'SELEZIONATA', 'RISERVA', 'NON_SELEZIONATA'] as const;
export type EsitoCandidatura = (typeof ESITI)[number];
export const ModuloDecisione = z.object({
  candidaturaId: id,
  progettoId: id,
  rev,
  esito: z.enum(ESITI, SUPERATA),
  motivo: nota.default(''),
});
