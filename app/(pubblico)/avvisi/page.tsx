import type { Metadata } from 'next';
import { momentoAvviso } from '@/components/avvisi/FattiAvviso';
import { PaginaTesto } from '@/components/pubblico/PaginaTesto';
import { Badge } from '@/components/ui/Badge';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Statico } from '@/components/ui/Statico';
import { Tabella } from '@/components/ui/Tabella';
import { Vuoto } from '@/components/ui/Vuoto';
import { ETICHETTA_MOMENTO } from '@/lib/avvisi/labels';
import type { RigaAvvisoPubblico } from '@/lib/avvisi/letture';
import { elencaAvvisiPubblici } from '@/lib/avvisi/queriesPubbliche';
import { dataEOra } from '@/lib/format/data';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Avvisi per partner' };

export default async function AvvisiPage() {
  const avvisi = await elencaAvvisiPubblici();
  return (
    <PaginaTesto
      titolo="Avvisi per partner"
      sottotitolo="Gli enti con un’idea approvata cercano organizzazioni con cui scrivere il progetto. Per candidarti non serve un account."
      larga
    >
      <Statico>
        {avvisi.length === 0 ? (
          <Vuoto titolo="Nessun avviso pubblicato">Qui compaiono gli avvisi degli enti che cercano partner.</Vuoto>
        ) : (
          <Tabella
            didascalia="Avvisi pubblicati, prima quelli aperti"
            schede="etichette"
            colonne={['Avviso', 'Ente', 'Stato', 'Si chiude'].map((etichetta) => ({ etichetta }))}
          >
            {avvisi.map((avviso) => (
              <RigaAvviso key={avviso.id} avviso={avviso} />
            ))}
          </Tabella>
        )}
      </Statico>
    </PaginaTesto>
  );
}

const RigaAvviso = ({ avviso }: { avviso: RigaAvvisoPubblico }) => {
  const { testo, famiglia, icona } = ETICHETTA_MOMENTO[momentoAvviso(avviso)];
  return (
    <Riga>
      <CellaTitolo>
        <a href={routes.avviso(avviso.id)}>{avviso.titolo}</a>
      </CellaTitolo>
      <Cella etichetta="Ente">{avviso.ente}</Cella>
      <Cella etichetta="Stato">
        <Badge famiglia={famiglia} icona={icona}>
          {testo}
        </Badge>
      </Cella>
      <Cella etichetta="Si chiude">{avviso.chiude && dataEOra(new Date(avviso.chiude))}</Cella>
    </Riga>
  );
};
