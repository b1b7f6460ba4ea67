import { dimensioneAggregazioni } from '@/lib/ricerca/dimensione';
import { etichettaBreve, fonteScritta, NOME_MACRO, titoloTabella } from '@/lib/ricerca/labels';
import type { DatiTabelle } from '@/lib/ricerca/righe';
import { type FiltriRicerca, TabellaScaricabile } from '@/lib/ricerca/schema';
import { type Figura31, figura31, tabellaAggregazioni, tabelleInterventi } from '@/lib/ricerca/tabelle';
import { type CellaWaffle, FiguraWaffle } from '../charts/FiguraWaffle';
import { Schede } from '../ui/Schede';
import { Sezione } from '../ui/Sezione';
import { FiguraDimensione } from './FiguraDimensione';
import { Scarica } from './Scarica';
import { TabellaAggregazioni } from './TabellaAggregazioni';
import { TabellaInterventi } from './TabellaInterventi';

type Props = { dati: DatiTabelle; filtri: FiltriRicerca };

const idDi = (numero: string): string => `tabella-${numero.replace('.', '-')}`;

/** La Figura 3.1 e le Tabelle 1.1-1.5 del rapporto, dai dati del portale. */
export const TabelleRapporto = ({ dati, filtri }: Props) => {
  const interventi = tabelleInterventi(dati);
  const numeri = ['1.1', ...interventi.map(({ numero }) => numero)];
  return (
    <>
      <div className="mt-6">
        <Schede
          etichetta="In questa pagina"
          voci={[
            { href: '#figura-3-1', etichetta: 'Figura 3.1' },
            ...numeri.map((numero) => ({ href: `#${idDi(numero)}`, etichetta: `Tabella ${numero}` })),
          ]}
        />
      </div>
      <SezioneFigura figura={figura31(dati)} filtri={filtri} />
      <Sezione id={idDi('1.1')} titolo={titoloTabella('1.1')} nota="Nell’ordine del rapporto.">
        <TabellaAggregazioni didascalia={titoloTabella('1.1')} dati={tabellaAggregazioni(dati)} />
        <Scarica tabella="1.1" filtri={filtri} />
      </Sezione>
      <FiguraDimensione righe={dimensioneAggregazioni(dati)} />
      <Scarica tabella="dimensione" filtri={filtri} />
      <div className="grid grid-cols-1 gap-x-16 md:grid-cols-2">
        {interventi.map((tabella) => {
          const scaricabile = TabellaScaricabile.safeParse(tabella.numero);
          return (
            <Sezione key={tabella.numero} id={idDi(tabella.numero)} titolo={titoloTabella(tabella.numero)} nota={fonteScritta(dati.fonti)}>
              <TabellaInterventi didascalia={`Tabella ${tabella.numero}: capofila e categorie`} dati={tabella} />
              {scaricabile.success && <Scarica tabella={scaricabile.data} filtri={filtri} />}
            </Sezione>
          );
        })}
      </div>
      <p className="hint mt-6">
        Un progetto conta una volta per categoria; i totali in fondo sono progetti distinti. Le attività intermedie (coordinamento,
        formazione, comunicazione) non entrano in nessuna tabella.
      </p>
    </>
  );
};

const SezioneFigura = ({ figura, filtri }: { figura: Figura31; filtri: FiltriRicerca }) => (
  <Sezione id="figura-3-1" titolo={titoloTabella('3.1')} nota="Progetti con almeno un intervento. Ogni quadretto è un progetto.">
    <FiguraWaffle
      didascalia="Figura 3.1: progetti per tipo di intervento"
      totale={figura.progetti}
      colonne={['Servizi', 'Azioni']}
      righe={figura.righe.map(({ macro, servizi, azioni, inTutto }) => ({
        etichetta: NOME_MACRO[macro],
        sotto: `${inTutto} in tutto`,
        celle: [cella(servizi), cella(azioni)],
      }))}
    />
    <Scarica tabella="3.1" filtri={filtri} />
  </Sezione>
);

const cella = ({ progetti, categorie }: { progetti: number; categorie: string[] }): CellaWaffle => ({
  conteggio: progetti,
  descrizione: categorie.map(etichettaBreve).join(', '),
});
