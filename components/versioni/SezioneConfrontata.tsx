import { dataBreve } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import type { Differenza, SezioneDiversa } from '@/lib/versioni/differenze';
import { scartoGiorni, scartoImporto, scartoNumero } from '@/lib/versioni/scarti';
import { DiffTesto } from '../ui/DiffTesto';
import { Sezione } from '../ui/Sezione';

/** Che cosa è cambiato in una sezione: le parole dei testi, la differenza degli importi e dei numeri, le righe aggiunte e tolte. */
export const SezioneConfrontata = ({ sezione: { chiave, titolo, campi } }: { sezione: SezioneDiversa }) => (
  <Sezione id={`sezione-${chiave}`} titolo={titolo}>
    {campi.map((campo) => (
      <div key={campo.chiave} className="pt-4">
        <h3>{campo.etichetta}</h3>
        {campo.differenze.map((differenza, indice) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: due versioni non cambiano
          <Diversa key={indice} differenza={differenza} />
        ))}
      </div>
    ))}
  </Sezione>
);

const Diversa = ({ differenza }: { differenza: Differenza }) => {
  const { voce } = differenza;
  const nome = voce && <span className="small second">{voce}</span>;
  if (differenza.genere === 'testo')
    return (
      <div className="pt-2">
        {nome}
        <DiffTesto prima={differenza.prima} ora={differenza.ora} />
      </div>
    );
  if (differenza.genere === 'aggiunto' || differenza.genere === 'tolto') {
    const aggiunto = differenza.genere === 'aggiunto';
    const Segno = aggiunto ? 'ins' : 'del';
    return (
      <p className="diff pt-2">
        <Segno>
          <span className="sr">{aggiunto ? 'Aggiunto: ' : 'Tolto: '}</span>
          {voce}
        </Segno>
      </p>
    );
  }
  const { prima, ora, scarto } = cifre(differenza);
  return (
    <p className="pt-2">
      {nome} Da {prima} a <b>{ora}</b> <span className="delta">{scarto}</span>
    </p>
  );
};

function cifre(differenza: Extract<Differenza, { genere: 'importo' | 'numero' | 'data' }>) {
  if (differenza.genere === 'importo') {
    const { prima, ora } = differenza;
    return { prima: euro(prima), ora: euro(ora), scarto: scartoImporto(prima, ora) };
  }
  if (differenza.genere === 'data') {
    const { prima, ora } = differenza;
    return { prima: dataBreve(prima), ora: dataBreve(ora), scarto: scartoGiorni(prima, ora) };
  }
  const { prima, ora } = differenza;
  return { prima: numero(prima), ora: numero(ora), scarto: scartoNumero(prima, ora) };
}
