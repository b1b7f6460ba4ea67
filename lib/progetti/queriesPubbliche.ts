import { interrogaPubblica } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';

export type PanoramicaPubblica = {
  regione: { nome: string; direzione: string | null; indirizzo: string | null };
  progetti: {
    codice: string;
    titolo: string;
    capofila: string;
    lat: number | null;
    lon: number | null;
    popolazione: number;
    stato: string;
  }[];
  conteggi: { progetti: number; enti: number; ambiti: number; organizzazioni: number | null; abitanti: number; dotazioneCents: bigint };
  categorie: { codice: string; etichetta: string; progetti: number }[];
};

/** La prima pagina del sito: il programma a colpo d'occhio, per chi non è entrato. null se il portale non ha ancora una Regione. */
export async function leggiPanoramicaPubblica(): Promise<PanoramicaPubblica | null> {
  const [riga] = await interrogaPubblica<{
    dati: Omit<PanoramicaPubblica, 'conteggi'> & {
      conteggi: Omit<PanoramicaPubblica['conteggi'], 'dotazioneCents'> & { dotazioneCents: string };
    };
  }>(sql`
    select json_build_object(
      'regione', json_build_object('nome', r.nome, 'direzione', r.direzione, 'indirizzo', r.indirizzo),
      'progetti', (select coalesce(json_agg(json_build_object('codice', p.codice, 'titolo', p.titolo, 'capofila', p.territorio, 'lat', p.lat, 'lon', p.lon,
          'popolazione', coalesce(p.popolazione, 0), 'stato', p.stato) order by p.codice), '[]') from progetto p where p.regione_id = r.id),
      'conteggi', (select json_build_object('progetti', count(*), 'abitanti', coalesce(sum(p.popolazione), 0),
          'enti', (select count(distinct pa.organizzazione_id) from partecipazione pa where pa.regione_id = r.id and pa.ruolo in ('CAPOFILA', 'PARTNER_GESTORE')),
          'ambiti', (select count(distinct pa.ambito_id) from progetto_ambito pa where pa.regione_id = r.id),
          'organizzazioni', (select sum(b.organizzazioni_coinvolte) from bando b where b.regione_id = r.id),
          'dotazioneCents', (select coalesce(sum(b.dotazione_cents), 0)::text from bando b where b.regione_id = r.id
            and exists (select from progetto p where p.bando_id = b.id))) from progetto p where p.regione_id = r.id),
      'categorie', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta, 'progetti', c.n) order by c.n desc, c.ordine), '[]') from (
          select ci.codice, ci.etichetta, ci.ordine, count(distinct cp.progetto_id) as n from categoria_intervento ci
          join classificazione_progetto cp on cp.regione_id = ci.regione_id and cp.categoria = ci.codice and cp.presente and cp.sostituita_il is null
          where ci.regione_id = r.id and ci.tabella is not null group by 1, 2, 3) c)
    ) as dati from regione r order by r.codice_istat limit 1`);
  if (!riga) return null;
  const { conteggi, ...altro } = riga.dati;
  return { ...altro, conteggi: { ...conteggi, dotazioneCents: BigInt(conteggi.dotazioneCents) } };
}
