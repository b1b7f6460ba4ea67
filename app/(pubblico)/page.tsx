import { BarreOrizzontali } from '@/components/charts/BarreOrizzontali';
import { LegendaCerchi } from '@/components/charts/LegendaCerchi';
import { MappaPiemonte } from '@/components/charts/MappaPiemonte';
import { CifreProgramma } from '@/components/pubblico/CifreProgramma';
import { ElencoProgetti } from '@/components/pubblico/ElencoProgetti';
import { PerChiLavora } from '@/components/pubblico/PerChiLavora';
import { LinkBottone } from '@/components/ui/Bottone';
import { Sezione } from '@/components/ui/Sezione';
import { Vuoto } from '@/components/ui/Vuoto';
import { panoramica } from './panoramica';

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
  const dati = await panoramica();
  if (!dati || dati.progetti.length === 0) return <SenzaProgetti />;
  const { progetti, conteggi, categorie } = dati;
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
              <LinkBottone href="#elenco" variante="primario">
                Mostra tutti i progetti
              </LinkBottone>
              <LinkBottone href="/come-funziona">Come funziona</LinkBottone>
            </p>
          </div>
          <figure className="mapbox" aria-labelledby="mappa-didascalia">
            <MappaPiemonte
              progetti={progetti.flatMap(({ codice, capofila, lat, lon, popolazione }) =>
                lat === null || lon === null ? [] : { codice, nome: capofila, lat, lon, popolazione },
              )}
              href={(codice) => `#${codice}`}
            />
            <LegendaCerchi />
            <figcaption className="figcap" id="mappa-didascalia">
              I {progetti.length} progetti, uno per capofila. <a href="#elenco">Mostra come elenco</a>
              <br />
              Contorno della Regione: MapSVG, modificato, <a href="https://creativecommons.org/licenses/by/4.0/deed.it">CC BY 4.0</a>
            </figcaption>
          </figure>
        </div>
        <div className="three">
          <div className="w2">
            <Sezione id="categorie" titolo="Che cosa fanno" nota="Progetti con almeno un intervento. Un progetto può averne più d’uno.">
              <BarreOrizzontali
                voci={perValore.map(({ codice, etichetta, progetti: valore }) => ({ chiave: codice, etichetta, valore }))}
                scala={conteggi.progetti}
              />
            </Sezione>
          </div>
          <PerChiLavora />
        </div>
        <Sezione id="elenco" titolo="Tutti i progetti">
          <ElencoProgetti progetti={progetti} />
        </Sezione>
      </div>
    </main>
  );
}
