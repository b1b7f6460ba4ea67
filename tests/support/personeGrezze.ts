import type { Attore, Ruolo } from '@/lib/auth/attore';
import { type Persone, unaScenaAttuazione } from './attuazioneGrezza';
import { type Ente, type Regione, unEnte, unUtente } from './builders';
import type { Progetto } from './buildersProgetto';
import { inserisci, type Riga, superutente } from './superutente';

/** Persone scritte a mano per le prove con SQL grezzo: le cifre sono byte qualunque, qui si prova chi le può chiedere. */

export type PersonaGrezza = { id: string; partecipanteId: string };
export type ScenaPersone = {
  progetto: Progetto;
  regione: Regione;
  programmaId: string;
  chi: Persone & Record<'controllore' | 'altroDirigente' | 'valutatore' | 'uscito', Attore>;
  /** Una persona del capofila e la stessa persona, con lo stesso codice, del partner; una che il solo partner segue; una di chi ha lasciato il progetto. */
  persone: Record<'capofila' | 'comune' | 'partner' | 'uscito', PersonaGrezza>;
  uscito: Ente;
};

const CODICE = Buffer.alloc(32, 'lo stesso codice');

/** Una persona con la sua identità, i suoi segni, la sua partecipazione e una frequenza aperta all'azione. */
export async function unaPersonaGrezza(
  { progetto, programmaId }: Pick<ScenaPersone, 'progetto' | 'programmaId'>,
  ente: { id: string },
  { impronta = null, azione = progetto.azioni[0]?.id, ...altro }: Riga & { impronta?: Buffer | null; azione?: string } = {},
): Promise<PersonaGrezza> {
  const chi = { regione_id: progetto.regione.id, organizzazione_id: ente.id };
  const codici = { impronta, impronta_base: impronta, senza_codice: impronta ? null : 'NESSUNO' };
  const persona = await inserisci(superutente, 'persona', {
    ...chi,
    ...codici,
    programma_id: programmaId,
    sesso: 'F',
    data_nascita: '1980-01-01',
  });
  await inserisci<Riga>(superutente, 'identita', { ...chi, persona_id: persona.id, cifrata: Buffer.alloc(64, persona.id), chiave_id: 'k' });
  const segno = Buffer.alloc(16, persona.id);
  await inserisci<Riga>(superutente, 'persona_cerca', { organizzazione_id: ente.id, persona_id: persona.id, segno });
  const partecipante = await inserisci(superutente, 'partecipante', {
    ...{ ...chi, progetto_id: progetto.id, programma_id: programmaId, persona_id: persona.id, pseudonimo: persona.id },
    ...{ ingresso: '2020-01-10', informativa_il: '2020-01-10', sesso: 'F', eta: 39, isced: 3, condizione: 'DISOCCUPATO', ...altro },
  });
  const frequenza = { ...chi, progetto_id: progetto.id, partecipante_id: partecipante.id, azione_id: azione, dal: '2020-01-10' };
  await inserisci(superutente, 'frequenza', frequenza);
  return { id: persona.id, partecipanteId: partecipante.id };
}

/** Un progetto di due enti, e di un terzo che l'ha lasciato, ciascuno con le sue persone. Le azioni sono tutte dello stesso tipo (CATEGORIA). */
export async function unaScenaPersone(): Promise<ScenaPersone> {
  const { progetto, regione, chi } = await unaScenaAttuazione();
  const [partner] = progetto.partner;
  if (!partner) throw new Error('Serve un partner.');
  const uscito = await unEnte({ regione });
  const chiavi = { regione_id: regione.id, progetto_id: progetto.id };
  const passata = { ruolo: 'ALTRO', ordine: 9, dal: '2010-01-01', al: '2020-01-31' };
  await inserisci(superutente, 'partecipazione', { ...chiavi, organizzazione_id: uscito.id, ...passata });
  const { rows } = await superutente.query('select programma_id from bando where id = $1', [regione.bandoId]);
  const scena = { progetto, programmaId: String(rows[0].programma_id) };
  const persona = async (ruolo: Ruolo) => (await unUtente({ regione, ruolo })).attore();
  return {
    ...{ ...scena, regione, uscito },
    chi: {
      ...{ ...chi, uscito: await uscito.attore(), controllore: await persona('CONTROLLORE') },
      ...{ altroDirigente: await persona('DIRIGENTE'), valutatore: await persona('VALUTATORE') },
    },
    persone: {
      capofila: await unaPersonaGrezza(scena, progetto.capofila, { impronta: CODICE }),
      comune: await unaPersonaGrezza(scena, partner, { impronta: CODICE, azione: progetto.azioni[1]?.id, ingresso: '2020-02-01' }),
      partner: await unaPersonaGrezza(scena, partner, { azione: progetto.azioni[1]?.id }),
      uscito: await unaPersonaGrezza(scena, uscito),
    },
  };
}
