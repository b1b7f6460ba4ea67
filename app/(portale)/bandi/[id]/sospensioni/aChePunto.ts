import type { SospensioniDelBando } from '@/lib/sospensioni/queries';
import { avviati, type Blocco, prossimi, sospesi } from '@/lib/sospensioni/rules';

/** Dove riprende un atto in blocco; `fuori` sono gli id lasciati fuori, separati da virgole. */
type Segno = { dopo: string; fuori: string };
const blocco = ({ dopo, fuori }: Segno): Blocco => ({ dopo, fuori: fuori.split(',') });
const quanti = ({ giro, restano }: ReturnType<typeof prossimi>): number => giro.length + restano;

/** A che punto è una sospensione in blocco; nullo se non resta nessuno. */
export function sospensioneAMeta(bando: SospensioniDelBando, lotto: string, segno: Segno) {
  const restano = quanti(prossimi(avviati(bando.progetti), blocco(segno)));
  if (restano === 0) return null;
  const fatti = bando.progetti.filter(({ sospensioni }) => sospensioni.some((s) => s.lotto === lotto)).length;
  return { nascosti: { bandoId: bando.id, lotto, ...segno }, fatti, restano };
}

/** A che punto è una ripresa in blocco; nullo se non resta nessuno. `al` AAAA-MM-GG. */
export function ripresaAMeta(bando: SospensioniDelBando, come: Segno & { al: string; atto: string; ripresi: number; su: number }) {
  const restano = quanti(prossimi(sospesi(bando.progetti), blocco(come)));
  if (restano === 0) return null;
  const nascosti = { ...come, bandoId: bando.id, ripresi: String(come.ripresi), su: String(come.su) };
  return { nascosti, fatti: come.ripresi, restano };
}
