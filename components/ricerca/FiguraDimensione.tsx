import { numero } from '@/lib/format/euro';
import type { RigaDimensione } from '@/lib/ricerca/dimensione';
import { NOME_DIMENSIONE } from '@/lib/ricerca/labels';
import { BarreOrizzontali } from '../charts/BarreOrizzontali';
import { Figura } from '../charts/Figura';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

/** Le aggregazioni per classe di popolazione. */
export const FiguraDimensione = ({ righe }: { righe: RigaDimensione[] }) => (
  <Figura
    id="dimensione"
    titolo="Dimensione delle aggregazioni"
    nota="Progetti per popolazione del territorio."
    avvertenza="L’estremo alto di ogni classe è compreso. Nella tabella, quanti enti gestori ha ogni progetto della classe."
    tabella={<TabellaDimensione righe={righe} />}
  >
    <BarreOrizzontali
      voci={righe.map(({ classe, progetti }) => ({ chiave: classe, etichetta: NOME_DIMENSIONE[classe], valore: progetti }))}
    />
  </Figura>
);

const TabellaDimensione = ({ righe }: { righe: RigaDimensione[] }) => (
  <Tabella
    didascalia="Progetti per classe di popolazione e numero di enti gestori"
    fitta
    colonne={[
      { etichetta: 'Popolazione' },
      { etichetta: 'Progetti', numerica: true },
      { etichetta: 'Un ente', numerica: true },
      { etichetta: 'Da due a quattro', numerica: true },
      { etichetta: 'Cinque o più', numerica: true },
      { etichetta: 'Abitanti', numerica: true },
    ]}
  >
    {righe.map(({ classe, progetti, unEnte, pochiEnti, moltiEnti, popolazione }) => (
      <Riga key={classe}>
        <CellaTitolo>{NOME_DIMENSIONE[classe]}</CellaTitolo>
        <Cella numerica>{progetti}</Cella>
        <Cella numerica>{unEnte}</Cella>
        <Cella numerica>{pochiEnti}</Cella>
        <Cella numerica>{moltiEnti}</Cella>
        <Cella numerica>{classe === 'NON_NOTA' ? 'non nota' : numero(popolazione)}</Cella>
      </Riga>
    ))}
  </Tabella>
);
