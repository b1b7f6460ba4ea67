import type { Vocaboli } from '@/lib/analisi/dimensioni';
import { tabellaDi } from '@/lib/analisi/dimensioni';
import type { Incrocio } from '@/lib/analisi/incrocio';
import { etichettaMisura, metodoDi, titoloDi } from '@/lib/analisi/labels';
import { inParametri } from '@/lib/analisi/leggi';
import type { Domanda } from '@/lib/analisi/schema';
import { FORMATI_TABELLA } from '@/lib/ricerca/labels';
import { routes } from '@/lib/routes';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';
import { Sezione } from '../ui/Sezione';
import { Vuoto } from '../ui/Vuoto';
import { GraficoIncrocio } from './GraficoIncrocio';
import { TabellaIncrocio } from './TabellaIncrocio';

type Props = { incrocio: Incrocio; domanda: Domanda; vocaboli: Vocaboli };

const PREPARA = 'Le persone si contano dai semestri preparati nella pagina «Persone»: a oggi non ce n’è nessuno.';
/** Perché una tabella con persone può non avere ancora righe. */
const PERCHE_VUOTA: Record<string, string> = {
  partecipanti: PREPARA,
  partecipanti_agg: PREPARA,
  indicatore: 'Si contano gli indicatori già pubblicati: a questa data nessun progetto ne ha.',
};

/** Il risultato: tabella, grafico, nota sul metodo, scaricamento. */
export const Risultato = ({ incrocio, domanda, vocaboli }: Props) => {
  if (incrocio.righe.length === 0)
    return (
      <Sezione id="risultato" titolo="Risultato">
        {domanda.filtri.length > 0 ? (
          <Vuoto titolo="Nessuna riga con questi filtri">Togli un filtro, o cambia la data di riferimento.</Vuoto>
        ) : (
          <Vuoto titolo="Non c’è ancora niente da contare">
            {PERCHE_VUOTA[domanda.tabella] ?? 'A questa data la tabella non ha righe.'}
          </Vuoto>
        )}
      </Sezione>
    );
  const tabella = tabellaDi(domanda.tabella);
  const titolo = titoloDi(domanda);
  return (
    <>
      <Sezione id="risultato" titolo="Risultato">
        {incrocio.oscurato && (
          <div className="mb-4">
            <Callout>
              Alcuni conteggi sono nascosti: riguardano poche persone. Non entrano nei totali, quindi non si ricavano per differenza.
            </Callout>
          </div>
        )}
        <TabellaIncrocio
          incrocio={incrocio}
          domanda={domanda}
          didascalia={titolo}
          misura={tabella ? etichettaMisura(tabella, domanda.misura) : ''}
        />
        <ScaricaAnalisi domanda={domanda} titolo={titolo} />
      </Sezione>
      <Sezione id="grafico" titolo="Grafico" nota={titolo}>
        <GraficoIncrocio incrocio={incrocio} domanda={domanda} />
      </Sezione>
      <Sezione id="metodo" titolo="Come è calcolato">
        <ul className="punti">
          {metodoDi(domanda, vocaboli, incrocio).map((frase) => (
            <li key={frase}>{frase}</li>
          ))}
        </ul>
      </Sezione>
    </>
  );
};

/** I comandi che scaricano. È un modulo, quindi una POST: lascia una riga nel registro. */
const ScaricaAnalisi = ({ domanda, titolo }: { domanda: Domanda; titolo: string }) => (
  <form action={routes.scaricaAnalisi()} method="post" className="mt-3 flex flex-wrap items-center gap-2">
    {Object.entries(inParametri(domanda)).map(([nome, valore]) => (
      <input key={nome} type="hidden" name={nome} value={valore} />
    ))}
    <span className="text-small text-muted">Scarica</span>
    {FORMATI_TABELLA.map(([formato, etichetta]) => (
      <Bottone key={formato} type="submit" name="formato" value={formato} variante="quieto" taglia={32}>
        {etichetta}
        <span className="sr"> {titolo}</span>
      </Bottone>
    ))}
  </form>
);
