'use client';

import { useActionState } from 'react';
import type { AzioneCercata } from '@/lib/avvisi/schema';
import { ETICHETTE_CANDIDATURA, LIMITI_CANDIDATURA, TIPI_ORGANIZZAZIONE } from '@/lib/avvisi/voci';
import { STATO_INIZIALE, type StatoPubblico } from '@/lib/forms/formState';
import { AreaTesto } from '../forms/AreaTesto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { CampoTesto } from '../forms/CampoTesto';
import { CasellaSpunta } from '../forms/CasellaSpunta';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Selezione } from '../forms/Selezione';
import { Callout } from '../ui/Callout';
import { CampoAllegati } from './CampoAllegati';
import { CollegamentoDimostrativo } from './CollegamentoDimostrativo';
import { SceltaAzioni } from './SceltaAzioni';

type Props = {
  action: (stato: StatoPubblico, dati: FormData) => Promise<StatoPubblico>;
  avvisoId: string;
  azioni: AzioneCercata[];
};

/** Il modulo con cui si candida chi non ha un account. I controlli li fa il server; funziona anche senza JavaScript. */
export const ModuloCandidatura = ({ action, avvisoId, azioni }: Props) => {
  const [stato, invio] = useActionState<StatoPubblico, FormData>(action, STATO_INIZIALE);
  if (stato.status === 'fatto') return <Compilata collegamento={stato.collegamento} />;
  const errori: Record<string, string[]> = stato.status === 'invalid' ? stato.errors : {};
  const valori: Record<string, string> = stato.status === 'idle' ? {} : stato.values;
  const campo = (nome: string) => ({ nome, etichetta: ETICHETTE_CANDIDATURA[nome] ?? nome, valore: valori[nome], errore: errori[nome] });
  const testo = { massimo: LIMITI_CANDIDATURA.testo, rows: 6 };
  return (
    <form action={invio} noValidate className="grid gap-6">
      <RiepilogoErrori stato={stato} etichette={ETICHETTE_CANDIDATURA} />
      <input type="hidden" name="avvisoId" value={avvisoId} />
      {/* React svuota il modulo dopo l'invio: con una chiave nuova rinasce con ciò che era scritto */}
      <div className="grid gap-6" key={JSON.stringify(valori)}>
        <h2>La tua organizzazione</h2>
        <CampoTesto {...campo('denominazione')} autoComplete="organization" />
        <Selezione
          {...campo('tipo')}
          vuota="Scegli"
          opzioni={Object.entries(TIPI_ORGANIZZAZIONE).map(([valore, etichetta]) => ({ valore, etichetta }))}
        />
        <CampoTesto {...campo('codiceFiscale')} inputMode="numeric" autoComplete="off" aiuto="11 cifre, come 00743110157." />
        <CampoTesto
          {...campo('runts')}
          facoltativo
          autoComplete="off"
          aiuto="Il numero di repertorio, se sei iscritto al Registro unico."
        />
        <CampoTesto {...campo('sede')} autoComplete="street-address" aiuto="Via, numero e comune." />
        <CampoTesto
          {...campo('email')}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          aiuto="Dell’organizzazione: qui ricevi il collegamento per confermare e l’esito."
        />
        <h2>Che cosa proponi</h2>
        <SceltaAzioni azioni={azioni} scelte={(valori.azioni ?? '').split(',')} errore={errori.azioni} />
        <AreaTesto {...campo('valoreAggiunto')} {...testo} aiuto="Che cosa aggiunge la tua organizzazione al progetto." />
        <AreaTesto {...campo('risorseProprie')} {...testo} aiuto="Persone, sedi, mezzi o denaro che metti di tuo." />
        <AreaTesto {...campo('esperienza')} {...testo} aiuto="Che cosa hai già fatto su questi temi." />
        <CampoAllegati errore={errori.allegati} ripeti={stato.status !== 'idle'} />
        <CasellaSpunta
          nome="privacy"
          etichetta="Ho letto l’informativa sulla privacy"
          spuntata={valori.privacy === 'si'}
          errore={errori.privacy}
        />
        <p className="small">
          <a href="/privacy">Leggi l’informativa sulla privacy</a>
        </p>
        <p hidden>
          <label htmlFor="sito">Non scrivere qui</label>
          <input id="sito" name="sito" tabIndex={-1} autoComplete="off" />
        </p>
      </div>
      <div className="btn-row">
        <BottoneInvio>Invia e ricevi il collegamento</BottoneInvio>
      </div>
    </form>
  );
};

const Compilata = ({ collegamento }: { collegamento?: string }) => (
  <div className="grid gap-5">
    <Callout tipo="successo" titolo="Manca un passo: conferma la candidatura." annuncia>
      Ti abbiamo scritto all’indirizzo che hai indicato. Apri il collegamento entro 48 ore, e comunque prima della chiusura: finché non
      confermi la candidatura non è inviata.
    </Callout>
    {collegamento && <CollegamentoDimostrativo href={collegamento} etichetta="Apri il collegamento di conferma" />}
  </div>
);
