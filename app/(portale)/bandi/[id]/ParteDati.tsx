import { ModuloDati } from '@/components/bandi/ModuloDati';
import { ModuloImporti } from '@/components/bandi/ModuloImporti';
import { ModuloSoglia } from '@/components/bandi/ModuloSoglia';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Sezione } from '@/components/ui/Sezione';
import { moduloDati, scriviOraCivile } from '@/lib/bandi/datiBando';
import type { BandoDaScrivere } from '@/lib/bandi/queriesBozza';
import { NOME_PASSO, NOME_TIPO_BANDO } from '@/lib/bandi/stato';
import { euro, numero } from '@/lib/format/euro';
import { scriviImporto } from '@/lib/format/importo';
import { routes } from '@/lib/routes';
import { salvaDatiAction, salvaImportiAction, salvaSogliaAction } from './actions';
import type { Editor } from './editor';

const TIPI = Object.entries(NOME_TIPO_BANDO).map(([valore, etichetta]) => ({ valore, etichetta }));
const PASSI = Object.entries(NOME_PASSO).map(([fase, nome]) => ({ fase, nome }));

export const ParteDati = ({ editor: { id, rev, scrive, configurazione: c } }: { editor: Editor }) =>
  scrive ? (
    <ModuloDati action={salvaDatiAction} bandoId={id} rev={rev} valori={moduloDati(c)} tipi={TIPI} passi={PASSI} />
  ) : (
    <ElencoChiave
      voci={[
        { termine: 'Tipo', valore: NOME_TIPO_BANDO[c.tipo] },
        { termine: 'Atto', valore: c.atto || 'non indicato' },
        { termine: 'Presentazione', valore: c.presentazione || 'non scritta' },
        { termine: 'Dotazione', valore: euro(BigInt(c.dotazioneCents)) },
        ...c.passi.map((p) => ({
          termine: NOME_PASSO[p.fase],
          valore: `dal ${scriviOraCivile(p.apre)}${p.chiude ? ` al ${scriviOraCivile(p.chiude)}` : ', senza termine'}`,
        })),
        { termine: 'Giorni minimi dell’avviso', valore: c.giorniAvviso },
        { termine: 'Giorni per le integrazioni', valore: c.giorniIntegrazioni },
        { termine: 'Giorni per il preavviso di rigetto', valore: c.giorniPreavviso },
      ]}
    />
  );

export const ParteImporti = ({
  editor: { id, rev, scrive, configurazione: c },
  ambiti,
}: {
  editor: Editor;
  ambiti: BandoDaScrivere['ambiti'];
}) => {
  const totale = c.importiPerAmbito.reduce((somma, i) => somma + BigInt(i.cents), 0n);
  const di = (n: number) => c.importiPerAmbito.find((i) => i.ambito === n)?.cents;
  return (
    <Sezione
      id="importi"
      titolo="Importi per ambito"
      nota={`In tutto ${euro(totale)} su ${euro(BigInt(c.dotazioneCents))}. Un ambito vuoto non ha un importo suo.`}
    >
      {scrive ? (
        <ModuloImporti
          action={salvaImportiAction}
          bandoId={id}
          rev={rev}
          ambiti={ambiti}
          valori={Object.fromEntries(ambiti.map((a) => [`ambito_${a.numero}`, scrittoIn(di(a.numero))]))}
        />
      ) : (
        <ElencoChiave
          voci={ambiti.map((a) => ({
            termine: `${a.numero}. ${a.nome}`,
            valore: di(a.numero) ? euro(BigInt(di(a.numero) ?? 0)) : 'nessun importo',
          }))}
        />
      )}
    </Sezione>
  );
};
const scrittoIn = (cents: string | undefined): string => (cents ? scriviImporto(cents) : '');

export const ParteSoglia = ({ editor: { id, rev, scrive, configurazione: c } }: { editor: Editor }) => {
  const soglia = numero(c.sogliaTotaleCentesimi / 100);
  return (
    <Sezione id="soglie" titolo="Soglie e parità" nota={<a href={routes.commissione(id)}>Commissione di valutazione</a>}>
      {scrive ? (
        <ModuloSoglia
          action={salvaSogliaAction}
          bandoId={id}
          rev={rev}
          valori={{ soglia, scarto: String(c.scartoSegnalatoPercento), parita: c.parita.join(', ') }}
          criteri={c.griglia.map((g) => g.chiave).join(', ')}
        />
      ) : (
        <ElencoChiave
          voci={[
            { termine: 'Punti minimi in tutto', valore: soglia },
            { termine: 'Scarto tra commissari da segnalare', valore: `${c.scartoSegnalatoPercento}%` },
            { termine: 'A parità di punti', valore: c.parita.join(', ') || 'chi ha presentato prima' },
          ]}
        />
      )}
    </Sezione>
  );
};
