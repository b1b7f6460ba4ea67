'use client';

import { type ReactNode, useId, useState } from 'react';
import { dataBreve } from '@/lib/format/data';
import { leggiImporto } from '@/lib/format/importo';
import { leggiData, leggiNumero } from '@/lib/format/lettura';
import { inCasella } from '@/lib/piano/importi';
import { AvvisoDati } from '../forms/AvvisoDati';

/** Le caselle delle righe di un piano: senza nome, perché il valore viaggia nel JSON del campo; l'etichetta è sempre visibile. */

type Base = { etichetta: string; classe?: string };
type Cornice = Base & { id: string; errore?: string; children: ReactNode };

const Casella = ({ id, etichetta, errore, classe = '', children }: Cornice) => (
  <div className={`casella ${classe} ${errore ? 'field--err' : ''}`.trim()}>
    <label htmlFor={id}>{etichetta}</label>
    {children}
    {errore && (
      <p className="err" id={`${id}-errore`}>
        {errore}
      </p>
    )}
  </div>
);

type PropsTesto = Base & { valore: string; massimo: number; alto?: boolean; suggerimenti?: string[]; cambia: (valore: string) => void };

export const CasellaTesto = ({ valore, massimo, alto, suggerimenti, cambia, ...base }: PropsTesto) => {
  const id = useId();
  return (
    <Casella {...base} id={id}>
      {alto ? (
        <>
          <textarea id={id} className="input" rows={3} maxLength={massimo} value={valore} onChange={(e) => cambia(e.target.value)} />
          <AvvisoDati idCampo={id} />
        </>
      ) : (
        <input
          id={id}
          className="input"
          maxLength={massimo}
          value={valore}
          list={suggerimenti && `${id}-elenco`}
          autoComplete="off"
          onChange={(e) => cambia(e.target.value)}
        />
      )}
      {suggerimenti && (
        <datalist id={`${id}-elenco`}>
          {suggerimenti.map((voce) => (
            <option key={voce} value={voce} />
          ))}
        </datalist>
      )}
    </Casella>
  );
};

type PropsScelta = Base & {
  valore: string;
  opzioni: { codice: string; etichetta: string }[];
  vuota?: string;
  cambia: (valore: string) => void;
};

/** Un valore che non è più tra le opzioni resta scelto e si vede: sparire in silenzio sarebbe perdere un dato. */
export const CasellaScelta = ({ valore, opzioni, vuota, cambia, ...base }: PropsScelta) => {
  const id = useId();
  const perso = valore !== '' && !opzioni.some(({ codice }) => codice === valore);
  return (
    <Casella {...base} id={id}>
      <select id={id} className="input input--select" value={valore} onChange={(e) => cambia(e.target.value)}>
        {vuota !== undefined && <option value="">{vuota}</option>}
        {perso && <option value={valore}>Non più disponibile</option>}
        {opzioni.map(({ codice, etichetta }) => (
          <option key={codice} value={codice}>
            {etichetta}
          </option>
        ))}
      </select>
    </Casella>
  );
};

type PropsLetta = Base & { scritto: string; leggi: (testo: string) => string | null; modo?: 'numeric' | 'decimal'; larghezza: string };

/** Si scrive come si parla; finché non si capisce, il valore resta quello di prima e si dice perché. */
const CasellaLetta = ({ scritto, leggi, modo, larghezza, ...base }: PropsLetta) => {
  const id = useId();
  const [testo, imposta] = useState(scritto);
  const [errore, segnala] = useState<string | null>(null);
  return (
    <Casella {...base} id={id} errore={errore ?? undefined}>
      <input
        id={id}
        className={`input ${larghezza}`}
        inputMode={modo}
        autoComplete="off"
        value={testo}
        aria-invalid={errore ? true : undefined}
        aria-describedby={errore ? `${id}-errore` : undefined}
        onChange={(e) => {
          imposta(e.target.value);
          segnala(leggi(e.target.value));
        }}
      />
    </Casella>
  );
};

type PropsData = Base & { valore: string | null; cambia: (iso: string | null) => void };

export const CasellaData = ({ valore, cambia, ...base }: PropsData) => {
  const leggi = (testo: string): string | null => {
    const letta = leggiData(testo);
    if (!letta.ok) return letta.messaggio;
    cambia(letta.iso);
    return null;
  };
  return <CasellaLetta {...base} scritto={valore ? dataBreve(valore) : ''} leggi={leggi} larghezza="input--date" />;
};

type PropsNumero = Base & { valore: number; cambia: (valore: number) => void };

export const CasellaIntero = ({ valore, cambia, ...base }: PropsNumero) => {
  const leggi = (testo: string): string | null => {
    const letto = leggiNumero(testo);
    if (!letto.ok) return letto.messaggio;
    const intero = letto.valore ?? 0;
    if (!Number.isInteger(intero) || intero < 0 || intero > 100_000_000) return 'Scrivi un numero intero, da 0 a 100.000.000.';
    cambia(intero);
    return null;
  };
  return <CasellaLetta {...base} scritto={valore === 0 ? '' : String(valore)} leggi={leggi} modo="numeric" larghezza="input--num" />;
};

type PropsImporto = Base & { cents: string; cambia: (cents: string) => void };

export const CasellaImporto = ({ cents, cambia, ...base }: PropsImporto) => {
  const leggi = (testo: string): string | null => {
    const letto = leggiImporto(testo);
    if (!letto.ok) return letto.messaggio;
    cambia(letto.cents ?? '0');
    return null;
  };
  return <CasellaLetta {...base} scritto={inCasella(cents)} leggi={leggi} modo="decimal" larghezza="input--money" />;
};
