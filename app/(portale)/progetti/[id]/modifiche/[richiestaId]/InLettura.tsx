import { FraseRegola } from '@/components/modifiche/Anteprima';
import { TabellaOperazioni } from '@/components/modifiche/TabellaOperazioni';
import { Callout } from '@/components/ui/Callout';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { dataBreve, dataEOra } from '@/lib/format/data';
import { elenco } from '@/lib/format/elenco';
import type { ModificaIntera } from '@/lib/modifiche/queriesModifica';
import { bozzaDi } from '@/lib/moduloModifica/bozza';
import { nomiModifica } from '@/lib/moduloModifica/contesto';
import { routes } from '@/lib/routes';
import { Effetti } from './Effetti';

/** La richiesta com'è: che cosa cambia, la regola applicata, perché, e com'è finita. */
export const InLettura = ({ modifica }: { modifica: ModificaIntera }) => {
  const { richiesta, base, inVigore } = modifica;
  const attesa = richiesta.stato === 'PRESENTATA' || richiesta.stato === 'IN_ISTRUTTORIA';
  const superate = attesa ? bozzaDi(inVigore, richiesta.operazioni).perse : [];
  return (
    <Statico>
      {richiesta.decisaIl && richiesta.stato !== 'ANNULLATA' && <Esito modifica={modifica} />}
      {superate.length > 0 && (
        <Callout tipo="attenzione" titolo="Intanto il piano in vigore è cambiato.">
          Non si possono più accogliere così: {elenco(superate.map(({ etichetta }) => etichetta))}.
        </Callout>
      )}
      <Sezione id="cambia" titolo="Che cosa cambia">
        {richiesta.regola && <FraseRegola regola={richiesta.regola} />}
        {richiesta.operazioni.length === 0 ? (
          <Vuoto titolo="Non cambia ancora nulla">L’ente capofila la sta scrivendo.</Vuoto>
        ) : (
          <TabellaOperazioni
            operazioni={richiesta.operazioni}
            nomi={nomiModifica(modifica)}
            accolte={richiesta.stato === 'ACCOLTA_IN_PARTE' ? richiesta.accolte : null}
          />
        )}
      </Sezione>
      <Effetti
        dominio={richiesta.dominio}
        prima={base.piano}
        dopo={bozzaDi(base, richiesta.operazioni).scritto.piano}
        gruppi={modifica.gruppi}
      />
      <Sezione id="perche" titolo="Perché">
        <p className="testo">{richiesta.motivazione || 'Non ancora scritto.'}</p>
      </Sezione>
    </Statico>
  );
};

const Esito = ({ modifica: { id, richiesta } }: { modifica: ModificaIntera }) => (
  <Sezione id="esito" titolo="Decisione">
    <p>
      {richiesta.decisaIl && dataEOra(new Date(richiesta.decisaIl))}
      {richiesta.atto && `, atto ${richiesta.atto}${richiesta.dataAtto ? ` del ${dataBreve(richiesta.dataAtto)}` : ''}`}.
    </p>
    {richiesta.notaDecisione && <p className="testo pt-2">{richiesta.notaDecisione}</p>}
    {richiesta.versione !== null && (
      <p className="pt-2">
        <a href={routes.versione(id, richiesta.versione)}>La versione {richiesta.versione} del piano</a>
        {richiesta.versione > 1 && (
          <>
            {', '}
            <a href={routes.confrontoVersioni(id, { da: richiesta.versione - 1, a: richiesta.versione })}>
              che cosa è cambiato dalla versione {richiesta.versione - 1}
            </a>
          </>
        )}
      </p>
    )}
  </Sezione>
);
