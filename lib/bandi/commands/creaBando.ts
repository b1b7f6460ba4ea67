import type { Attore } from '@/lib/auth/attore';
import { commandAs, type Tx } from '@/lib/db/scope';
import { DomainError } from '@/lib/errors/domainError';
import { Configurazione } from '../configurazione';
import { configurazioneIniziale } from '../modello';
import { esigiAmministratore } from '../ruolo';
import type { BandoNuovo } from '../schema';
import { scriviBozza } from './_bozza';
import { eventoProgramma, inserisciProgramma } from './creaProgramma';

/** Un bando nuovo, in bozza: vuoto o copiato da una versione pubblicata; in un programma che c'è o in uno nuovo. */
export async function creaBando(attore: Attore, dati: BandoNuovo): Promise<{ bandoId: string }> {
  esigiAmministratore(attore.ruolo, 'creare un bando');
  return commandAs(attore, async (tx) => {
    const programmaId = typeof dati.programma === 'string' ? dati.programma : await inserisciProgramma(tx, attore, dati.programma);
    if (!(await tx.programma.findUnique({ where: { id: programmaId }, select: { id: true } })))
      throw new DomainError('programma.nonTrovato', 'Questo programma non c’è.', 'programmaId');
    const configurazione = await configurazioneDi(tx, dati);
    const bandoId = await inserisciBando(tx, attore, programmaId, dati);
    await scriviBozza(tx, attore, bandoId, 0, configurazione);
    const creato = { atto: 'bando.creato', oggetto: 'bando', oggettoId: bandoId, dopo: { tipo: dati.tipo } };
    return { result: { bandoId }, evento: typeof dati.programma === 'string' ? creato : [eventoProgramma(programmaId), creato] };
  });
}

/** Copiando si tengono moduli, verifiche e griglia; date, importi e atto sono di ogni bando. */
async function configurazioneDi(tx: Tx, { titolo, tipo, modello }: BandoNuovo): Promise<Configurazione> {
  const vuota = configurazioneIniziale(titolo, tipo);
  if (!modello) return vuota;
  const versione = await tx.bandoVersione.findUnique({ where: { id: modello }, select: { configurazione: true } });
  if (!versione) throw new DomainError('bando.modelloNonTrovato', 'Il bando da copiare non c’è.', 'modello');
  const { passi, atto, dotazioneCents, contributoMinCents, contributoMaxCents, importiPerAmbito, presentazione } = vuota;
  const copiata = Configurazione.parse(versione.configurazione);
  return { ...copiata, titolo, tipo, passi, atto, dotazioneCents, contributoMinCents, contributoMaxCents, importiPerAmbito, presentazione };
}

/** Con SQL: Prisma scriverebbe anche le colonne con un valore predefinito, che questo login non può toccare. */
async function inserisciBando(tx: Tx, attore: Attore, programmaId: string, { codice, titolo, tipo }: BandoNuovo): Promise<string> {
  const [riga] = await tx.$queryRaw<{ id: string }[]>`
    insert into bando (regione_id, programma_id, codice, titolo, tipo)
    values (${attore.regioneId}::uuid, ${programmaId}::uuid, ${codice}, ${titolo}, ${tipo}::tipo_bando)
    on conflict (regione_id, codice) do nothing returning id`;
  if (!riga) throw new DomainError('bando.codiceUsato', 'C’è già un bando con questo codice.', 'codice');
  return riga.id;
}
