import { Timeline } from '@/components/ui/Timeline';
import { fraseEvento } from '@/lib/eventi/labels';
import { dataLunga, giornoDi } from '@/lib/format/data';
import type { EventoDelProgetto } from '@/lib/progetti/letture';

/** Gli ultimi atti sul progetto: organizzazione e ruolo, mai la persona. */
export const StoriaProgetto = ({ eventi }: { eventi: EventoDelProgetto[] }) => {
  if (eventi.length === 0) return <p className="small muted">Nessun atto registrato nel portale.</p>;
  return (
    <Timeline
      voci={eventi.map((evento) => {
        const { soggetto, ruolo, predicato, ufficiale } = fraseEvento(evento);
        const giorno = giornoDi(new Date(evento.istante));
        const testo = (
          <>
            {soggetto}
            {ruolo && <span className="muted"> ({ruolo})</span>} {predicato}
          </>
        );
        return { id: evento.id, iso: giorno, data: dataLunga(giorno), testo, ufficiale };
      })}
    />
  );
};
