import { diffParole } from '@/lib/format/diffParole';

/** Le parole aggiunte e tolte tra due testi, segnate nel testo e dette ai lettori di schermo. */
export const DiffTesto = ({ prima, ora }: { prima: string; ora: string }) => {
  let posizione = 0;
  return (
    <p className="diff">
      {diffParole(prima, ora).map(({ tipo, testo }) => {
        posizione += testo.length + 1;
        if (tipo === 'uguale') return testo;
        const Segno = tipo === 'aggiunto' ? 'ins' : 'del';
        return (
          <span key={posizione}>
            {/^\s*/.exec(testo)?.[0]}
            <Segno>
              <span className="sr">{tipo === 'aggiunto' ? 'Aggiunto: ' : 'Tolto: '}</span>
              {testo.trim()}
              <span className="sr">. </span>
            </Segno>
          </span>
        );
      })}
    </p>
  );
};
