'use client';

import { type FormEvent, useActionState, useCallback, useEffect, useRef, useState } from 'react';
import type { Sezione } from '@/lib/bandi/configurazione';
import { mancanzeSezione } from '@/lib/domande/completezza';
import { conIlDopo, giaScritti } from '@/lib/domande/confronto';
import type { ContestoModulo } from '@/lib/domande/contesto';
import { siMostra, valoriDaModulo } from '@/lib/domande/modulo';
import type { Valori } from '@/lib/domande/valori';
import { type FormState, STATO_INIZIALE } from '@/lib/forms/formState';
import type { FaseDomanda } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { RiepilogoErrori } from '../forms/RiepilogoErrori';
import { Callout } from '../ui/Callout';
import { BarraSalvataggio } from './BarraSalvataggio';
import { buttaBozza, chiaveBozza, leggiBozza } from './bozzaLocale';
import { CampoModulo } from './CampoModulo';
import { ConflittoSezione } from './ConflittoSezione';
import { DueTesti } from './DueTesti';
import { incollaTesto } from './incollaTesto';
import { Mancanze } from './Mancanze';
import type { ConflittoSezione as Conflitto } from './salvataggioSezione';
import { idCampo } from './TestoLungo';
import { grezziDi, useSalvataggioSezione } from './useSalvataggioSezione';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  progettoId: string;
  fase: FaseDomanda;
  sezione: Pick<Sezione, 'chiave' | 'campi'>;
  rev: number;
  valori: Valori;
  contesto: ContestoModulo;
};

/** Il modulo di una sezione: si salva da solo mentre si scrive, e senza JavaScript con il pulsante. */
export const ModuloSezione = ({ action, progettoId, fase, sezione, rev, valori, contesto }: Props) => {
  const { campi, chiave } = sezione;
  const [stato, invio] = useActionState(action, STATO_INIZIALE);
  const modulo = useRef<HTMLFormElement>(null);
  const bozza = chiaveBozza(progettoId, fase, chiave);
  // ciò da cui si parte: cambia solo quando il modulo si ridisegna (testo ritrovato, conflitto deciso)
  const [partenza, riparte] = useState({ giro: 0, valori, base: valori, ritrovato: false });
  const salvataggio = useSalvataggioSezione(modulo, { url: routes.salvaSezione(progettoId, chiave), fase, campi, chiave: bozza, rev });
  const { scritto, salva, riparti } = salvataggio;
  const arrivati = useRef(valori);
  const [vivo, attiva] = useState(false);
  const rinviati = stato.status === 'idle' ? null : { ...valori, ...valoriDaModulo(campi, stato.values).valori };
  const iniziali = rinviati ?? partenza.valori;
  const [correnti, mostra] = useState<Valori>(iniziali);

  useEffect(() => {
    attiva(true);
    const trovata = leggiBozza(bozza);
    if (!trovata) return;
    if (giaScritti(trovata.valori, arrivati.current)) return buttaBozza(bozza); // salvata mentre la pagina si chiudeva
    riparti(trovata.rev);
    riparte((p) => ({ giro: p.giro + 1, valori: { ...p.valori, ...trovata.valori }, base: p.base, ritrovato: true }));
  }, [bozza, riparti]);
  // un testo ritrovato, o scelto dopo un conflitto, si salva subito: il server non lo ha
  useEffect(() => {
    if (partenza.giro > 0) scritto();
  }, [partenza.giro, scritto]);

  const rileggi = useCallback(() => {
    // ciò che il modulo non scrive (i campi precompilati) resta com'è
    if (modulo.current) mostra({ ...arrivati.current, ...valoriDaModulo(campi, grezziDi(modulo.current)).valori });
  }, [campi]);
  const cambiato = useCallback(() => {
    scritto();
    if (campi.some((c) => c.quando)) rileggi(); // un campo può comparire o sparire; il resto aspetta il salvataggio
  }, [campi, rileggi, scritto]);
  const { testo } = salvataggio.stato;
  useEffect(() => {
    if (testo) rileggi();
  }, [testo, rileggi]);
  const decidi = (uniti: Valori, { rev: daRev, miei, loro }: Conflitto) => {
    const adesso = modulo.current ? valoriDaModulo(campi, grezziDi(modulo.current)).valori : {};
    riparti(daRev);
    riparte((p) => ({ giro: p.giro + 1, valori: conIlDopo(campi, uniti, miei, adesso), base: loro, ritrovato: false }));
  };
  const aMano = (evento: FormEvent) => {
    if (!vivo) return;
    evento.preventDefault();
    cambiato();
    void salva();
  };

  const errori = { ...(stato.status === 'invalid' ? stato.errors : {}), ...salvataggio.stato.errori };
  const { conflitto } = salvataggio.stato;
  return (
    <>
      {conflitto && (
        <ConflittoSezione
          key={conflitto.rev}
          conflitto={conflitto}
          campi={campi}
          base={{ ...partenza.base, ...conflitto.salvati }}
          contesto={contesto}
          decidi={decidi}
        />
      )}
      <form
        ref={modulo}
        action={invio}
        onSubmit={aMano}
        onInput={cambiato}
        onPaste={incollaTesto}
        onBlur={() => void salva()}
        key={`${partenza.giro}-${stato.status}`}
        className="modulo"
        noValidate
      >
        {/* il primo pulsante è quello che Invio preme: deve salvare, non togliere una riga */}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
        <RiepilogoErrori stato={stato} idDi={idCampo} />
        {rinviati && stato.status === 'refused' && stato.values._rev !== String(rev) && (
          <DueTesti campi={campi} miei={rinviati} loro={valori} contesto={contesto} />
        )}
        <input type="hidden" name="_progettoId" value={progettoId} />
        <input type="hidden" name="_fase" value={fase} />
        <input type="hidden" name="_chiave" value={chiave} />
        <input type="hidden" name="_rev" value={rev} />
        {partenza.ritrovato && (
          <Callout tipo="info" titolo="Abbiamo ritrovato ciò che stavi scrivendo.">
            Lo stiamo salvando adesso.
          </Callout>
        )}
        {campi.map((campo) => (
          <CampoModulo
            key={campo.chiave}
            campo={campo}
            valore={iniziali[campo.chiave]}
            contesto={contesto}
            errore={errori[campo.chiave]}
            nascosto={!siMostra(campo, vivo ? correnti : iniziali)}
          />
        ))}
        <Mancanze mancanze={mancanzeSezione(sezione, vivo ? correnti : iniziali, contesto)} />
        <BarraSalvataggio vivo={vivo} stato={salvataggio.stato} maiSalvata={rev === 0} salva={salva} />
      </form>
    </>
  );
};
