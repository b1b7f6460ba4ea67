import { Timeline, type VoceTimeline } from '@/components/ui/Timeline';
import { fraseEvento } from '@/lib/eventi/labels';
import { dataLunga, giornoDi } from '@/lib/format/data';
import type { EventoDelProgetto } from '@/lib/progetti/letture';

type Props = {
  eventi: readonly EventoDelProgetto[];
  /** Gli atti uguali di un giorno, uno di seguito all’altro, si dicono una volta sola, con quanti sono. */
  inBreve?: boolean;
};

/** Gli ultimi atti sul progetto: organizzazione e ruolo, mai la persona. */
export const StoriaProgetto = ({ eventi, inBreve = false }: Props) => {
  if (eventi.length === 0) return <p className="small muted">Nessun atto registrato nel portale.</p>;
  const detti = eventi.map((evento) => ({ id: evento.id, giorno: giornoDi(new Date(evento.istante)), ...fraseEvento(evento) }));
  const gruppi: [Detto, ...Detto[]][] = [];
  for (const detto of detti) {
    const ultimo = gruppi.at(-1);
    if (inBreve && ultimo && uguali(ultimo[0], detto)) ultimo.push(detto);
    else gruppi.push([detto]);
  }
  return <Timeline voci={gruppi.map(voceDi)} />;
};

type Detto = { id: string; giorno: string } & ReturnType<typeof fraseEvento>;

const uguali = (a: Detto, b: Detto): boolean =>
  a.giorno === b.giorno && a.soggetto === b.soggetto && a.ruolo === b.ruolo && a.predicato === b.predicato;

const voceDi = (gruppo: [Detto, ...Detto[]]): VoceTimeline => {
  const [{ id, giorno, soggetto, ruolo, predicato, ufficiale }] = gruppo;
  const testo = (
    <>
      {soggetto}
      {ruolo && <span className="muted"> ({ruolo})</span>} {predicato}
      {gruppo.length > 1 && <span className="muted"> ({gruppo.length} volte)</span>}
    </>
  );
  return { id, iso: giorno, data: dataLunga(giorno), testo, ufficiale };
};
