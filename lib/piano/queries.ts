import type { Attore } from '@/lib/auth/attore';
import { type Importi, spettaA } from '@/lib/bandi/importiAmbito';
import { interroga } from '@/lib/db/lettura';
import { NOME_ENTE } from '@/lib/db/nomeEnte';
import { sql } from '@/lib/db/sql';
import { giornoDi } from '@/lib/format/data';
import type { ContestoPiano } from './contesto';

/** I vocabolari, i partner e il quadro scritto finora di un progetto, per scriverne le azioni e i costi. `fase` è quella in scrittura. Null se non si vede. */
export async function leggiContestoPiano(
  attore: Attore,
  progettoId: string,
  fase: 'PROGETTO' | 'RIMODULAZIONE' = 'PROGETTO',
): Promise<ContestoPiano | null> {
  const [riga] = await interroga<{ dati: Omit<ContestoPiano, 'oggi'>; importi: Importi; ambiti: { numero: number }[] }>(
    attore,
    sql`
    select json_build_object(
      'partner', (select coalesce(json_agg(json_build_object('organizzazioneId', o.id, 'denominazione', ${NOME_ENTE})
          order by (pa.ruolo <> 'CAPOFILA'), pa.ordine, o.denominazione), '[]')
        from partecipazione pa join organizzazione o on o.id = pa.organizzazione_id where pa.progetto_id = p.id),
      'categorieCosto', coalesce(v.configurazione -> 'categorieCosto', '[]'),
      'contributoMinCents', v.configurazione ->> 'contributoMinCents',
      'contributoMaxCents', v.configurazione ->> 'contributoMaxCents',
      'categorieIntervento', (select coalesce(json_agg(json_build_object('codice', c.codice, 'etichetta', c.etichetta, 'tipo', c.tipo) order by c.ordine), '[]')
        from categoria_intervento c where c.regione_id = p.regione_id),
      'gruppi', (select coalesce(json_agg(json_build_object('codice', g.codice, 'etichetta', g.etichetta) order by g.etichetta), '[]')
        from gruppo_destinatari g where g.regione_id = p.regione_id),
      'azioni', coalesce((select s.valori -> 'azioni' from sezione_progetto s where s.progetto_id = p.id and s.fase = ${fase} and s.chiave = 'azioni'), '[]'),
      'voci', coalesce((select s.valori -> 'voci' from sezione_progetto s where s.progetto_id = p.id and s.fase = ${fase} and s.chiave = 'quadro_economico'), '[]')
    ) as dati,
    json_build_object('tipo', v.configurazione ->> 'tipo', 'importiPerAmbito', coalesce(v.configurazione -> 'importiPerAmbito', '[]')) as importi,
    (select coalesce(json_agg(json_build_object('numero', a.numero)), '[]') from progetto_ambito x join ambito a on a.id = x.ambito_id
      where x.progetto_id = p.id) as ambiti
    from progetto p left join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`,
  );
  if (!riga) return null;
  // nella rimodulazione il limite è quanto si è avuto
  const spettaCents = fase === 'PROGETTO' ? spettaA(riga.importi, riga.ambiti) : null;
  return { ...riga.dati, spettaCents, oggi: giornoDi(attore.adesso) };
}
