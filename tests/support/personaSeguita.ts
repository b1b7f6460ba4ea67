import { expect } from 'vitest';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import type { Ente } from './builders';
import { identitaMarcata, programmaDi, unaPersonaCifrata } from './identita';
import type { Pratica } from './pratica';
import { inserisci, type Riga, superutente } from './superutente';

const COGNOMI = ['Alba', 'Bruno', 'Corti', 'Donati', 'Elmi', 'Ferri', 'Gallo', 'Husic', 'Izzo', 'Lari', 'Monti', 'Nardi'];
/** Il codice fiscale della persona inventata numero `n` (0-11). */
export const codiceNumero = (n: number): string =>
  codiceFiscaleDi({ cognome: COGNOMI[n] ?? 'Zeta', nome: 'Prova', sesso: 'F', nascita: '1984-03-01', catastale: 'L219' });

export type Seguita = { personaId: string; partecipanteId: string };

/** Una persona che un ente del progetto segue con la sua azione, con il codice fiscale dato (o senza). `cambi` = altre colonne del partecipante. */
export async function unaSeguita(p: Pratica, ente: Ente, codiceFiscale: string | null, cambi: Riga = {}): Promise<Seguita> {
  const azione = p.progetto.azioni.find(({ organizzazioneId }) => organizzazioneId === ente.id);
  if (!azione) throw new Error('L’ente non ha azioni nel progetto di prova.');
  const programmaId = await programmaDi(ente);
  const segno = `X${ente.id.slice(0, 6)}${Math.random().toString(36).slice(2, 8)}`;
  const personaId = await unaPersonaCifrata(ente, programmaId, { ...identitaMarcata(segno), codiceFiscale });
  const suo = { regione_id: ente.regione.id, progetto_id: p.progetto.id, organizzazione_id: ente.id };
  const { rows } = await superutente.query('select pseudonimo from persona where id = $1', [personaId]);
  const partecipante = await inserisci(superutente, 'partecipante', {
    ...{ ...suo, programma_id: programmaId, persona_id: personaId, pseudonimo: rows[0].pseudonimo },
    ...{ ingresso: '2020-02-01', informativa_il: '2020-02-01', sesso: 'F', eta: 35, isced: 3, condizione: 'DISOCCUPATO' },
    ...cambi,
  });
  await inserisci(superutente, 'frequenza', { ...suo, partecipante_id: partecipante.id, azione_id: azione.id, dal: '2020-02-01' });
  return { personaId, partecipanteId: partecipante.id };
}

/** L'atto è rifiutato con quel codice. */
export const rifiutato = (atto: Promise<unknown>, code: string): Promise<void> => expect(atto).rejects.toMatchObject({ code });
