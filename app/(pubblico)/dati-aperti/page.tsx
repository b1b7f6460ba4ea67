import type { Metadata } from 'next';
import { DizionarioDataset, TabellaDataset } from '@/components/pubblico/TabellaDataset';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { dataLunga } from '@/lib/format/data';
import { LICENZA } from '@/lib/pubblico/licenza';
import { leggiSito } from '@/lib/pubblico/queriesNovita';
import { routes } from '@/lib/routes';

export const metadata: Metadata = {
  title: 'Dati aperti',
  description: 'Progetti, ambiti, organizzazioni, azioni, contributi e stati da scaricare in CSV e JSON, con licenza CC BY 4.0.',
};

const CATALOGHI = [
  { file: 'catalogo.ttl', testo: 'Turtle' },
  { file: 'catalogo.jsonld', testo: 'JSON-LD' },
];

export default async function DatiApertiPage() {
  const { aggiornato } = await leggiSito();
  return (
    <Statico>
      <Breadcrumb voci={[{ href: routes.home(), etichetta: 'Pagina iniziale' }, { etichetta: 'Dati aperti' }]} />
      <main id="contenuto" tabIndex={-1}>
        <div className="wrap">
          <TitoloPagina
            titolo="Dati aperti"
            sottotitolo="I dati dei progetti approvati, da scaricare e riusare. Nessun dato sulle persone."
            sottoPercorso
            azioni={<LinkBottone href={routes.interfaccia()}>Interfaccia per programmi</LinkBottone>}
          />
          <FattiChiave
            fatti={[
              { termine: 'Licenza', valore: <a href={LICENZA.indirizzo}>{LICENZA.nome}</a> },
              { termine: 'Ultimo fatto pubblicato', valore: dataLunga(aggiornato) },
              { termine: 'Aggiornamento', valore: 'Continuo: i file si scrivono quando li chiedi' },
            ]}
          />
          <div className="with-rail">
            <div>
              <Sezione id="insiemi" titolo="Insiemi di dati">
                <TabellaDataset />
              </Sezione>
              <Sezione id="colonne" titolo="Che cosa vogliono dire le colonne">
                <DizionarioDataset />
              </Sezione>
            </div>
            <Fianco />
          </div>
        </div>
      </main>
    </Statico>
  );
}

const Fianco = () => (
  <aside className="rail pt-10" aria-label="Come si usano i dati">
    <Sezione id="uso" titolo="Come si usano">
      <p className="second">
        Puoi copiarli, cambiarli e pubblicarli, anche per lavoro: basta dire da dove vengono. I CSV hanno la virgola tra le colonne, il
        punto nei decimali e <span className="mono">NA</span> dove il dato manca. Un testo che in un foglio di calcolo sarebbe una formula
        comincia con un apice.
      </p>
    </Sezione>
    <Sezione id="catalogo" titolo="Catalogo DCAT-AP_IT">
      <ul className="notices border-t-0">
        {CATALOGHI.map(({ file, testo }) => (
          <li key={file}>
            <a href={routes.scaricaDatoAperto(file)}>
              <span className="sr">Catalogo in </span>
              {testo}
            </a>
          </li>
        ))}
      </ul>
    </Sezione>
    <Sezione id="novita" titolo="Novità">
      <p>
        <a href={routes.novita()}>Bandi, avvisi e progetti approvati (Atom)</a>
      </p>
    </Sezione>
  </aside>
);
