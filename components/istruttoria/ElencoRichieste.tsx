import { dataBreve, dataEOra, giornoDi } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import type { RichiestaDellaRegione } from '@/lib/istruttoria/letture';
import { motiviRichiesta, NOME_RICHIESTA } from '@/lib/istruttoria/parole';
import { Badge } from '../ui/Badge';

type Props = { richieste: RichiestaDellaRegione[]; sezioni: { chiave: string; titolo: string }[]; adesso: Date };

const nomi = (chiavi: string[], sezioni: Props['sezioni']): string =>
  elenco(chiavi.map((chiave) => `«${sezioni.find((s) => s.chiave === chiave)?.titolo ?? chiave}»`));

const StatoRichiesta = ({
  richiesta: { genere, stato, entro, rispostaIl },
  adesso,
}: {
  richiesta: RichiestaDellaRegione;
  adesso: Date;
}) => {
  if (stato === 'RISPOSTA')
    return (
      <Badge famiglia="regione" icona="invio">
        Risposta ricevuta
      </Badge>
    );
  if (stato === 'CHIUSA')
    return (
      <Badge famiglia="neutro" icona="spunta-cerchio">
        {genere === 'INTEGRAZIONE' && !rispostaIl ? 'Chiusa senza risposta' : 'Chiusa'}
      </Badge>
    );
  if (new Date(entro) < adesso)
    return (
      <Badge famiglia="fermo" icona="pausa">
        Termine passato
      </Badge>
    );
  return (
    <Badge famiglia="tocca" icona="ritorno">
      In attesa dell’ente
    </Badge>
  );
};

/** Le richieste della Regione, dalla più recente, con la risposta. Testo di persone: va a capo e non si interpreta. */
export const ElencoRichieste = ({ richieste, sezioni, adesso }: Props) =>
  richieste.map((r) => (
    <article key={r.id} id={`richiesta-${r.id}`} className="sec">
      <h3>
        {NOME_RICHIESTA[r.genere]} <StatoRichiesta richiesta={r} adesso={adesso} />
      </h3>
      <p className="small second">
        Del {dataEOra(new Date(r.chiestaIl))}. Da rispondere entro il {dataBreve(giornoDi(new Date(r.entro)))}.
      </p>
      <p className="small">Motivo: {elenco(motiviRichiesta(r.motivo)).toLowerCase()}.</p>
      {r.sezioni.length > 0 && <p className="small">Sezioni da integrare: {nomi(r.sezioni, sezioni)}.</p>}
      <p className="testo">{r.testo}</p>
      {r.risposta && (
        <>
          <p className="legend">Risposta dell’ente{r.rispostaIl && `, ${dataEOra(new Date(r.rispostaIl))}`}</p>
          <p className="testo">{r.risposta}</p>
        </>
      )}
    </article>
  ));
