import type { Fase } from '@/components/ui/CicloVita';
import { dataLunga, meseEAnno } from '@/lib/format/data';
import { tempoTrascorso } from '@/lib/progetti/rules';

type Dati = {
  dataAvvio: string | null;
  dataFinePrevista: string | null;
  bando: { fasi: readonly { nome: string; dal: string; al: string | null }[] };
};

const maiuscola = (testo: string): string => testo.charAt(0).toUpperCase() + testo.slice(1);

/**
 * Le fasi del bando come passi del progetto, più la conclusione se se ne conosce la data. La fase corrente è l'ultima cominciata e non finita;
 * `trascorso` va da 0 a 1. `oggi` AAAA-MM-GG.
 */
export function cicloVita({ bando, dataAvvio, dataFinePrevista }: Dati, oggi: string): { fasi: Fase[]; trascorso: number } {
  const tempo = tempoTrascorso(dataAvvio, dataFinePrevista, oggi);
  const finito = dataFinePrevista !== null && oggi > dataFinePrevista;
  const corrente = finito ? -1 : bando.fasi.findLastIndex(({ dal, al }) => dal <= oggi && (al === null || al >= oggi));
  const fasi = bando.fasi.map(({ nome, dal, al }, indice): Fase => {
    const etichetta = maiuscola(nome);
    if (indice === corrente)
      return {
        etichetta,
        data: al === null && tempo ? `mese ${tempo.mesi} di ${tempo.totale}` : `da ${meseEAnno(dal)}`,
        stato: 'corrente',
      };
    const fatta = finito || indice < corrente || (al !== null && al < oggi);
    return fatta
      ? { etichetta, data: meseEAnno(al ?? dataFinePrevista ?? dal), stato: 'fatta' }
      : { etichetta, data: `da ${meseEAnno(dal)}`, stato: 'futura' };
  });
  if (dataFinePrevista) fasi.push({ etichetta: 'Conclusione', data: dataLunga(dataFinePrevista), stato: finito ? 'fatta' : 'futura' });
  return { fasi, trascorso: tempo ? tempo.mesi / tempo.totale : 0 };
}
