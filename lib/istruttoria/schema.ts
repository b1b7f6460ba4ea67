import { z } from 'zod';
import { SUPERATA } from '@/lib/errors/superata';
import { leggiData } from '@/lib/format/lettura';
import { CODICI_INAMMISSIBILITA, CODICI_INTEGRAZIONE } from './motivi';
import { RISPOSTE, Verifiche } from './verifiche';

/** I moduli dell'istruttoria. Le caselle di un gruppo si chiamano `<gruppo>.<codice>`: così il modulo torna riempito anche senza JavaScript. */

export const LIMITI_ESAME = { testo: 4000 } as const;

export const progettoId = z.uuid(SUPERATA);
export const ProgettoScelto = z.object({ progettoId });

export const testoObbligatorio = (mancanza: string, massimo: number = LIMITI_ESAME.testo) =>
  z
    .string()
    .transform((testo) => testo.replaceAll('\u0000', '').trim())
    .pipe(z.string().min(10, `${mancanza} (almeno 10 caratteri).`).max(massimo, `Il testo supera ${massimo} caratteri: accorcialo.`));

/** Un testo che può mancare: vuoto = null. */
export const testoFacoltativo = (massimo: number = LIMITI_ESAME.testo) =>
  z
    .string()
    .default('')
    .transform((testo) => testo.replaceAll('\u0000', '').trim() || null)
    .pipe(z.string().max(massimo, `Il testo supera ${massimo} caratteri: accorcialo.`).nullable());

/** Una data scritta gg/mm/aaaa, obbligatoria; ne esce AAAA-MM-GG. */
export const dataScritta = (mancanza: string) =>
  z.string().transform((testo, contesto): string => {
    const letta = leggiData(testo);
    if (letta.ok && letta.iso) return letta.iso;
    contesto.addIssue({ code: 'custom', message: letta.ok ? mancanza : letta.messaggio });
    return z.NEVER;
  });

type Campi = Record<string, string>;
/** I codici spuntati di un gruppo di caselle. */
export const spuntati = (campi: Campi, gruppo: string): string[] =>
  Object.keys(campi)
    .filter((nome) => nome.startsWith(`${gruppo}.`))
    .map((nome) => nome.slice(gruppo.length + 1));

const conLista = (gruppo: string) => (campi: unknown) =>
  typeof campi === 'object' && campi !== null ? { ...campi, [gruppo]: spuntati(campi as Campi, gruppo) } : campi;

export const Assegnazione = z.object({ progettoId, utenteId: z.uuid('Scegli una persona dell’elenco.') });

export const RichiestaIntegrazioni = z.preprocess(
  conLista('sezioni'),
  z.object({
    progettoId,
    motivo: z.enum(CODICI_INTEGRAZIONE, 'Scegli il motivo.'),
    sezioni: z.array(z.string().max(60)).min(1, 'Scegli almeno una sezione da riaprire.').max(100),
    testo: testoObbligatorio('Scrivi che cosa va integrato'),
    entro: dataScritta('Scrivi entro quando rispondere.'),
  }),
);
export type RichiestaIntegrazioni = z.infer<typeof RichiestaIntegrazioni>;

const motiviInammissibilita = z.array(z.enum(CODICI_INAMMISSIBILITA)).min(1, 'Scegli almeno un motivo.');

export const Preavviso = z.preprocess(
  conLista('motivi'),
  z.object({
    progettoId,
    motivi: motiviInammissibilita,
    testo: testoObbligatorio('Scrivi perché la domanda non può essere accolta'),
    entro: dataScritta('Scrivi entro quando l’ente può rispondere.'),
  }),
);
export type Preavviso = z.infer<typeof Preavviso>;

export const RispostaPreavviso = z.object({ progettoId, richiestaId: z.uuid(SUPERATA), risposta: testoObbligatorio('Scrivi la risposta') });
export type RispostaPreavviso = z.infer<typeof RispostaPreavviso>;

export const Inammissibile = z.preprocess(
  conLista('motivi'),
  z.object({ progettoId, motivi: motiviInammissibilita, motivazione: testoObbligatorio('Motiva la decisione') }),
);
export type Inammissibile = z.infer<typeof Inammissibile>;

const rispostaDi = (testo: string | undefined) => RISPOSTE.find((r) => r === testo) ?? null;

/** La lista di controllo: `esito.<chiave>` e `nota.<chiave>`. */
export const VerificheScritte = z.preprocess(
  (campi) => {
    if (typeof campi !== 'object' || campi === null) return campi;
    const scritti = campi as Campi;
    const chiavi = new Set([...spuntati(scritti, 'esito'), ...spuntati(scritti, 'nota')]);
    const verifiche = Object.fromEntries(
      [...chiavi].map((chiave) => [
        chiave,
        { esito: rispostaDi(scritti[`esito.${chiave}`]), nota: (scritti[`nota.${chiave}`] ?? '').trim() },
      ]),
    );
    return { progettoId: scritti.progettoId, rev: Number(scritti.rev), verifiche };
  },
  z.object({ progettoId, rev: z.number(SUPERATA).int(SUPERATA).min(0, SUPERATA).max(2_147_483_646, SUPERATA), verifiche: Verifiche }),
);
export type VerificheScritte = z.infer<typeof VerificheScritte>;
