'use client';

import { useEffect, useRef, useState } from 'react';
import type { Campo, Colonna } from '@/lib/bandi/configurazione';
import { inCampo, presente, righeDi } from '@/lib/domande/modulo';
import type { RigaTabella, Valore } from '@/lib/domande/valori';
import { AvvisoDati } from '../forms/AvvisoDati';
import { RigheCampo } from '../forms/Campo';
import { type PropsCampo, primoErrore } from '../forms/descrizioneCampo';
import { classiBottone } from '../ui/Bottone';

type Props = PropsCampo & { campo: Campo; valore: Valore | undefined; disabilitato?: boolean };

/**
 * Righe con un identificativo stabile. Senza JavaScript «Aggiungi» e «Togli» inviano il modulo e il server fa la stessa cosa; con JavaScript la
 * riga compare o sparisce subito, e il salvataggio automatico se ne accorge da un evento del modulo.
 */
export const CampoTabella = ({ campo, valore, disabilitato, ...props }: Props) => {
  const [righe, imposta] = useState<RigaTabella[]>(() => righeDi(valore));
  const riquadro = useRef<HTMLFieldSetElement>(null);
  const toccata = useRef(false);
  useEffect(() => {
    if (toccata.current && righe) riquadro.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [righe]);
  const cambia = (nuove: RigaTabella[]) => {
    toccata.current = true;
    imposta(nuove);
  };
  const { id = props.nome } = props;
  return (
    <fieldset ref={riquadro} className={primoErrore(props.errore) ? 'field field--err tabella' : 'field tabella'}>
      <legend>
        {props.etichetta}
        {props.facoltativo && <span className="field__opt"> (facoltativo)</span>}
      </legend>
      <RigheCampo id={id} aiuto={props.aiuto} errore={props.errore} />
      <input type="hidden" name={presente(campo.chiave)} value="" />
      {righe.length === 0 && <p className="small second">Ancora nessuna riga.</p>}
      {righe.map((riga, indice) => (
        <fieldset key={riga.id} className="tabella__riga">
          <legend className="sr">
            {props.etichetta}, riga {indice + 1}
          </legend>
          {campo.colonne.map((colonna, posto) => (
            <Casella
              key={colonna.chiave}
              colonna={colonna}
              nome={`${campo.chiave}.${riga.id}.${colonna.chiave}`}
              id={indice === 0 && posto === 0 ? id : `${id}-${riga.id}-${colonna.chiave}`}
              valore={riga[colonna.chiave] ?? ''}
            />
          ))}
          {!disabilitato && (
            <button
              type="submit"
              name="_comando"
              value={`togli:${campo.chiave}:${riga.id}`}
              className={classiBottone({ variante: 'quieto', taglia: 32 })}
              onClick={(evento) => {
                evento.preventDefault();
                cambia(righe.filter((r) => r.id !== riga.id));
              }}
            >
              Togli<span className="sr"> la riga {indice + 1}</span>
            </button>
          )}
        </fieldset>
      ))}
      {!disabilitato && (
        <button
          type="submit"
          name="_comando"
          value={`aggiungi:${campo.chiave}`}
          className={`${classiBottone({ taglia: 36 })} tabella__aggiungi`}
          onClick={(evento) => {
            evento.preventDefault();
            cambia([...righe, { id: crypto.randomUUID() }]);
          }}
        >
          Aggiungi una riga
        </button>
      )}
    </fieldset>
  );
};

const Casella = ({ colonna, nome, id, valore }: { colonna: Colonna; nome: string; id: string; valore: string }) => (
  <div className="field">
    <label htmlFor={id}>{colonna.etichetta}</label>
    {colonna.tipo === 'scelta' ? (
      <select className="input input--select" id={id} name={nome} defaultValue={valore}>
        <option value="">Scegli</option>
        {colonna.opzioni.map(({ codice, etichetta }) => (
          <option key={codice} value={codice}>
            {etichetta}
          </option>
        ))}
      </select>
    ) : colonna.tipo === 'testo' && colonna.massimo > 120 ? (
      <>
        <textarea className="input" id={id} name={nome} rows={3} defaultValue={valore} />
        <AvvisoDati idCampo={id} />
      </>
    ) : (
      <input className={LARGHEZZE[colonna.tipo]} id={id} name={nome} autoComplete="off" defaultValue={inCampo(colonna.tipo, valore)} />
    )}
  </div>
);

const LARGHEZZE: Record<Colonna['tipo'], string> = {
  testo: 'input',
  scelta: 'input',
  numero: 'input input--num',
  importo: 'input input--money',
  data: 'input input--date',
};
