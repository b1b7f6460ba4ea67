import { dataLunga } from '@/lib/format/data';
import { causeDiRitardo } from '@/lib/ricerca/cause';
import { conta, indiceScritto } from '@/lib/ricerca/labels';
import { avvioDeiProgetti, avvioDelleAzioni, quantitaRaggiunte } from '@/lib/ricerca/misure';
import { type StatiPerCategoria, statiPerCategoria } from '@/lib/ricerca/pannello';
import type { DatiAttuazione } from '@/lib/ricerca/righe';
import type { FiltriRicerca } from '@/lib/ricerca/schema';
import { progettiSospesi } from '@/lib/ricerca/sospesi';
import { routes } from '@/lib/routes';
import { Callout } from '../ui/Callout';
import { CifraChiave, CifreChiave } from '../ui/CifraChiave';
import { Vuoto } from '../ui/Vuoto';
import { FiguraAvvio, FiguraAvvioAzioni } from './FiguraAvvio';
import { CausePerCategoria, FiguraCause } from './FiguraCause';
import { FiguraQuantita } from './FiguraQuantita';
import { FiguraSospesi } from './FiguraSospesi';
import { FiguraStati } from './FiguraStati';

type Props = { dati: DatiAttuazione; filtri: FiltriRicerca };

/** Il pannello di attuazione dalle righe già filtrate; se non c'è niente da mostrare dice perché. */
export const PannelloAttuazione = ({ dati, filtri }: Props) => {
  if (dati.onde.length === 0)
    return (
      <div className="mt-6">
        <PannelloVuoto dati={dati} filtri={filtri} />
      </div>
    );
  const stati = statiPerCategoria(dati);
  const cause = causeDiRitardo(dati);
  return (
    <>
      <Cifre stati={stati} azioni={dati.azioni.length} />
      <FiguraStati stati={stati} filtri={filtri} />
      {cause.righe.length > 0 && (
        <>
          <FiguraCause cause={cause} filtri={filtri} />
          <CausePerCategoria cause={cause} />
        </>
      )}
      <FiguraAvvio avvio={avvioDeiProgetti(dati)} filtri={filtri} />
      <FiguraAvvioAzioni avvio={avvioDelleAzioni(dati)} filtri={filtri} />
      <FiguraSospesi righe={progettiSospesi(dati, filtri.data)} progetti={dati.progetti.length} filtri={filtri} />
      <FiguraQuantita quantita={quantitaRaggiunte(dati)} filtri={filtri} />
    </>
  );
};

const Cifre = ({ stati: { totali, indice, senzaRilevazione }, azioni }: { stati: StatiPerCategoria; azioni: number }) => (
  <>
    {senzaRilevazione.azioni > 0 && (
      <div className="mt-6">
        <Callout
          titolo={`${conta(senzaRilevazione.azioni, 'azione', 'azioni')} di ${conta(senzaRilevazione.progetti, 'progetto', 'progetti')} senza una relazione approvata a questa data.`}
        >
          Qui sotto il loro stato conta come non rilevato.
        </Callout>
      </div>
    )}
    <div className="mt-8">
      <CifreChiave>
        <CifraChiave etichetta="Azioni con stato noto" valore={azioni - totali.NON_RILEVATA} confronto={`su ${azioni}`} />
        <CifraChiave
          etichetta="Concluse o realizzate in parte"
          valore={totali.COMPLETATA + totali.PARZIALMENTE_REALIZZATA}
          confronto={`su ${azioni}`}
        />
        <CifraChiave etichetta="Sospese" valore={totali.SOSPESA} confronto={`su ${azioni}`} />
        <CifraChiave
          etichetta="Indice sintetico, scelta IRES"
          valore={indiceScritto(indice)}
          confronto={`da 0 a 1, su ${conta(indice.azioni, 'azione', 'azioni')}${indice.sospese > 0 ? ` (${indice.sospese} sospese)` : ''}`}
        />
      </CifreChiave>
    </div>
  </>
);

const PannelloVuoto = ({ dati, filtri }: Props) =>
  dati.azioni.length === 0 ? (
    <NessunaAzione filtrata={filtri.ambito !== null || filtri.categoria !== null} />
  ) : (
    <NessunaRelazione data={filtri.data} prima={dati.primaRilevazione} />
  );

const NessunaAzione = ({ filtrata }: { filtrata: boolean }) => (
  <Vuoto
    titolo={filtrata ? 'Nessuna azione con questi filtri' : 'Nessun progetto approvato'}
    azione={filtrata && <a href={routes.attuazione()}>Togli i filtri</a>}
  >
    {filtrata
      ? 'In questo ambito e in questa categoria non ci sono azioni.'
      : 'Il pannello comparirà quando la Regione avrà approvato i progetti di un bando.'}
  </Vuoto>
);

const NessunaRelazione = ({ data, prima }: { data: string; prima: string | null }) => (
  <Vuoto titolo={`Al ${dataLunga(data)} non c’è nessuna relazione approvata`}>
    {prima === null || prima <= data
      ? 'Il pannello comparirà quando la Regione avrà approvato la prima relazione.'
      : `La prima rilevazione approvata finisce il ${dataLunga(prima)}: scegli una data da quel giorno in poi.`}
  </Vuoto>
);
