import { BarreOrizzontali } from '@/components/charts/BarreOrizzontali';
import { LegendaCerchi } from '@/components/charts/LegendaCerchi';
import { MappaPiemonte } from '@/components/charts/MappaPiemonte';
import { CifreProgramma } from '@/components/pubblico/CifreProgramma';
import { ElencoProgetti } from '@/components/pubblico/ElencoProgetti';
import { PerChiLavora } from '@/components/pubblico/PerChiLavora';
import { UltimiAvvisi } from '@/components/pubblico/UltimiAvvisi';
import { LinkBottone } from '@/components/ui/Bottone';
import { Sezione } from '@/components/ui/Sezione';
import { Vuoto } from '@/components/ui/Vuoto';
import { avvisiAperti } from '@/lib/pubblico/queriesNovita';
import { routes } from '@/lib/routes';
import { panoramica } from './panoramica';

/** Quanti cerchi si leggono ancora sulla mappa: oltre, quelli dei territori con più abitanti. */
const SULLA_MAPPA = 150;
/** Quanti progetti stanno nella pagina iniziale: gli altri sono nell’elenco, a pagine. */
const IN_PRIMA_PAGINA = 30;

const SenzaProgetti = () => (
  <main id="contenuto" tabIndex={-1}>
    <div className="wrap">
      <div className="title pb-6">
        <h1>I progetti di welfare dei territori</h1>
      </div>
      <Vuoto titolo="Ancora nessun progetto">Qui compaiono i progetti quando la Regione apre il primo programma.</Vuoto>
    </div>
  </main>
);

export default async function HomePage() {
  const [dati, avvisi] = await Promise.all([panoramica(), avvisiAperti()]);
  if (!dati || dati.progetti.length === 0) return <SenzaProgetti />;
  const { progetti, conteggi, categorie } = dati;
  const sullaMappa = [...progetti].sort((a, b) => b.popolazione - a.popolazione).slice(0, SULLA_MAPPA);
  const perValore = [...categorie].sort((a, b) => b.progetti - a.progetti || a.etichetta.localeCompare(b.etichetta, 'it'));
  return (
    <main id="contenuto" tabIndex={-1}>
      <div className="wrap">
        <div className="hero">
          <div>
            <h1 className="pub-h1">I progetti di welfare dei territori piemontesi</h1>
            <p className="pub-lead">
              Enti pubblici, terzo settore e imprese lavorano insieme su lavoro, famiglie, anziani e casa. Qui trovi che cosa fanno, dove e
              a che punto sono.
            </p>
            <CifreProgramma conteggi={conteggi} />
            <p className="btn-row mt-6">
              <LinkBottone href={routes.progettiApprovati()} variante="primario">
                Mostra tutti i progetti
              </LinkBottone>
              <LinkBottone href={routes.datiAperti()}>Scarica i dati</LinkBottone>
            </p>
          </div>
          <figure className="mapbox" aria-labelledby="mappa-didascalia">
            <MappaPiemonte
              progetti={sullaMappa.flatMap(({ codice, capofila, lat, lon, popolazione }) =>
                lat === null || lon === null ? [] : { codice, nome: capofila, lat, lon, popolazione },
              )}
              href={routes.progettoApprovato}
            />
            <LegendaCerchi />
            <figcaption className="figcap" id="mappa-didascalia">
              {sullaMappa.length < progetti.length
                ? `I ${SULLA_MAPPA} progetti con più abitanti, uno per capofila. `
                : `I ${progetti.length} progetti, uno per capofila. `}
              <a href="#elenco">Mostra come elenco</a>
              <br />
              Contorno della Regione: MapSVG, modificato, <a href="https://creativecommons.org/licenses/by/4.0/deed.it">CC BY 4.0</a>
            </figcaption>
          </figure>
        </div>
        <div className="three">
          <div className="w2">
            <Sezione id="categorie" titolo="Che cosa fanno" nota="Progetti con almeno un intervento. Un progetto può averne più d’uno.">
              <BarreOrizzontali
                voci={perValore.map(({ codice, etichetta, progetti: valore }) => ({
                  chiave: codice,
                  etichetta,
                  valore,
                  href: routes.progettiApprovati({ categoria: codice }),
                }))}
                scala={conteggi.progetti}
              />
            </Sezione>
          </div>
          <UltimiAvvisi avvisi={avvisi} altrimenti={<PerChiLavora />} />
        </div>
        <Sezione id="elenco" titolo="I progetti" azione={<a href={routes.progettiApprovati()}>Cerca tra i {conteggi.progetti} progetti</a>}>
          <ElencoProgetti
            progetti={progetti.slice(0, IN_PRIMA_PAGINA).map((progetto) => ({ ...progetto, abitanti: progetto.popolazione }))}
          />
        </Sezione>
      </div>
    </main>
  );
}
