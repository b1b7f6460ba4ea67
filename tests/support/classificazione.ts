import type { Attore } from '@/lib/auth/attore';
import { apriTornata } from '@/lib/classificazione/commands/apriTornata';
import { chiudiFoglio } from '@/lib/classificazione/commands/chiudiFoglio';
import { codificaProgetto } from '@/lib/classificazione/commands/codificaProgetto';
import { creaSchema } from '@/lib/classificazione/commands/creaSchema';
import { prendiFoglio } from '@/lib/classificazione/commands/prendiFoglio';
import type { Voce } from '@/lib/classificazione/voci';
import { type Regione, unaRegione, unEnte } from './builders';
import { type Progetto, unProgetto } from './buildersProgetto';
import { unRicercatore } from './ricercatore';
import { superutente } from './superutente';

const voce = (codice: string, categoria: string | null = null): Voce => ({
  ...{ codice, etichetta: `Voce ${codice}`, gruppo: null, definizione: null, categoria },
});

export type Tornata = {
  regione: Regione;
  prima: Attore;
  seconda: Attore;
  progetti: [Progetto, Progetto];
  schemaId: string;
  tornataId: string;
};

/** Una Regione con due progetti avviati, due ricercatrici e una tornata aperta; la voce A decide la categoria delle tabelle. */
export async function unaTornata({ esclusivo = false } = {}): Promise<Tornata> {
  const regione = await unaRegione();
  const [uno, due] = [
    await unProgetto({ capofila: await unEnte({ regione }), partner: [await unEnte({ regione })] }),
    await unProgetto({ capofila: await unEnte({ regione }) }),
  ];
  await superutente.query(`update progetto set codice = case id when $1 then 'P01' else 'P02' end where id in ($1, $2)`, [uno.id, due.id]);
  const progetti: [Progetto, Progetto] = [uno, due]; // nell'ordine in cui la pagina li elenca
  const [prima, seconda] = [await unRicercatore(regione), await unRicercatore(regione)];
  const voci = [voce('A', regione.categoria), voce('B'), voce('C')];
  const { schemaId } = await creaSchema(prima, { titolo: 'Schema di prova', descrizione: '', esclusivo, voci });
  const { tornataId } = await apriTornata(prima, { schemaId, bandoId: regione.bandoId });
  return { regione, prima, seconda, progetti, schemaId, tornataId };
}

/** Prende un foglio, codifica i due progetti e, se si vuole, lo chiude. */
export async function codificaTutto(
  chi: Attore,
  { tornataId, progetti }: Tornata,
  voci: [string[], string[]],
  chiudi = true,
): Promise<void> {
  await prendiFoglio(chi, { tornataId });
  for (const [n, { id }] of progetti.entries()) await codificaProgetto(chi, { tornataId, progettoId: id, voci: voci[n] ?? [], nota: null });
  if (chiudi) await chiudiFoglio(chi, { tornataId });
}
