import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Selezione } from '@/components/forms/Selezione';
import { Badge } from '@/components/ui/Badge';
import { Dialogo } from '@/components/ui/Dialogo';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import type { Attore } from '@/lib/auth/attore';
import { NOME_PARTECIPAZIONE } from '@/lib/domande/labels';
import type { Domanda, PartnerDomanda } from '@/lib/domande/queries';
import type { EnteScelta } from '@/lib/domande/queriesElenco';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { aggiungiAction, confermaAction, togliAction } from './actions';

type Props = { domanda: Domanda; attore: Attore; compone: boolean; enti: EnteScelta[] };

/** Gli enti della domanda: chi ha confermato, chi si può togliere, chi si può ancora aggiungere. */
export const Enti = ({ domanda, attore, compone, enti }: Props) => (
  <>
    <Tabella
      didascalia="Gli enti della domanda"
      schede="etichette"
      colonne={[{ etichetta: 'Ente' }, { etichetta: 'Ruolo' }, { etichetta: 'Conferma' }, { etichetta: 'Comandi' }]}
    >
      {domanda.partner.map((partner) => (
        <Riga key={partner.organizzazioneId}>
          <CellaTitolo>{partner.denominazione}</CellaTitolo>
          <Cella etichetta="Ruolo">{NOME_PARTECIPAZIONE[partner.ruolo]}</Cella>
          <Cella etichetta="Conferma">
            <Conferma partner={partner} domanda={domanda} attore={attore} />
          </Cella>
          <Cella etichetta="Comandi">
            {compone && partner.ruolo !== 'CAPOFILA' && (
              <Dialogo
                id={`togli-${partner.organizzazioneId}`}
                titolo={`Togliere ${partner.denominazione} dall’aggregazione?`}
                apri="Togli"
                variante="quieto"
                taglia={32}
              >
                <p>
                  Non potrà più leggere né scrivere la domanda. Ciò che ha scritto resta nelle sezioni; azioni e costi a suo nome vanno
                  riassegnati.
                </p>
                <ModuloAtto
                  action={togliAction}
                  nascosti={{ progettoId: domanda.id, organizzazioneId: partner.organizzazioneId }}
                  invia="Togli l’ente"
                  variante="pericolo"
                />
              </Dialogo>
            )}
          </Cella>
        </Riga>
      ))}
    </Tabella>
    {compone && enti.length > 0 && (
      <div className="stacco">
        <ModuloAtto action={aggiungiAction} nascosti={{ progettoId: domanda.id }} invia="Aggiungi l’ente" variante="secondario">
          <Selezione
            nome="organizzazioneId"
            id="ente-da-aggiungere"
            etichetta="Aggiungi un ente gestore"
            aiuto="Lo leggerà e scriverà con voi da subito; il suo referente conferma di partecipare."
            vuota="Scegli un ente"
            opzioni={enti.map(({ id, nome }) => ({ valore: id, etichetta: nome }))}
          />
        </ModuloAtto>
      </div>
    )}
  </>
);

const Conferma = ({ partner, domanda, attore }: { partner: PartnerDomanda; domanda: Domanda; attore: Attore }) => {
  if (partner.ruolo === 'CAPOFILA') return 'Ha aperto la domanda';
  if (partner.confermataIl)
    return (
      <Badge famiglia="positivo" icona="spunta-cerchio">
        Confermata il {dataBreve(giornoDi(new Date(partner.confermataIl)))}
      </Badge>
    );
  if (partner.organizzazioneId !== attore.organizzazioneId) return 'Da confermare';
  return attore.ruolo === 'REFERENTE' ? (
    <ModuloAtto action={confermaAction} nascosti={{ progettoId: domanda.id }} invia="Conferma la partecipazione" taglia={36} />
  ) : (
    'La conferma il referente del tuo ente'
  );
};
