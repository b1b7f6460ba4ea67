import { z } from 'zod';
import { avvisoDati, CONFERMA_DATI } from './testoLibero';

/**
 * Il modulo di un atto i cui testi si controllano prima di salvarli: se ne sembra contenere, si chiede di togliere i dati personali o di confermare.
 * @param campi i nomi dei campi da controllare; un'espressione vale per tutti i campi il cui nome le somiglia
 */
export const conTestiControllati = <S extends z.ZodType>(schema: S, campi: readonly (string | RegExp)[]) =>
  z
    .record(z.string(), z.unknown())
    .superRefine((valori, contesto) => {
      const daControllare = (nome: string) => campi.some((campo) => (typeof campo === 'string' ? campo === nome : campo.test(nome)));
      const testi = Object.entries(valori).flatMap(([nome, valore]) => (daControllare(nome) && typeof valore === 'string' ? valore : []));
      const avviso = avvisoDati(testi.join('\n'));
      if (avviso && valori[CONFERMA_DATI] === undefined)
        contesto.addIssue({ code: 'custom', path: [CONFERMA_DATI], message: `${avviso} Oppure conferma e invia di nuovo.` });
    })
    .pipe(schema as unknown as z.ZodType<z.output<S>, Record<string, unknown>>);
