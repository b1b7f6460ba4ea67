'use server';

import { z } from 'zod';
import { risolviCommento } from '@/lib/domande/commands/risolviCommento';
import { salvaSezione } from '@/lib/domande/commands/salvaSezione';
import { scriviCommento } from '@/lib/domande/commands/scriviCommento';
import { valoriDaModulo } from '@/lib/domande/modulo';
import { eseguiComando, leggiModulo } from '@/lib/domande/moduloInviato';
import { leggiDomanda } from '@/lib/domande/queries';
import { CommentoDaRisolvere, CommentoDaScrivere, SezioneDaSalvare } from '@/lib/domande/schema';
import { DomainError } from '@/lib/errors/domainError';
import { formAction } from '@/lib/forms/formAction';
import { conTestiControllati } from '@/lib/privacy/testiControllati';
import { routes } from '@/lib/routes';

const ModuloInviato = SezioneDaSalvare.omit({ valori: true }).extend({
  comando: z.string().max(200),
  grezzi: z.record(z.string(), z.string()),
});

/** Il salvataggio senza JavaScript, e le righe di tabella aggiunte e tolte: stesse regole e stesso comando del salvataggio automatico. */
export const salvaSezioneAction = formAction(
  ModuloInviato,
  async (attore, { progettoId, fase, chiave, rev, comando, grezzi }) => {
    const sezione = (await leggiDomanda(attore, progettoId))?.sezioni.find((s) => s.chiave === chiave);
    if (!sezione) throw new DomainError('sezione.nonTrovata', 'Questa sezione non esiste o non puoi vederla.');
    const letti = valoriDaModulo(sezione.campi, grezzi);
    primoErrore(letti.errori);
    const valori = eseguiComando(comando, letti.valori, crypto.randomUUID());
    const esito = await salvaSezione(attore, { progettoId, fase, chiave, rev, valori });
    if (esito.esito === 'errori') primoErrore(esito.errori);
    if (esito.esito === 'conflitto') throw new DomainError('sezione.conflitto', esito.messaggio);
    const dove = comando ? `#campo-${comando.split(':')[1]}` : '';
    return { goTo: `${routes.sezione(progettoId, chiave, { esito: comando ? undefined : 'salvata' })}${dove}` };
  },
  { leggi: leggiModulo },
);

function primoErrore(errori: Record<string, string[]>): void {
  const [primo] = Object.entries(errori);
  if (primo) throw new DomainError('sezione.valori', primo[1][0] ?? '', primo[0]);
}

export const commentaAction = formAction(conTestiControllati(CommentoDaScrivere, ['testo']), async (attore, input) => {
  await scriviCommento(attore, input);
  return { goTo: `${routes.sezione(input.progettoId, input.chiave, { esito: 'commento' })}#commenti` };
});

export const risolviAction = formAction(CommentoDaRisolvere, async (attore, { chiave, ...input }) => {
  await risolviCommento(attore, input);
  return { goTo: `${routes.sezione(input.progettoId, chiave, { esito: 'risolto' })}#commenti` };
});
