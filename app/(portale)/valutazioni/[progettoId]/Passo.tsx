import { Callout } from '@/components/ui/Callout';
import { Sezione } from '@/components/ui/Sezione';
import { ModuloCriteri } from '@/components/valutazione/ModuloCriteri';
import { ModuloDichiarazione } from '@/components/valutazione/ModuloDichiarazione';
import { PuntiDati } from '@/components/valutazione/SchedeDeiCommissari';
import type { Criterio } from '@/lib/bandi/configurazione';
import { elenco } from '@/lib/format/elenco';
import { proposte } from '@/lib/valutazione/consolidamento';
import { totaleMassimo } from '@/lib/valutazione/punteggio';
import type { DaValutare, Scheda } from '@/lib/valutazione/queries';
import { type Passo as NomePasso, PASSI } from '@/lib/valutazione/rules';
import { consolidaAction, dichiaraAction, schedaAction } from './actions';

type Props = { domanda: DaValutare; passo: NomePasso; mia: Scheda | null; criteri: Criterio[] };

/** La sola cosa che tocca a chi guarda: dichiarare, valutare, aspettare o consolidare. */
export const Passo = (props: Props) => {
  const { domanda, passo, criteri } = props;
  if (passo === 'dichiara') return <Dichiara domanda={domanda} />;
  if ((passo === 'valuta' || passo === 'consolida') && criteri.length === 0)
    return <Callout tipo="attenzione">Il bando non ha una griglia di valutazione per questa fase.</Callout>;
  if (passo === 'valuta') return <Valuta {...props} />;
  if (passo === 'consolida') return <Consolida {...props} />;
  if (passo === 'aspetta') return <Aspetta {...props} />;
  if (passo === 'consolidata') return null; // il risultato è scritto sotto
  return (
    <Callout tipo={passo === 'astenuto' ? 'attenzione' : 'info'} titolo={`${PASSI[passo].etichetta}.`}>
      {passo === 'astenuto' && 'Non vedi la domanda e non la valuti: lo fanno gli altri commissari.'}
    </Callout>
  );
};

const Dichiara = ({ domanda }: Pick<Props, 'domanda'>) => (
  <Sezione id="dichiarazione" titolo="Prima di aprire la domanda">
    {domanda.appartiene ? (
      <Callout tipo="attenzione" titolo="Il tuo ente fa parte dell’aggregazione che presenta questa domanda.">
        Non puoi valutarla: dichiara il conflitto di interesse, così gli altri commissari possono concludere.
      </Callout>
    ) : (
      <p>Dichiara se hai conflitti di interesse. La domanda si apre dopo, e solo se non ne hai.</p>
    )}
    <ModuloDichiarazione
      action={dichiaraAction}
      nascosti={{ progettoId: domanda.id, fase: domanda.fase }}
      soloConflitto={domanda.appartiene}
    />
  </Sezione>
);

const Valuta = ({ domanda, mia, criteri }: Props) => (
  <Sezione
    id="scheda"
    titolo="La tua scheda"
    nota={
      <>
        <a href="#domanda">La domanda da leggere</a> è sotto. Nessuno vede i tuoi punti finché non hanno concluso tutti.
      </>
    }
  >
    <ModuloCriteri
      modo="scheda"
      action={schedaAction}
      nascosti={{ progettoId: domanda.id, fase: domanda.fase, rev: mia?.rev ?? 0 }}
      criteri={criteri}
      iniziali={Object.fromEntries(
        Object.entries(mia?.punteggi ?? {}).flatMap(([chiave, { punti, motivazione }]) => [
          [`punti.${chiave}`, punti === null ? '' : String(punti)],
          [`motivazione.${chiave}`, motivazione],
        ]),
      )}
      sogliaTotaleCentesimi={domanda.configurazione?.sogliaTotaleCentesimi ?? 0}
      massimo={totaleMassimo(criteri)}
    />
  </Sezione>
);

const Consolida = ({ domanda, criteri }: Props) => {
  const concluse = domanda.schede.filter((s) => s.conflitto === 'NESSUNO' && s.stato === 'CONCLUSA');
  const voci = proposte(
    criteri,
    concluse.map(({ punteggi }) => punteggi),
    { scartoSegnalatoPercento: domanda.configurazione?.scartoSegnalatoPercento ?? 100 },
  );
  return (
    <Sezione id="scheda" titolo="Consolida la valutazione" nota="Presiedi la commissione: tutti hanno concluso.">
      <ModuloCriteri
        modo="consolida"
        action={consolidaAction}
        nascosti={{ progettoId: domanda.id, fase: domanda.fase }}
        criteri={voci.map(({ criterio, proposto }) => ({ ...criterio, proposto }))}
        iniziali={{}}
        sopra={Object.fromEntries(voci.map((voce) => [voce.criterio.chiave, <PuntiDati key={voce.criterio.chiave} voce={voce} />]))}
        sogliaTotaleCentesimi={domanda.configurazione?.sogliaTotaleCentesimi ?? 0}
        massimo={totaleMassimo(criteri)}
      />
    </Sezione>
  );
};

const Aspetta = ({ domanda, mia }: Pick<Props, 'domanda' | 'mia'>) => {
  const mancano = domanda.commissari.filter((c) => !c.haConcluso && !c.astenuto);
  return (
    <Callout titolo="Hai concluso la tua scheda.">
      {mia?.svelata
        ? 'I punteggi di tutti sono qui sotto. Tocca a chi presiede consolidare la valutazione.'
        : mancano.length > 0
          ? `Vedrai i punteggi degli altri quando avranno concluso anche ${elenco(mancano.map(({ nome }) => nome))}, o dichiarato un conflitto. Servono almeno due schede. Se qualcuno tarda, il dirigente lo può esonerare.`
          : 'Per proseguire servono almeno due schede concluse: il dirigente può nominare un altro commissario.'}
    </Callout>
  );
};
