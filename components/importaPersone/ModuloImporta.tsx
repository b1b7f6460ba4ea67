'use client';

import { useActionState, useEffect, useRef } from 'react';
import { numero } from '@/lib/format/euro';
import type { StatoImporta } from '@/lib/importaPersone/rapporto';
import { BottoneInvio } from '../forms/BottoneInvio';
import { type Opzione, Selezione } from '../forms/Selezione';
import { classiBottone } from '../ui/Bottone';
import { AttesaImporta } from './AttesaImporta';
import { EsitoImporta } from './EsitoImporta';

type Props = {
  action: (stato: StatoImporta, dati: FormData) => Promise<StatoImporta>;
  progetti: Opzione[];
  progettoId: string;
  /** Dove si mandano il file e il progetto per riavere le righe da correggere. */
  rifiutate: string;
  persone: string;
};

/**
 * Controllo e importazione dello stesso file. Tra i due passi il file resta nel browser: senza JavaScript lo si sceglie di nuovo, e il portale verifica che
 * sia lo stesso.
 */
export const ModuloImporta = ({ action, progetti, progettoId, rifiutate, persone }: Props) => {
  const [stato, invio, inCorso] = useActionState(action, { status: 'idle' });
  const campo = useRef<HTMLInputElement>(null);
  const scelto = useRef<File[]>([]);
  useEffect(() => {
    // React svuota il modulo dopo l'azione: il file scelto torna al suo posto
    if (stato.status !== 'idle' && campo.current && scelto.current.length > 0) campo.current.files = elencoDi(scelto.current);
  }, [stato]);
  const controllo = stato.status === 'controllato' ? stato.controllo : null;
  const daCorreggere = stato.status === 'importato' ? stato.fatte.rifiutate : (controllo?.rifiutate ?? 0);
  return (
    <form action={invio} className="atto">
      <EsitoImporta stato={stato} persone={persone} />
      <Selezione
        key={stato.status === 'idle' ? 'inizio' : stato.progettoId}
        nome="progettoId"
        etichetta="Progetto"
        opzioni={progetti}
        vuota="Scegli il progetto"
        valore={stato.status === 'idle' ? progettoId : stato.progettoId}
        required
      />
      <div className="field">
        <label htmlFor="file">File da importare</label>
        <p className="hint" id="file-aiuto">
          {stato.status === 'idle'
            ? 'Un file XLSX, al massimo 20 MB e 100.000 righe. Non resta nel portale: si salvano solo le persone che importi.'
            : 'Per importare, o per scaricare le righe da correggere, deve esserci lo stesso file che hai controllato.'}
        </p>
        <input
          ref={campo}
          type="file"
          className="input"
          id="file"
          name="file"
          accept=".xlsx"
          required
          aria-describedby="file-aiuto"
          onChange={(evento) => {
            scelto.current = [...(evento.currentTarget.files ?? [])];
          }}
        />
      </div>
      {controllo && <input type="hidden" name="impronta" value={controllo.impronta} />}
      {controllo && <input type="hidden" name="attese" value={controllo.importabili} />}
      <AttesaImporta inCorso={inCorso} />
      <div className="btn-row">
        {controllo && controllo.importabili > 0 && (
          <BottoneInvio nome="passo" valore="importa" inCorso="Importazione in corso">
            {controllo.importabili === 1 ? 'Importa la riga valida' : `Importa le ${numero(controllo.importabili)} righe valide`}
          </BottoneInvio>
        )}
        <BottoneInvio nome="passo" valore="controlla" variante={controllo ? 'secondario' : 'primario'} inCorso="Controllo in corso">
          {stato.status === 'idle' ? 'Controlla il file' : 'Controlla di nuovo'}
        </BottoneInvio>
        {daCorreggere > 0 && (
          <button
            type="submit"
            formAction={rifiutate}
            formMethod="post"
            formEncType="multipart/form-data"
            className={classiBottone({ variante: 'quieto' })}
          >
            Scarica le righe da correggere
          </button>
        )}
      </div>
    </form>
  );
};

/** Un elenco nuovo ogni volta: quello del campo si vuota con il modulo, e con lui i file scelti. */
function elencoDi(file: readonly File[]): FileList {
  const nuovo = new DataTransfer();
  for (const uno of file) nuovo.items.add(uno);
  return nuovo.files;
}
