import type { Attore } from '@/lib/auth/attore';
import { interroga } from '@/lib/db/lettura';
import { sql } from '@/lib/db/sql';
import { Configurazione } from './configurazione';

export type NuovaVersione = {
  titolo: string;
  stato: string;
  capofila: boolean;
  da: { numero: number; configurazione: Configurazione };
  a: { numero: number; nota: string | null; configurazione: Configurazione };
};

/** La versione a cui una domanda è legata e l'ultima del suo bando; null se la domanda non si vede o non nasce da un bando del portale. */
export async function leggiNuovaVersione(attore: Attore, progettoId: string): Promise<NuovaVersione | null> {
  const [riga] = await interroga<{ dati: NuovaVersione }>(
    attore,
    sql`select json_build_object('titolo', p.titolo, 'stato', p.stato,
      'capofila', exists (select from partecipazione x where x.progetto_id = p.id and x.organizzazione_id = ${attore.organizzazioneId}::uuid and x.ruolo = 'CAPOFILA'),
      'da', json_build_object('numero', v.numero, 'configurazione', v.configurazione),
      'a', (select json_build_object('numero', u.numero, 'nota', u.nota, 'configurazione', u.configurazione)
        from bando_versione u where u.bando_id = p.bando_id order by u.numero desc limit 1)) as dati
    from progetto p join bando_versione v on v.id = p.bando_versione_id where p.id = ${progettoId}::uuid`,
  );
  if (!riga) return null;
  const { da, a, ...altro } = riga.dati;
  return {
    ...altro,
    da: { ...da, configurazione: Configurazione.parse(da.configurazione) },
    a: { ...a, configurazione: Configurazione.parse(a.configurazione) },
  };
}
