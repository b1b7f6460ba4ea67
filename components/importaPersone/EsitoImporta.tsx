'use client';

import { useEffect, useRef } from 'react';
import { numero } from '@/lib/format/euro';
import type { Controllo, Importate, StatoImporta } from '@/lib/importaPersone/rapporto';
import { Callout } from '../ui/Callout';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

const quante = (n: number, una: string, molte: string): string => (n === 1 ? `1 ${una}` : `${numero(n)} ${molte}`);

/** Che cosa ha detto il controllo, che cosa si è importato o perché no. Riceve il fuoco. */
export const EsitoImporta = ({ stato, persone }: { stato: StatoImporta; persone: string }) => {
  const riquadro = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (stato.status !== 'idle') riquadro.current?.focus();
  }, [stato]);
  if (stato.status === 'idle') return null;
  return (
    <div ref={riquadro} tabIndex={-1} className="errsum-box">
      {stato.status === 'refused' && (
        <Callout tipo="errore" annuncia>
          {stato.message}
        </Callout>
      )}
      {stato.status === 'importato' && <Fatto fatte={stato.fatte} persone={persone} />}
      {stato.status === 'controllato' && <Rapporto controllo={stato.controllo} nomeFile={stato.nomeFile} />}
    </div>
  );
};

const Fatto = ({ fatte: { righe, nuovePersone, giaPresenti, rifiutate }, persone }: { fatte: Importate; persone: string }) => (
  <Callout tipo="successo" annuncia titolo={`${quante(righe, 'riga importata', 'righe importate')}.`}>
    {`Persone nuove: ${numero(nuovePersone)}. Già presenti: ${numero(giaPresenti)}. Da correggere: ${numero(rifiutate)}. `}
    <a href={persone}>Vai alle persone</a>
  </Callout>
);

const Rapporto = ({ controllo: c, nomeFile }: { controllo: Controllo; nomeFile: string }) => (
  <div className="space-y-4">
    <Callout tipo={c.rifiutate > 0 ? 'attenzione' : c.importabili > 0 ? 'successo' : 'info'} annuncia titolo={`Controllato «${nomeFile}».`}>
      {`${quante(c.importabili, 'riga si può importare', 'righe si possono importare')}, ${quante(c.giaPresenti, 'è già presente', 'sono già presenti')}, ${quante(c.rifiutate, 'è da correggere', 'sono da correggere')}. Finora non è stato salvato nulla.`}
    </Callout>
    {c.importabili > 0 && (
      <ul className="punti">
        <li>{`Persone nuove: ${numero(c.nuovePersone)}`}</li>
        {c.partecipazioni > 0 && <li>{`Persone del tuo ente che entrano in questo progetto: ${numero(c.partecipazioni)}`}</li>}
        {c.altreAzioni > 0 && <li>{`Altre azioni di chi è già nel progetto: ${numero(c.altreAzioni)}`}</li>}
        {c.rientri > 0 && <li>{`Rientri: ${numero(c.rientri)}`}</li>}
      </ul>
    )}
    {c.colonneIgnorate.length > 0 && <p className="small">{`Colonne che non si importano: ${c.colonneIgnorate.join(', ')}.`}</p>}
    {c.rifiutate > 0 && <DaCorreggere controllo={c} />}
  </div>
);

const DaCorreggere = ({ controllo: { mostrate, rifiutate } }: { controllo: Controllo }) => (
  <>
    <Tabella
      didascalia="Righe da correggere"
      schede="etichette"
      fitta
      colonne={[{ etichetta: 'Riga' }, { etichetta: 'Colonna' }, { etichetta: 'Che cosa non va' }]}
    >
      {mostrate.flatMap(({ numero: riga, problemi }) =>
        problemi.map(({ colonna, messaggio }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: i problemi di una riga non cambiano posto
          <Riga key={`${riga}-${n}`}>
            <CellaTitolo>{`Riga ${riga}`}</CellaTitolo>
            <Cella etichetta="Colonna">{colonna}</Cella>
            <Cella etichetta="Che cosa non va">{messaggio}</Cella>
          </Riga>
        )),
      )}
    </Tabella>
    {rifiutate > mostrate.length && (
      <p className="small">{`Qui ci sono le prime ${mostrate.length} righe da correggere: le altre sono nel file da scaricare.`}</p>
    )}
    <p className="small">
      Se importi le righe valide, quelle da correggere restano fuori: scaricale, correggile e importa il file corretto.
    </p>
  </>
);
