import { type Attore, lettoreDelRuolo } from '@/lib/auth/attore';
import { type Esecutore, superutente } from './superutente';

const LETTURA = `
  select u.id as utente, u.nome, u.cognome, i.ruolo, i.regione_id as regione, r.nome as regione_nome,
    o.id as organizzazione, coalesce(o.sigla, o.denominazione) as organizzazione_nome, app.adesso() as adesso,
    (select scarto <> '0' from app.orologio) as spostato,
    (select count(*)::int from incarico altri where altri.utente_id = u.id and altri.revocato_il is null) as n_incarichi,
    f.contesto, f.firma
  from incarico i
  join utente u on u.id = i.utente_id
  join regione r on r.id = i.regione_id
  join organizzazione o on o.id = i.organizzazione_id
  cross join lateral app.firma_incarico(i.id) f
  where i.id = $1`;

/**
 * L'attore di un incarico, col contesto firmato adesso (dura cinque minuti): le partecipazioni aggiunte dopo non ci sono.
 * @throws Error se l'incarico non vale oggi
 */
export async function attoreDi(incaricoId: string, db: Esecutore = superutente): Promise<Attore> {
  const { rows } = await db.query(LETTURA, [incaricoId]);
  const riga = rows[0];
  if (!riga) throw new Error(`L'incarico ${incaricoId} non esiste o non vale oggi.`);
  return {
    utenteId: riga.utente,
    nome: riga.nome,
    cognome: riga.cognome,
    incaricoId,
    ruolo: riga.ruolo,
    lettore: lettoreDelRuolo(riga.ruolo),
    regioneId: riga.regione,
    regioneNome: riga.regione_nome,
    organizzazioneId: riga.organizzazione,
    organizzazioneNome: riga.organizzazione_nome,
    adesso: riga.adesso,
    orologioSpostato: riga.spostato,
    nIncarichi: riga.n_incarichi,
    contesto: riga.contesto,
    firma: riga.firma,
  };
}
