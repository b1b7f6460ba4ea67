import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { leggiImporto } from '@/lib/format/importo';
import { leggiData } from '@/lib/format/lettura';
import { Uuid } from '@/lib/format/uuid';
import { CODICI_DINIEGO } from '@/lib/istruttoria/motivi';
import { dataScritta, progettoId, spuntati, testoFacoltativo, testoObbligatorio } from '@/lib/istruttoria/schema';
import type { NuovaPrescrizione, PerCategoria } from './regole';

/** I moduli della decisione. Campi: `concesso.<categoria>`, `prescrizione.<n>.testo|ente|entro`, `motivi.<codice>`. */

export const LIMITI_DECISIONE = { motivazione: 4000, prescrizione: 2000, evidenza: 4000, nota: 2000, righe: 20 } as const;

const atto = z
  .string()
  .transform((testo) => testo.replaceAll('\u0000', '').trim())
  .pipe(z.string().min(1, 'Scrivi il numero dell’atto.').max(100, 'Il numero dell’atto supera 100 caratteri: accorcialo.'));
const comune = {
  progettoId,
  atto,
  dataAtto: dataScritta('Scrivi la data dell’atto.'),
};

export const Diniego = z.preprocess(
  (campi) =>
    typeof campi === 'object' && campi !== null ? { ...campi, motivi: spuntati(campi as Record<string, string>, 'motivi') } : campi,
  z.object({
    ...comune,
    motivi: z.array(z.enum(CODICI_DINIEGO)).min(1, 'Scegli almeno un motivo.'),
    motivazione: testoObbligatorio('Motiva la decisione', LIMITI_DECISIONE.motivazione),
  }),
);
export type Diniego = z.infer<typeof Diniego>;

export type Approvazione = {
  progettoId: string;
  atto: string;
  dataAtto: string;
  motivazione: string | null;
  concesso: PerCategoria;
  prescrizioni: NuovaPrescrizione[];
};

type Campi = Record<string, string>;
type Segnala = (campo: string, messaggio: string) => void;

function concessoDi(campi: Campi, no: Segnala): PerCategoria {
  const concesso: PerCategoria = {};
  for (const categoria of spuntati(campi, 'concesso')) {
    const letto = leggiImporto(campi[`concesso.${categoria}`] ?? '');
    if (!letto.ok) no(`concesso.${categoria}`, letto.messaggio);
    else if (letto.cents === null) no(`concesso.${categoria}`, 'Scrivi quanto si concede; se nulla, scrivi 0.');
    else concesso[categoria] = BigInt(letto.cents);
  }
  return concesso;
}

function prescrizioneDi(campi: Campi, n: number, no: Segnala): NuovaPrescrizione[] {
  const di = (nome: string): string => (campi[`prescrizione.${n}.${nome}`] ?? '').replaceAll('\u0000', '').trim();
  const [testo, organizzazioneId, scritta] = [di('testo'), di('ente'), di('entro')];
  if (!testo && !scritta) return [];
  const entro = leggiData(scritta);
  if (testo.length < 10) no(`prescrizione.${n}.testo`, 'Scrivi che cosa si prescrive (almeno 10 caratteri).');
  if (testo.length > LIMITI_DECISIONE.prescrizione)
    no(`prescrizione.${n}.testo`, `Il testo supera ${LIMITI_DECISIONE.prescrizione} caratteri: accorcialo.`);
  if (!Uuid.safeParse(organizzazioneId).success) no(`prescrizione.${n}.ente`, 'Scegli l’ente che ne risponde.');
  if (!entro.ok || !entro.iso) no(`prescrizione.${n}.entro`, entro.ok ? 'Scrivi entro quando.' : entro.messaggio);
  return [{ testo, organizzazioneId, entro: (entro.ok && entro.iso) || '' }];
}

const Testata = z.object({ ...comune, motivazione: testoFacoltativo(LIMITI_DECISIONE.motivazione) });

/** L'approvazione: con almeno una prescrizione è «con prescrizioni». */
export const ModuloApprovazione = z.record(z.string(), z.string()).transform((campi, contesto): Approvazione => {
  let sbagliati = 0;
  const no: Segnala = (campo, message) => {
    sbagliati += 1;
    contesto.addIssue({ code: 'custom', path: [campo], message });
  };
  const testata = Testata.safeParse(campi);
  for (const { path, message } of testata.error?.issues ?? []) no(String(path[0]), message);
  const concesso = concessoDi(campi, no);
  const prescrizioni = Array.from({ length: LIMITI_DECISIONE.righe }, (_, n) => prescrizioneDi(campi, n, no)).flat();
  return testata.success && sbagliati === 0 ? { ...testata.data, concesso, prescrizioni } : z.NEVER;
});

export const Annullamento = z.object({
  progettoId,
  motivazione: testoObbligatorio('Scrivi perché si annulla', LIMITI_DECISIONE.motivazione),
});
export type Annullamento = z.infer<typeof Annullamento>;

const prescrizioneId = z.uuid(SUPERATA);
export const Adempimento = z.object({
  progettoId,
  prescrizioneId,
  evidenza: testoObbligatorio('Scrivi come è stata adempiuta', LIMITI_DECISIONE.evidenza),
});
export type Adempimento = z.infer<typeof Adempimento>;
export const VerificaPrescrizione = z
  .object({
    progettoId,
    prescrizioneId,
    esito: z.enum(['VERIFICATA', 'RESPINTA'], 'Scegli se è adempiuta.'),
    nota: testoFacoltativo(LIMITI_DECISIONE.nota),
  })
  .refine(({ esito, nota }) => esito === 'VERIFICATA' || (nota !== null && nota.length >= 10), {
    path: ['nota'],
    message: 'Scrivi che cosa manca (almeno 10 caratteri).',
  });
export type VerificaPrescrizione = z.infer<typeof VerificaPrescrizione>;
export const AttoPrescrizioni = z.object({ ...comune, motivazione: testoFacoltativo(LIMITI_DECISIONE.motivazione) });
export type AttoPrescrizioni = z.infer<typeof AttoPrescrizioni>;
