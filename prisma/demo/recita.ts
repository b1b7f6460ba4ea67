import type pg from 'pg';
import { type Attore, lettoreDelRuolo, type Ruolo } from '@/lib/auth/attore';
import type { PersonaDimostrativa } from './persone';

/** Sposta l'orologio del portale: da adesso app.adesso() vale `quando` e scorre. @param quando ISO 8601 con il fuso */
export async function portaOrologio(db: pg.Client, quando: string): Promise<void> {
  const { rowCount } = await db.query(`update app.orologio set scarto = $1::timestamptz - now()`, [quando]);
  if (rowCount !== 1) throw new Error('L’orologio del portale non si è spostato.');
}

type RigaAttore = {
  utente: string;
  incarico: string;
  ruolo: Ruolo;
  regione: string;
  regione_nome: string;
  organizzazione: string;
  organizzazione_nome: string;
  adesso: Date;
  n_incarichi: number;
  contesto: string;
  firma: string;
};

/** Una persona dimostrativa che agisce, adesso, con il suo incarico presso un'organizzazione: lo stesso Attore di una sessione vera. */
export async function attoreDimostrativo(
  db: pg.Client,
  persona: PersonaDimostrativa,
  codice = persona.incarichi[0].codice,
): Promise<Attore> {
  const { rows } = await db.query<RigaAttore>(
    `select u.id as utente, i.id as incarico, i.ruolo, i.regione_id as regione, r.nome as regione_nome, o.id as organizzazione,
       coalesce(o.sigla, o.denominazione) as organizzazione_nome, app.adesso() as adesso, f.contesto, f.firma,
       (select count(*)::int from incarico altri where altri.utente_id = u.id and altri.revocato_il is null) as n_incarichi
     from utente u join incarico i on i.utente_id = u.id join regione r on r.id = i.regione_id join organizzazione o on o.id = i.organizzazione_id
     cross join lateral app.firma_incarico(i.id) f
     where u.email = $1 and o.codice = $2`,
    [persona.email, codice],
  );
  const riga = rows[0];
  if (!riga) throw new Error(`${persona.email} non ha un incarico valido per ${codice}.`);
  return {
    utenteId: riga.utente,
    nome: persona.nome,
    cognome: persona.cognome,
    incaricoId: riga.incarico,
    ruolo: riga.ruolo,
    lettore: lettoreDelRuolo(riga.ruolo),
    regioneId: riga.regione,
    regioneNome: riga.regione_nome,
    organizzazioneId: riga.organizzazione,
    organizzazioneNome: riga.organizzazione_nome,
    adesso: riga.adesso,
    orologioSpostato: true,
    nIncarichi: riga.n_incarichi,
    contesto: riga.contesto,
    firma: riga.firma,
  };
}
