import { numero } from '@/lib/format/euro';
import { dimensioneAggregazioni } from '@/lib/ricerca/dimensione';
import type { FiguraABarre } from '@/lib/ricerca/figura';
import { figuraAggregazioni, figuraCategorie, figuraInterventi } from '@/lib/ricerca/figureTabelle';
import { fonteScritta, titoloTabella } from '@/lib/ricerca/labels';
import type { PaginaTabelle } from '@/lib/ricerca/lettureTabelle';
import type { Pagina } from '@/lib/ricerca/pagina';
import { type FiltriRicerca, TabellaScaricabile } from '@/lib/ricerca/schema';
import { type Figura31, figura31, interventiDi, righeAggregazioni } from '@/lib/ricerca/tabelle';
import { routes } from '@/lib/routes';
import { FiguraWaffle } from '../charts/FiguraWaffle';
import { Paginazione } from '../ui/Paginazione';
import { Schede } from '../ui/Schede';
import { Sezione } from '../ui/Sezione';
import { FiguraDimensione } from './FiguraDimensione';
import { Barre } from './FiguraRicerca';
import { Scarica } from './Scarica';
import { TabellaAggregazioni } from './TabellaAggregazioni';
import { TabellaInterventi } from './TabellaInterventi';

type Props = { dati: PaginaTabelle; filtri: FiltriRicerca; pagina: Pagina };

const idDi = (tabella: string): string => `tabella-${tabella.replace('.', '-')}`;

/** La Figura 3.1 e le Tabelle 1.1-1.5 del rapporto, dai dati del portale. Di un programma grande si vede una pagina; i totali sono di tutti. */
export const TabelleRapporto = ({ dati, filtri, pagina }: Props) => {
  const conti = { categorie: dati.categorie, progetti: dati.contati };
  const interventi = interventiDi(conti, dati.visti);
  const numeri = ['1.1', ...interventi.map((tabella) => tabella.numero)];
  return (
    <>
      <div className="mt-6">
        <Schede
          etichetta="In questa pagina"
          voci={[
            { href: '#figura-3-1', etichetta: 'Figura 3.1' },
            ...numeri.map((quale) => ({ href: `#${idDi(quale)}`, etichetta: `Tabella ${quale}` })),
          ]}
        />
      </div>
      <SezioneFigura figura={figura31(conti)} filtri={filtri} />
      <Sezione id={idDi('1.1')} titolo={titoloTabella('1.1')} nota="Nell’ordine del rapporto.">
        <TabellaAggregazioni didascalia={titoloTabella('1.1')} dati={{ righe: righeAggregazioni(dati.visti), totali: dati.totali }} />
        <AltrePagine pagina={pagina} filtri={filtri} />
        {pagina.totale === dati.visti.length && <ComeGrafico figura={figuraAggregazioni(dati.visti)} />}
        <Scarica tabella="1.1" filtri={filtri} />
      </Sezione>
      <FiguraDimensione righe={dimensioneAggregazioni(dati.contati)} filtri={filtri} />
      <div className="grid grid-cols-1 gap-x-16 md:grid-cols-2">
        {interventi.map((tabella) => {
          const scaricabile = TabellaScaricabile.safeParse(tabella.numero);
          const grafico = figuraCategorie(tabella, pagina.totale);
          return (
            <Sezione key={tabella.numero} id={idDi(tabella.numero)} titolo={titoloTabella(tabella.numero)} nota={fonteScritta(dati.fonti)}>
              <TabellaInterventi didascalia={`Tabella ${tabella.numero}: capofila e categorie`} dati={tabella} />
              {grafico && <ComeGrafico figura={grafico} />}
              {scaricabile.success && <Scarica tabella={scaricabile.data} filtri={filtri} />}
            </Sezione>
          );
        })}
      </div>
      <AltrePagine pagina={pagina} filtri={filtri} />
      <p className="hint mt-6">
        Un progetto conta una volta per categoria; i totali in fondo sono progetti distinti
        {pagina.totale > pagina.a - pagina.da && `, di tutti i ${numero(pagina.totale)}`}. Le attività intermedie (coordinamento,
        formazione, comunicazione) non entrano in nessuna tabella.
      </p>
    </>
  );
};

/** La tabella come grafico, chiuso: nel rapporto è una tabella. */
const ComeGrafico = ({ figura: { titolo, nota, avvertenza, grafico } }: { figura: FiguraABarre }) => (
  <details className="figtab">
    <summary>
      Mostra come grafico<span className="sr">: {titolo}</span>
    </summary>
    <p className="second mb-2">{nota}</p>
    <Barre grafico={grafico} />
    {avvertenza && <p className="hint mt-2">{avvertenza}</p>}
  </details>
);

/** Avanti e indietro tra i progetti, se non stanno in una pagina sola: le cinque tabelle scorrono insieme. */
const AltrePagine = ({ pagina: { da, a, totale, precedente, successiva }, filtri }: Omit<Props, 'dati'>) => {
  if (totale <= a - da) return null;
  const verso = (dopo: string | null) =>
    dopo === null ? undefined : routes.tabelle({ data: filtri.data, bando: filtri.bando ?? '', dopo });
  return <Paginazione da={da + 1} a={a} totale={totale} nome="progetti" precedente={verso(precedente)} successiva={verso(successiva)} />;
};

const SezioneFigura = ({ figura, filtri }: { figura: Figura31; filtri: FiltriRicerca }) => {
  const { titolo, nota, grafico } = figuraInterventi(figura);
  return (
    <Sezione id="figura-3-1" titolo={titolo} nota={nota}>
      <FiguraWaffle didascalia="Figura 3.1: progetti per tipo di intervento" grafico={grafico} />
      <Scarica tabella="3.1" filtri={filtri} />
    </Sezione>
  );
};
