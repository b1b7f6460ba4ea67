'use client';

import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoNumero } from '../forms/CampoTesto';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { type Opzione, Selezione } from '../forms/Selezione';
import { type Azione, useModulo } from './useModulo';

type Props = {
  action: Azione;
  bandoId: string;
  rev: number;
  valori: Record<string, string>;
  calendari: Opzione[];
  indicatori: Opzione[];
  domini: { chiave: string; nome: string }[];
};

const PERIODI = [
  { valore: 'SOLARI', etichetta: 'Dal calendario: gennaio-febbraio, marzo-aprile…' },
  { valore: 'DALL_AVVIO', etichetta: 'Dal giorno di avvio di ogni progetto' },
];
const COMPETENTI = [
  { valore: 'DIRIGENTE', etichetta: 'Dirigente' },
  { valore: 'ISTRUTTORE', etichetta: 'Istruttore' },
];

const VERIFICA = [
  { valore: 'SI', etichetta: 'permessa' },
  { valore: 'NO', etichetta: 'non permessa' },
];

/** Come il bando segue i progetti dopo l'avvio: relazioni, durata, modifiche del piano. */
export const ModuloAttuazione = ({ action, bandoId, rev, valori, calendari, indicatori, domini }: Props) => {
  const { stato, invio, campo, chiave } = useModulo(action, valori);
  return (
    <form action={invio} className="modulo" key={chiave} noValidate>
      <RiepilogoErrori stato={stato} />
      <input type="hidden" name="bandoId" value={bandoId} />
      <input type="hidden" name="rev" value={rev} />
      <h2>Relazioni</h2>
      <Selezione {...campo('calendario')} etichetta="Si presentano" opzioni={calendari} />
      <Selezione {...campo('periodi')} etichetta="I periodi si contano" opzioni={PERIODI} />
      <AreaTesto
        {...campo('date')}
        etichetta="Date scelte"
        facoltativo
        massimo={1000}
        rows={3}
        aiuto="Solo se le relazioni sono a date scelte: l’ultimo giorno di ogni periodo, uno per riga, come 30/06/2020."
      />
      <div className="two">
        <CampoNumero {...campo('giorniConsegna')} etichetta="Giorni per presentare una relazione" aiuto="Dalla fine del periodo." />
        <CampoNumero {...campo('durataMesi')} etichetta="Durata dei progetti" suffisso={<span>mesi</span>} />
      </div>
      <h2>Persone</h2>
      <Selezione
        {...campo('indicatori')}
        etichetta="Indicatori sui partecipanti"
        opzioni={indicatori}
        aiuto="Si calcolano da soli dai dati che gli enti registrano sulle persone seguite."
      />
      <Selezione
        {...campo('sovrapposizioni')}
        etichetta="Verifica se una persona è già seguita altrove"
        opzioni={VERIFICA}
        aiuto="L’ente che segue una persona riceve solo sì o no: mai da chi, mai dove."
      />
      <h2>Modifiche del piano</h2>
      <div className="two">
        <CampoNumero
          {...campo('sogliaBudgetPercento')}
          etichetta="Quota spostabile con una comunicazione"
          aiuto="Del contributo, tra categorie di costo. Oltre serve l’approvazione."
          suffisso={<span>%</span>}
        />
        <CampoNumero {...campo('prorogaMassimaMesi')} etichetta="Proroga massima per ogni richiesta" suffisso={<span>mesi</span>} />
      </div>
      <fieldset className="three">
        <legend className="legend">Chi decide quando serve l’approvazione</legend>
        {domini.map(({ chiave: dominio, nome }) => (
          <Selezione key={dominio} {...campo(`competente_${dominio}`)} etichetta={nome} opzioni={COMPETENTI} />
        ))}
      </fieldset>
      <div className="btn-row">
        <BottoneInvio inCorso="Salvataggio in corso">Salva l’attuazione</BottoneInvio>
      </div>
    </form>
  );
};
