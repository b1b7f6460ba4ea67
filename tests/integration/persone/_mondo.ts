import type { Attore } from '@/lib/auth/attore';
import { codiceFiscaleDi } from '@/lib/codiceFiscale/genera';
import { registraPersona } from '@/lib/persone/commands/registraPersona';
import { PersonaScritta } from '@/lib/persone/schema';
import { type Ente, type Regione, unaRegione, unEnte, unUtente } from '@/tests/support/builders';
import { type Progetto, unProgetto } from '@/tests/support/buildersProgetto';
import { superutente } from '@/tests/support/superutente';

/** Un progetto avviato di due enti dal 01/10/2019 al 31/03/2021, e chi vi può (o non vi può) registrare persone. */
export type Mondo = {
  regione: Regione;
  progetto: Progetto;
  capofila: Ente;
  partner: Ente;
  chi: Record<'referente' | 'operatore' | 'partner' | 'estraneo' | 'istruttore' | 'ricercatore', Attore>;
};

export async function unMondo(): Promise<Mondo> {
  const regione = await unaRegione();
  const [capofila, partner, terzo] = [await unEnte({ regione }), await unEnte({ regione }), await unEnte({ regione })];
  const progetto = await unProgetto({ capofila, partner: [partner] });
  await datato(progetto.id);
  const chi = {
    referente: await capofila.attore(),
    operatore: await (await unUtente({ regione, ruolo: 'OPERATORE', organizzazioneId: capofila.id })).attore(),
    partner: await partner.attore(),
    estraneo: await terzo.attore(),
    istruttore: await (await unUtente({ regione, ruolo: 'ISTRUTTORE' })).attore(),
    ricercatore: await (await unUtente({ regione, ruolo: 'RICERCATORE' })).attore(),
  };
  return { regione, progetto, capofila, partner, chi };
}

export const datato = (progettoId: string) =>
  superutente.query(`update progetto set data_avvio = '2019-10-01', data_fine_prevista = '2021-03-31' where id = $1`, [progettoId]);

export const ROSSI = { cognome: 'Zampardi', nome: 'Ermelinda', sesso: 'F' as const, nascita: '1984-02-29', catastale: 'L219' };
export const CODICE = codiceFiscaleDi(ROSSI);
let contatore = 0;
/** Un codice fiscale sempre nuovo, di una donna nata il 29/02/1984. */
export const unCodice = () => {
  contatore += 1;
  return codiceFiscaleDi({ ...ROSSI, catastale: `Z${String(100 + contatore)}` });
};

/** Il modulo compilato per intero; `diverso` cambia qualche campo. */
export function modulo(
  { progetto }: Pick<Mondo, 'progetto'>,
  diverso: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  const campi: Record<string, string | undefined> = {
    progettoId: progetto.id,
    ...{ codice: unCodice(), cognome: ROSSI.cognome, nome: ROSSI.nome, sesso: 'F', dataNascita: '29/02/1984', telefono: '011 5550199' },
    ...{ ingresso: '15/01/2020', informativaIl: '15/01/2020', comuneResidenza: 'Biella', cittadinanza: 'IT', titoloStudio: 'DIPLOMA' },
    ...{ condizione: 'DISOCCUPATO', mesiDisoccupazione: '14', disabilita: 'NON_DICHIARA', [`azioni.${progetto.azioni[0]?.id}`]: 'si' },
    ...diverso,
  };
  // una casella tolta non si manda
  return Object.fromEntries(Object.entries(campi).filter(([, valore]) => valore !== undefined));
}

export const registra = (attore: Attore, mondo: Pick<Mondo, 'progetto'>, diverso: Record<string, string | undefined> = {}) =>
  registraPersona(attore, PersonaScritta.parse(modulo(mondo, diverso)));

/** La partecipazione com'è nel database. */
export async function nelDatabase(id: string) {
  const { rows } = await superutente.query(
    'select t.*, uscita::text as uscita, ingresso::text as ingresso from partecipante t where id = $1',
    [id],
  );
  return rows[0];
}
