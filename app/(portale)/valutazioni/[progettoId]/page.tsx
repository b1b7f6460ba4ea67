import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Affiancate } from '@/components/valutazione/Affiancate';
import { RiepilogoConsolidata } from '@/components/valutazione/RiepilogoConsolidata';
import { SchedeDeiCommissari } from '@/components/valutazione/SchedeDeiCommissari';
import { requireLettore } from '@/lib/auth/requireAttore';
import { vociDi } from '@/lib/bandi/configurazione';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { affianca } from '@/lib/valutazione/affiancate';
import { messaggioEsito } from '@/lib/valutazione/esiti';
import { type DaValutare, leggiDaValutare } from '@/lib/valutazione/queries';
import { faseValutata, NOME_FASE, passoDi, puoLeggere } from '@/lib/valutazione/rules';
import { FaseValutata } from '@/lib/valutazione/schema';
import { vistaDi } from '@/lib/versioni/vista';
import { Passo } from './Passo';

export const metadata: Metadata = { title: 'Valutazione' };

export default async function ValutazionePage({ params, searchParams }: PageProps<'/valutazioni/[progettoId]'>) {
  const attore = await requireLettore('app_regione');
  const { fase, esito } = await searchParams;
  const domanda = await domandaDellIndirizzo(attore, (await params).progettoId, FaseValutata.safeParse(fase).data);
  const commissario = domanda.commissari.find((c) => c.utenteId === attore.utenteId);
  const mia = domanda.schede.find((s) => s.utenteId === attore.utenteId) ?? null;
  const svelata = domanda.schede.some((s) => s.svelata);
  // chi non è in commissione vede solo il risultato, quando c'è
  if (!commissario && !svelata && !domanda.consolidata) notFound();
  const posizione = { ...domanda, presidente: commissario?.presidente ?? false, mia, svelata, consolidata: domanda.consolidata !== null };
  const criteri = vociDi(domanda.configurazione?.griglia ?? [], domanda.fase);
  const fatto = messaggioEsito(typeof esito === 'string' ? esito : undefined);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.valutazioni(), etichetta: 'Valutazioni' }, { etichetta: domanda.titolo }]} />
      <div className="wrap wrap--wide">
        <TitoloPagina
          sottoPercorso
          titolo={domanda.titolo}
          stato={
            <span className="small second">
              {domanda.fase === 'IDEA' ? 'Valutazione dell’' : 'Valutazione del '}
              {NOME_FASE[domanda.fase]}, {domanda.bando.titolo}
            </span>
          }
        />
        <Fatto>{fatto}</Fatto>
        {commissario && <Passo domanda={domanda} passo={passoDi(posizione)} mia={mia} criteri={criteri} />}
        <Statico>
          {domanda.consolidata && (
            <RiepilogoConsolidata consolidata={domanda.consolidata} criteri={criteri} configurazione={domanda.configurazione} />
          )}
          {svelata && (
            <SchedeDeiCommissari
              schede={domanda.schede.filter((s) => s.svelata)} // non la propria lasciata a metà, di chi è stato esonerato
              commissari={domanda.commissari}
              criteri={criteri}
              configurazione={domanda.configurazione}
            />
          )}
          {puoLeggere({ mia }) && (
            <div id="domanda">
              <Affiancate coppie={coppieDi(domanda)} affianca={domanda.fase === 'PROGETTO'} />
            </div>
          )}
        </Statico>
      </div>
    </>
  );
}

async function domandaDellIndirizzo(
  attore: Awaited<ReturnType<typeof requireLettore>>,
  progettoId: string,
  scelta: FaseValutata | undefined,
): Promise<DaValutare> {
  if (!Uuid.safeParse(progettoId).success) notFound();
  const domanda = await leggiDaValutare(attore, progettoId, scelta ?? 'IDEA');
  if (!domanda) notFound();
  const dovuta = scelta ?? faseValutata(domanda.stato);
  const giusta = dovuta === domanda.fase ? domanda : await leggiDaValutare(attore, progettoId, dovuta);
  return giusta ?? notFound();
}

const coppieDi = ({ configurazione, idea, progetto, nomi }: DaValutare) =>
  affianca(idea ? vistaDi(configurazione, idea.contenuto, nomi) : [], progetto ? vistaDi(configurazione, progetto.contenuto, nomi) : []);
