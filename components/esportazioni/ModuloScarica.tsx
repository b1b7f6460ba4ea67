'use client';

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { peso } from '@/lib/documenti/nome';
import { Bottone } from '../ui/Bottone';
import { Callout } from '../ui/Callout';

type Props = {
  action: string;
  /** Il file è sempre lo stesso: interrotto, si riprende da dove si era arrivati. Altrimenti si ricomincia. */
  riprende?: boolean;
  className?: string;
  children: ReactNode;
};
type Stato =
  | { fase: 'ferma' }
  | { fase: 'scarica'; byte: number; totale: number | null }
  | { fase: 'fatto'; byte: number }
  | { fase: 'interrotto'; byte: number; perche: string };
type Arrivato = { campi: URLSearchParams; pezzi: Blob[]; byte: number };

const nomeDa = (risposta: Response): string => /filename="([^"]+)"/.exec(risposta.headers.get('content-disposition') ?? '')?.[1] ?? 'dati';

function salva(pezzi: Blob[], nome: string): void {
  const indirizzo = URL.createObjectURL(new Blob(pezzi));
  const link = Object.assign(document.createElement('a'), { href: indirizzo, download: nome });
  link.click();
  setTimeout(() => URL.revokeObjectURL(indirizzo), 60_000);
}

/** Un modulo che scarica un file e dice a che punto è. Senza JavaScript scarica il browser, senza avanzamento. */
export const ModuloScarica = ({ action, riprende = false, className = 'atto', children }: Props) => {
  const [stato, setStato] = useState<Stato>({ fase: 'ferma' });
  const arrivato = useRef<Arrivato>({ campi: new URLSearchParams(), pezzi: [], byte: 0 });
  const freno = useRef<AbortController>(null);

  const scarica = async (): Promise<void> => {
    const qui = arrivato.current;
    freno.current = new AbortController();
    setStato({ fase: 'scarica', byte: qui.byte, totale: null });
    try {
      const body = new URLSearchParams(qui.campi);
      if (qui.byte > 0) body.set('da', String(qui.byte));
      const risposta = await fetch(action, { method: 'POST', body, signal: freno.current.signal });
      // senza sessione la risposta è la pagina di accesso
      if (risposta.redirected) return window.location.assign(risposta.url);
      if (!risposta.ok || !risposta.body) return setStato({ fase: 'interrotto', byte: 0, perche: await risposta.text() });
      await raccogli(qui, risposta.body, Number(risposta.headers.get('x-byte-totali')) || null, setStato);
      salva(qui.pezzi, nomeDa(risposta));
      setStato({ fase: 'fatto', byte: qui.byte });
    } catch {
      const voluto = freno.current.signal.aborted;
      setStato({
        fase: 'interrotto',
        byte: qui.byte,
        perche: voluto ? 'Hai fermato lo scaricamento.' : 'Lo scaricamento si è interrotto.',
      });
    }
  };
  const invia = (evento: FormEvent<HTMLFormElement>): void => {
    evento.preventDefault();
    if (stato.fase === 'scarica') return;
    const dati = new FormData(evento.currentTarget, (evento.nativeEvent as SubmitEvent).submitter);
    const campi = new URLSearchParams([...dati].filter((voce): voce is [string, string] => typeof voce[1] === 'string'));
    arrivato.current = { campi, pezzi: [], byte: 0 };
    void scarica();
  };
  const ancora = (): void => {
    if (!riprende) arrivato.current = { ...arrivato.current, pezzi: [], byte: 0 };
    void scarica();
  };
  return (
    <form action={action} method="post" onSubmit={invia} className={className}>
      {children}
      <Avanzamento stato={stato} riprende={riprende} ferma={() => freno.current?.abort()} ancora={ancora} />
    </form>
  );
};

async function raccogli(
  qui: Arrivato,
  corpo: ReadableStream<Uint8Array<ArrayBuffer>>,
  totale: number | null,
  mostra: (stato: Stato) => void,
): Promise<void> {
  const lettore = corpo.getReader();
  let mostrati = qui.byte;
  for (let { done, value } = await lettore.read(); !done; { done, value } = await lettore.read()) {
    if (!value) continue;
    qui.pezzi.push(new Blob([value]));
    qui.byte += value.length;
    if (qui.byte - mostrati < 256 * 1024) continue;
    mostrati = qui.byte;
    mostra({ fase: 'scarica', byte: qui.byte, totale });
  }
  // chi sta in mezzo può chiudere senza dire che manca qualcosa: un file troncato non si salva
  if (totale !== null && qui.byte !== totale) throw new Error('Il file è arrivato a metà.');
}

type PropsAvanzamento = { stato: Stato; riprende: boolean; ferma: () => void; ancora: () => void };

const Avanzamento = ({ stato, riprende, ferma, ancora }: PropsAvanzamento) => (
  <div role="status">
    {stato.fase === 'scarica' && (
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <progress aria-label="Scaricamento" max={stato.totale ?? undefined} value={stato.totale ? stato.byte : undefined} />
        <span className="text-small">{stato.totale ? `${peso(stato.byte)} di ${peso(stato.totale)}` : `Arrivati ${peso(stato.byte)}`}</span>
        <Bottone variante="quieto" taglia={32} onClick={ferma}>
          Ferma
        </Bottone>
      </div>
    )}
    {stato.fase === 'fatto' && <p className="hint mt-2">{`Scaricato: ${peso(stato.byte)}.`}</p>}
    {stato.fase === 'interrotto' && (
      <div className="mt-3">
        <Callout tipo="attenzione">
          {stato.perche} {stato.byte > 0 && `Erano arrivati ${peso(stato.byte)}.`}
        </Callout>
        <div className="btn-row mt-2">
          <Bottone taglia={36} onClick={ancora}>
            {riprende && stato.byte > 0 ? 'Riprendi da dove si era fermato' : 'Ricomincia'}
          </Bottone>
        </div>
      </div>
    )}
  </div>
);
