'use client';

import { useState } from 'react';
import type { AzionePiano } from '@/lib/domande/valori';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { PRIORITA, TIPI_AZIONE } from '@/lib/piano/labels';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';
import { CasellaData, CasellaScelta, CasellaTesto } from './Caselle';
import { RigheDestinatari } from './RigheDestinatari';
import { RigheIndicatori } from './RigheIndicatori';

type Props = {
  azione: AzionePiano;
  /** Che cosa le manca ancora, in frasi. */
  mancano: string[];
  contesto: ContestoPiano;
  cambia: (cambio: Partial<AzionePiano>) => void;
  duplica: () => void;
  togli: () => void;
};

const VUOTO = '';
const oNull = (valore: string): string | null => (valore === VUOTO ? null : valore);

/** Una sola azione, tutta in una scheda che si apre: chi ne ha trenta ne vede trenta righe. */
export const SchedaAzione = ({ azione, mancano, contesto, cambia, duplica, togli }: Props) => {
  const [daCompilare] = useState(azione.titolo === VUOTO); // deciso all'inizio: mentre si scrive il titolo la scheda non si chiude
  return (
    <details className="scheda-azione" open={daCompilare}>
      <summary>
        <span className="mono">{azione.codice}</span> {azione.titolo || 'Nuova azione'}
        {mancano.length > 0 && <span className="scheda-azione__manca">da completare</span>}
      </summary>
      <div className="scheda-azione__campi">
        <Identita azione={azione} contesto={contesto} cambia={cambia} />
        <RigheDestinatari righe={azione.destinatari} gruppi={contesto.gruppi} cambia={(destinatari) => cambia({ destinatari })} />
        <RigheIndicatori righe={azione.indicatori} cambia={(indicatori) => cambia({ indicatori })} />
        {mancano.length > 0 && (
          <Callout tipo="attenzione" titolo="Per completare l’azione:">
            {mancano.join(' ')}
          </Callout>
        )}
        <div className="btn-row">
          <Bottone variante="quieto" taglia={36} onClick={duplica}>
            Duplica<span className="sr"> l’azione {azione.codice}</span>
          </Bottone>
          <Bottone variante="quieto" taglia={36} icona="cestino" onClick={togli}>
            Togli<span className="sr"> l’azione {azione.codice}</span>
          </Bottone>
        </div>
      </div>
    </details>
  );
};

const Identita = ({ azione, contesto, cambia }: Pick<Props, 'azione' | 'contesto' | 'cambia'>) => (
  <div className="caselle">
    <CasellaTesto etichetta="Codice" classe="casella--breve" massimo={12} valore={azione.codice} cambia={(codice) => cambia({ codice })} />
    <CasellaTesto etichetta="Titolo" classe="casella--larga" massimo={300} valore={azione.titolo} cambia={(titolo) => cambia({ titolo })} />
    <CasellaTesto
      etichetta="Descrizione"
      classe="casella--piena"
      alto
      massimo={6000}
      valore={azione.descrizione}
      cambia={(descrizione) => cambia({ descrizione })}
    />
    <CasellaScelta
      etichetta="Tipo"
      valore={azione.tipo}
      opzioni={TIPI_AZIONE}
      cambia={(tipo) => cambia({ tipo: tipo === 'AZIONE' ? 'AZIONE' : 'SERVIZIO', categoria: null })}
    />
    <CasellaScelta
      etichetta="Categoria di intervento"
      valore={azione.categoria ?? VUOTO}
      vuota="Scegli una categoria"
      opzioni={contesto.categorieIntervento.filter(({ tipo }) => tipo === azione.tipo)}
      cambia={(categoria) => cambia({ categoria: oNull(categoria) })}
    />
    <CasellaScelta
      etichetta="Ente responsabile"
      valore={azione.organizzazioneId ?? VUOTO}
      vuota="Scegli un ente"
      opzioni={contesto.partner.map(({ organizzazioneId, denominazione }) => ({ codice: organizzazioneId, etichetta: denominazione }))}
      cambia={(organizzazioneId) => cambia({ organizzazioneId: oNull(organizzazioneId) })}
    />
    <CasellaData etichetta="Inizio (gg/mm/aaaa)" valore={azione.inizio} cambia={(inizio) => cambia({ inizio })} />
    <CasellaData etichetta="Fine (gg/mm/aaaa)" valore={azione.fine} cambia={(fine) => cambia({ fine })} />
    <CasellaScelta
      etichetta="Se le risorse non bastano"
      valore={String(azione.priorita)}
      opzioni={PRIORITA.map(({ valore, etichetta, aiuto }) => ({ codice: String(valore), etichetta: `${etichetta}. ${aiuto}` }))}
      cambia={(priorita) => cambia({ priorita: Number(priorita) })}
    />
    {azione.inizio && azione.fine && azione.fine < azione.inizio && (
      <p className="err casella--piena">La fine viene prima dell’inizio: correggi una delle due date.</p>
    )}
  </div>
);
