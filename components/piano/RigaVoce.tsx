'use client';

import type { VoceBudget } from '@/lib/domande/valori';
import { euro } from '@/lib/format/euro';
import { costoDi, FONTI, fontiDi } from '@/lib/piano/bilancio';
import type { ContestoPiano } from '@/lib/piano/contesto';
import type { Squilibrio } from '@/lib/piano/squilibri';
import { Bottone } from '../ui/Bottone';
import { CasellaImporto, CasellaScelta } from './Caselle';
import { Squilibri } from './Squilibri';

type Props = {
  voce: VoceBudget;
  contesto: ContestoPiano;
  squilibri: Squilibrio[];
  cambia: (cambio: Partial<VoceBudget>) => void;
  togli: () => void;
};

/** Una voce di costo: categoria, ente, le tre fonti e la loro somma. Se la sua azione non c'è più se ne sceglie un'altra. */
export const RigaVoce = ({ voce, contesto, squilibri, cambia, togli }: Props) => {
  const { azioni, categorieCosto, partner } = contesto;
  const orfana = !azioni.some(({ id }) => id === voce.azioneId);
  return (
    <div className="voce">
      <div className={orfana ? 'caselle caselle--riga' : 'caselle caselle--riga caselle--voce'}>
        {orfana && (
          <CasellaScelta
            etichetta="Azione"
            valore=""
            vuota="Scegli un’azione"
            opzioni={azioni.map(({ id, codice, titolo }) => ({ codice: id, etichetta: `${codice} ${titolo}` }))}
            cambia={(azioneId) => azioneId && cambia({ azioneId })}
          />
        )}
        <CasellaScelta
          etichetta="Categoria di costo"
          valore={voce.categoria}
          vuota="Scegli"
          opzioni={categorieCosto}
          cambia={(categoria) => cambia({ categoria })}
        />
        <CasellaScelta
          etichetta="Ente"
          valore={voce.organizzazioneId}
          vuota="Scegli"
          opzioni={partner.map(({ organizzazioneId, denominazione }) => ({ codice: organizzazioneId, etichetta: denominazione }))}
          cambia={(organizzazioneId) => cambia({ organizzazioneId })}
        />
        {FONTI.map(({ campo, etichetta }) => (
          <CasellaImporto key={campo} etichetta={etichetta} cents={voce[campo]} cambia={(cents) => cambia({ [campo]: cents })} />
        ))}
        <p className="voce__totale">
          <span>Totale</span> <b>{euro(costoDi(fontiDi(voce)))}</b>
        </p>
        <Bottone variante="quieto" taglia={36} icona="cestino" onClick={togli}>
          Togli<span className="sr"> questa voce di costo</span>
        </Bottone>
      </div>
      <Squilibri squilibri={squilibri} />
    </div>
  );
};
