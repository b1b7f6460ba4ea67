import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Selezione } from '@/components/forms/Selezione';
import { Messaggio } from '@/components/ui/Messaggio';
import { Sezione } from '@/components/ui/Sezione';
import type { Attore } from '@/lib/auth/attore';
import type { Commento, Domanda, SezioneDomanda } from '@/lib/domande/queries';
import { dataEOra } from '@/lib/format/data';
import { commentaAction, risolviAction } from './actions';

type Props = { domanda: Domanda; sezione: SezioneDomanda; commenti: Commento[]; attore: Attore };

/** I commenti sui campi della sezione: li leggono e li scrivono gli enti della domanda, mai la Regione. */
export const Commenti = ({ domanda, sezione, commenti, attore }: Props) => {
  const nascosti = { progettoId: domanda.id, chiave: sezione.chiave };
  const nomeDi = (campo: string) => sezione.campi.find(({ chiave }) => chiave === campo)?.etichetta ?? campo;
  const aperti = commenti.filter(({ risoltoIl }) => !risoltoIl);
  const risolti = commenti.filter(({ risoltoIl }) => risoltoIl);
  const chiude = (c: Commento) => domanda.veste.capofila || c.mio || c.ente === attore.organizzazioneNome;
  const righe = (elenco: Commento[]) =>
    elenco.map((c) => (
      <div key={c.id} className="commento">
        <Messaggio autore={c.ente} quando={dataEOra(new Date(c.creatoIl))} iso={c.creatoIl} mio={c.mio}>
          <p className="small second">
            Su <a href={`#campo-${c.campo}`}>{nomeDi(c.campo)}</a>
          </p>
          <p className="testo">{c.testo}</p>
        </Messaggio>
        {!c.risoltoIl && chiude(c) && (
          <ModuloAtto
            action={risolviAction}
            nascosti={{ ...nascosti, commentoId: c.id }}
            invia="Segna come risolto"
            variante="quieto"
            taglia={32}
          />
        )}
      </div>
    ));
  return (
    <Sezione id="commenti" titolo="Commenti" nota="Li leggono solo gli enti di questa domanda.">
      {commenti.length === 0 && <p className="small second">Ancora nessun commento su questa sezione.</p>}
      {righe(aperti)}
      {risolti.length > 0 && (
        <details className="chiedi">
          <summary>{risolti.length === 1 ? '1 commento risolto' : `${risolti.length} commenti risolti`}</summary>
          {righe(risolti)}
        </details>
      )}
      {sezione.diritto !== 'LETTURA' && (
        <ModuloAtto
          action={commentaAction}
          nascosti={{ ...nascosti, fase: domanda.fase }}
          invia="Aggiungi il commento"
          variante="secondario"
          testo={{ nome: 'testo', etichetta: 'Il tuo commento', massimo: 2000, righe: 3 }}
        >
          <Selezione
            nome="campo"
            id="commento-campo"
            etichetta="Su quale campo"
            opzioni={sezione.campi.map(({ chiave, etichetta }) => ({ valore: chiave, etichetta }))}
          />
        </ModuloAtto>
      )}
    </Sezione>
  );
};
