'use client';

import type { Controllo } from '@/lib/bandi/elenchi';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoNumero, CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Selezione } from '../forms/Selezione';
import { type Azione, useModulo } from './useModulo';

type Props = {
  action: Azione;
  /** Bozza, revisione, elenco e voce: ciò che la persona non tocca. */
  nascosti: Record<string, string | number>;
  controlli: Controllo[];
  /** Il nome della chiave, se la voce è nuova e la si può scegliere. */
  chiaveNuova?: { nome: string; aiuto: string };
  valori: Record<string, string>;
  invia: string;
};

/** Il modulo di una voce qualunque di un bando: una sezione, un campo, un documento, un criterio. */
export const ModuloVoce = ({ action, nascosti, controlli, chiaveNuova, valori, invia }: Props) => {
  const { stato, invio, campo, chiave } = useModulo(action, valori);
  return (
    <form action={invio} className="modulo" key={chiave} noValidate>
      <RiepilogoErrori stato={stato} />
      {Object.entries(nascosti).map(([nome, valore]) => (
        <input key={nome} type="hidden" name={nome} value={valore} />
      ))}
      {controlli.map((c) => (
        <UnControllo key={c.nome} controllo={c} campo={campo(c.nome)} />
      ))}
      {chiaveNuova && (
        <CampoTesto
          {...campo(chiaveNuova.nome)}
          etichetta="Chiave"
          facoltativo
          autoComplete="off"
          spellCheck={false}
          aiuto={chiaveNuova.aiuto}
        />
      )}
      <div className="btn-row">
        <BottoneInvio inCorso="Salvataggio in corso">{invia}</BottoneInvio>
      </div>
    </form>
  );
};

type PropsControllo = { controllo: Controllo; campo: { nome: string; valore: string; errore: string[] | undefined } };

const UnControllo = ({ controllo, campo }: PropsControllo) => {
  const { tipo, opzioni = [], nome: _nome, ...resto } = controllo;
  if (tipo === 'spunta')
    return (
      <CasellaSpunta
        nome={campo.nome}
        etichetta={resto.etichetta}
        aiuto={resto.aiuto}
        spuntata={campo.valore === 'si'}
        errore={campo.errore}
      />
    );
  if (tipo === 'scelta') return <Selezione {...campo} {...resto} opzioni={opzioni} />;
  if (tipo === 'area') return <AreaTesto {...campo} {...resto} rows={4} />;
  return tipo === 'cifra' ? <CampoNumero {...campo} {...resto} /> : <CampoTesto {...campo} {...resto} autoComplete="off" />;
};
