'use client';

import { useEffect, useId, useRef } from 'react';
import type { FormState } from '@/lib/forms/formState';
import { CONFERMA_DATI } from '@/lib/privacy/testoLibero';
import { Callout } from '../ui/Callout';
import { CasellaSpunta } from './CasellaSpunta';

type Props = {
  stato: FormState;
  /** Il nome leggibile di ogni campo, quando il messaggio da solo non basta: «Fine stimata». */
  etichette?: Record<string, string>;
  /** L'id del controllo di un campo, se diverso dal nome. */
  idDi?: (nome: string) => string;
};

const Righe = ({
  errori,
  etichette = {},
  idDi,
}: Pick<Props, 'etichette'> & Required<Pick<Props, 'idDi'>> & { errori: Record<string, string[]> }) => (
  <ul>
    {Object.entries(errori).map(([nome, messaggi]) => (
      <li key={nome}>
        <a href={`#${idDi(nome)}`}>{etichette[nome] ? `${etichette[nome]}: ${messaggi[0]}` : messaggi[0]}</a>
      </li>
    ))}
  </ul>
);

/**
 * L'esito di un invio che non è andato: riceve il fuoco; ogni riga porta al suo campo con le stesse parole. Niente se tutto va bene. Se un testo sembra
 * contenere dati di una persona, qui c'è la casella con cui si conferma: perciò sta sempre dentro il modulo.
 */
export const RiepilogoErrori = ({ stato, etichette, idDi = (nome) => nome }: Props) => {
  const riquadro = useRef<HTMLDivElement>(null);
  const idConferma = `${useId()}-conferma`;
  useEffect(() => {
    if (stato.status !== 'idle') riquadro.current?.focus();
  }, [stato]);
  if (stato.status === 'idle') return null;
  const quanti = stato.status === 'invalid' ? Object.keys(stato.errors).length : 0;
  return (
    <div ref={riquadro} tabIndex={-1} className="errsum-box">
      {stato.status === 'refused' ? (
        <Callout tipo="errore" annuncia>
          {stato.message}
        </Callout>
      ) : (
        <div className="errsum" role="alert">
          <h2>{quanti === 1 ? 'Prima di continuare correggi 1 campo' : `Prima di continuare correggi ${quanti} campi`}</h2>
          <Righe errori={stato.errors} etichette={etichette} idDi={(nome) => (nome === CONFERMA_DATI ? idConferma : idDi(nome))} />
        </div>
      )}
      {stato.status === 'invalid' && stato.errors[CONFERMA_DATI] && (
        <CasellaSpunta id={idConferma} nome={CONFERMA_DATI} etichetta="Confermo: non sono dati di una persona seguita, o servono" />
      )}
    </div>
  );
};
