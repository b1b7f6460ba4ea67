import type { ReactNode } from 'react';
import { etichettaAzione } from '@/lib/attuazione/labels';
import { dataBreve, dataLunga } from '@/lib/format/data';
import { euro, numero } from '@/lib/format/euro';
import { eDimostrativo } from '@/lib/progetti/rules';
import { contaStati, rilevatoAl, ruoloInParole } from '@/lib/pubblico/labels';
import type { ProgettoPubblico } from '@/lib/pubblico/letture';
import { FattiChiave } from '../ui/FattiChiave';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Sezione } from '../ui/Sezione';
import { StatoAzione } from '../ui/StatoAzione';
import { Tabella } from '../ui/Tabella';
import { Vuoto } from '../ui/Vuoto';

type Props = { progetto: ProgettoPubblico };

/** I fatti del progetto: dove, quanto denaro, con quale atto, quando. Ciò che la fonte non dice non compare; ciò che è inventato è segnato. */
export const FattiPubblici = ({ progetto }: Props) => {
  const { abitanti, comuni, provincia, importoCents, atto, cup, dataAvvio, dataFinePrevista, campiDimostrativi } = progetto;
  const segnato = (testo: ReactNode, campo: string) => (
    <>
      {testo}
      {eDimostrativo(campiDimostrativi, campo) && <span className="small muted block font-sans">dato dimostrativo</span>}
    </>
  );
  const dove = [
    abitanti !== null && `${numero(abitanti)} abitanti`,
    comuni !== null && `${numero(comuni)} ${comuni === 1 ? 'comune' : 'comuni'}`,
    `provincia di ${provincia}`,
  ];
  const durata = [dataAvvio && `dal ${dataLunga(dataAvvio)}`, dataFinePrevista && `al ${dataLunga(dataFinePrevista)}`];
  return (
    <FattiChiave
      fatti={[
        { termine: 'Territorio', valore: dove.filter(Boolean).join(', ') },
        ...(importoCents
          ? [{ termine: 'Contributo assegnato', valore: segnato(euro(BigInt(importoCents)), 'importo_assegnato_cents') }]
          : []),
        ...(dataAvvio || dataFinePrevista ? [{ termine: 'Durata', valore: segnato(durata.filter(Boolean).join(' '), 'data_avvio') }] : []),
        ...(atto ? [{ termine: 'Approvazione', valore: segnato(atto, 'atto_approvazione') }] : []),
        ...(cup ? [{ termine: 'CUP', valore: segnato(cup, 'cup'), codice: true }] : []),
      ]}
    />
  );
};

/** Le azioni con chi le realizza, quando e a che punto sono, secondo l'ultima relazione approvata. */
export const AzioniPubbliche = ({ progetto: { azioni } }: Props) => {
  const al = rilevatoAl(azioni);
  return (
    <Sezione
      id="azioni"
      titolo="Che cosa si fa"
      nota={al ? `Stato al ${dataLunga(al)}, dalle relazioni approvate` : 'Nessuna relazione ancora approvata'}
    >
      {azioni.length === 0 ? (
        <Vuoto titolo="Nessuna azione">Qui compaiono le azioni del piano approvato.</Vuoto>
      ) : (
        <>
          <p className="mb-3 flex flex-wrap gap-x-6 gap-y-1">
            {contaStati(azioni).map(({ stato, quante }) => (
              <StatoAzione key={stato} stato={stato} etichetta={`${etichettaAzione(stato)}: ${quante}`} />
            ))}
          </p>
          <Tabella
            didascalia="Azioni del progetto, con chi le realizza, le date previste e lo stato"
            schede="etichette"
            colonne={[
              { etichetta: 'Azione' },
              { etichetta: 'Chi la realizza' },
              { etichetta: 'Previsto', classe: 'w-48' },
              { etichetta: 'Stato', classe: 'w-48' },
            ]}
          >
            {azioni.map((azione) => (
              <Riga key={azione.codice}>
                <CellaTitolo>
                  <b>{azione.titolo}</b>
                  {azione.categoria && <span className="sub">{azione.categoria}</span>}
                </CellaTitolo>
                <Cella etichetta="Chi la realizza">{azione.ente}</Cella>
                <Cella etichetta="Previsto">{previsto(azione) ?? <i>non indicato</i>}</Cella>
                <Cella etichetta="Stato">
                  <StatoAzione stato={azione.stato} etichetta={etichettaAzione(azione.stato)} />
                </Cella>
              </Riga>
            ))}
          </Tabella>
        </>
      )}
    </Sezione>
  );
};

const previsto = ({ inizio, fine }: ProgettoPubblico['azioni'][number]): string | null => {
  const parti = [inizio && `dal ${dataBreve(inizio)}`, fine && `al ${dataBreve(fine)}`].filter(Boolean);
  return parti.length > 0 ? parti.join(' ') : null;
};

/** Le organizzazioni che partecipano: mai le persone. */
export const EntiPubblici = ({ progetto: { enti } }: Props) => (
  <Sezione id="enti" titolo="Chi partecipa" nota="Solo organizzazioni">
    <Tabella
      didascalia="Organizzazioni che partecipano al progetto"
      fitta
      schede="griglia"
      colonne={[{ etichetta: 'Organizzazione' }, { etichetta: 'Ruolo', classe: 'w-56' }, { etichetta: 'Sede', classe: 'w-56' }]}
    >
      {enti.map(({ nome, ruolo, sede }) => (
        <Riga key={nome}>
          <CellaTitolo>{ruolo === 'CAPOFILA' ? <b>{nome}</b> : nome}</CellaTitolo>
          <Cella>{ruoloInParole(ruolo)}</Cella>
          <Cella classe="card-soft">{sede}</Cella>
        </Riga>
      ))}
    </Tabella>
  </Sezione>
);
