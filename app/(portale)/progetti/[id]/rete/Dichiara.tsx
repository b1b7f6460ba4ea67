import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import type { Ondata, ReteDelProgetto } from '@/lib/rete/queries';
import { INTENSITA, TIPI_NODO } from '@/lib/rete/schema';
import { aggiungiAction, legameAction, togliAction } from './actions';

type Props = { rete: ReteDelProgetto; ondata: Ondata };

/** Ciò che il capofila dichiara finché l'ondata è aperta: le organizzazioni e i legami. */
export const Dichiara = ({ rete, ondata }: Props) => (
  <>
    <Sezione id="legame" titolo="Dichiara un legame" nota="Per correggerlo si dichiara di nuovo.">
      <Legame rete={rete} ondata={ondata} />
    </Sezione>
    <Sezione
      id="organizzazioni"
      titolo="Organizzazioni"
      nota="Gli enti del progetto ci sono già. Aggiungi chi vi lavora senza farne parte."
    >
      <ModuloEsame
        action={aggiungiAction}
        nascosti={{ progettoId: rete.id }}
        invia="Aggiungi l’organizzazione"
        variante="secondario"
        gruppi={[
          {
            campi: [
              { tipo: 'testo', nome: 'nome', etichetta: 'Nome dell’organizzazione' },
              { ...{ tipo: 'scelta', nome: 'tipo', etichetta: 'Che organizzazione è', vuota: 'Scegli' }, opzioni: TIPI },
            ],
          },
        ]}
      />
      <ul className="punti mt-3">
        {rete.nodi
          .filter(({ id, ente }) => !ente && !rete.legami.some(({ da, a }) => da === id || a === id))
          .map(({ id, nome }) => (
            <li key={id}>
              {nome}{' '}
              <Dialogo id={`togli-${id}`} titolo="Togliere questa organizzazione?" apri="Togli" variante="quieto" taglia={32}>
                <p>{`«${nome}» non ha legami: esce dalla rete.`}</p>
                <ModuloAtto
                  action={togliAction}
                  nascosti={{ progettoId: rete.id, nodoId: id }}
                  invia="Togli l’organizzazione"
                  variante="pericolo"
                />
              </Dialogo>
            </li>
          ))}
      </ul>
    </Sezione>
  </>
);

const TIPI = Object.entries(TIPI_NODO).map(([valore, etichetta]) => ({ valore, etichetta }));

const Legame = ({ rete, ondata }: Props) => {
  const opzioni = rete.nodi.map(({ id, nome }, n) => ({ valore: id, etichetta: `${n + 1}. ${nome}` }));
  return (
    <ModuloEsame
      action={legameAction}
      nascosti={{ progettoId: rete.id, ondataId: ondata.id }}
      invia="Registra il legame"
      gruppi={[
        {
          campi: [
            { tipo: 'scelta', nome: 'da', etichetta: 'Chi', vuota: 'Scegli', opzioni },
            { tipo: 'scelta', nome: 'a', etichetta: 'Verso chi', vuota: 'Scegli', opzioni },
            {
              ...{ tipo: 'scelta', nome: 'intensita', etichetta: 'Quanto è forte', vuota: 'Scegli' },
              opzioni: INTENSITA.map((etichetta, n) => ({ valore: String(n), etichetta: `${n}. ${etichetta}` })),
            },
            {
              ...{ tipo: 'risposta', nome: 'prima', etichetta: 'C’era già prima del progetto' },
              opzioni: [
                { valore: 'si', etichetta: 'Sì' },
                { valore: 'no', etichetta: 'No' },
              ],
            },
          ],
        },
      ]}
    />
  );
};
