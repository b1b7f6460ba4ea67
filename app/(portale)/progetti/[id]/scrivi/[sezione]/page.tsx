import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { TestiSenzaCampo } from '@/components/bandi/TestiSenzaCampo';
import { CampoPrecompilato } from '@/components/domande/CampoPrecompilato';
import { ChiCe } from '@/components/domande/ChiCe';
import { ModuloSezione } from '@/components/domande/ModuloSezione';
import { PassiSezioni } from '@/components/domande/PassiSezioni';
import { ValoreCampo } from '@/components/domande/ValoreCampo';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { ambitiConImporto } from '@/lib/bandi/importiAmbito';
import type { ContestoModulo } from '@/lib/domande/contesto';
import { messaggioEsito } from '@/lib/domande/esiti';
import { badgeDomanda } from '@/lib/domande/labels';
import { type Domanda, leggiDomanda, leggiIntorno, type SezioneDomanda } from '@/lib/domande/queries';
import { rifiutoScrittura, siCompone } from '@/lib/domande/rules';
import { dataEOra } from '@/lib/format/data';
import { leggiContestoPiano } from '@/lib/piano/queries';
import { routes } from '@/lib/routes';
import { salvaSezioneAction } from './actions';
import { Commenti } from './Commenti';

export const metadata: Metadata = { title: 'Domanda' };

const Indirizzo = z.object({ id: z.uuid(), sezione: z.string().max(80) });

export default async function SezionePage({ params, searchParams }: PageProps<'/progetti/[id]/scrivi/[sezione]'>) {
  const attore = await requireLettore('app_ente');
  const indirizzo = Indirizzo.safeParse(await params);
  if (!indirizzo.success) notFound();
  const { id, sezione: chiave } = indirizzo.data;
  const domanda = await leggiDomanda(attore, id);
  if (!domanda) notFound(); // assente e non tua sono la stessa cosa
  const indice = domanda.sezioni.findIndex((s) => s.chiave === chiave);
  const sezione = domanda.sezioni[indice];
  if (!sezione) {
    const prima = domanda.sezioni.find(({ manca }) => manca.length > 0) ?? domanda.sezioni[0];
    if (chiave === 'inizio' && prima) redirect(routes.sezione(id, prima.chiave));
    notFound();
  }
  const { contesto, commenti } = await intornoDi(attore, domanda, sezione);
  const { esito } = await searchParams;
  const fatto = messaggioEsito(typeof esito === 'string' ? esito : undefined);
  const rifiuto = rifiutoScrittura({ stato: domanda.stato, aperta: sezione.aperta, diritto: sezione.diritto });
  const badge = badgeDomanda(domanda.stato);
  const [prima, dopo] = [domanda.sezioni[indice - 1], domanda.sezioni[indice + 1]];
  return (
    <>
      <Statico>
        <Breadcrumb
          voci={[
            { href: routes.domande(), etichetta: 'Domande e bandi' },
            { href: routes.progetto(id), etichetta: domanda.titolo },
            { etichetta: sezione.titolo },
          ]}
        />
      </Statico>
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={`${sezione.codice ? `${sezione.codice}. ` : ''}${sezione.titolo}`}
          sottotitolo={sezione.aiuto || undefined}
          stato={
            <>
              <Badge famiglia={badge.famiglia} icona={badge.icona}>
                {badge.testo}
              </Badge>
              <span className="small second">
                {domanda.bando.titolo}.
                {domanda.bando.chiude && !rifiuto && ` Si presenta entro ${dataEOra(new Date(domanda.bando.chiude))}.`}
              </span>
            </>
          }
        />
        <Fatto>{fatto}</Fatto>
        {domanda.bando.ultima > domanda.bando.versione && siCompone(domanda.stato) && (
          <Callout tipo="attenzione" titolo="La Regione ha pubblicato una nuova versione del bando.">
            <a href={routes.nuovaVersioneBando(id)}>Guarda che cosa cambia</a>
          </Callout>
        )}
        {domanda.integrazioni.map(({ id: chiesta, testo, entro, sezioni }) => (
          <Callout key={chiesta} tipo="attenzione" titolo={`La Regione chiede integrazioni entro ${dataEOra(new Date(entro))}.`}>
            {sezioni.includes(chiave) ? 'Anche su questa sezione. ' : ''}
            {testo}
          </Callout>
        ))}
        <div className="with-rail with-rail--form">
          <div>
            <ChiCe url={routes.presenza(id, chiave)} fase={domanda.fase} />
            {rifiuto ? (
              <div className="modulo">
                <Callout tipo="info">{rifiuto}</Callout>
                <Statico>
                  {sezione.campi.map((campo) => (
                    <ValoreCampo key={campo.chiave} campo={campo} valore={sezione.valori[campo.chiave]} contesto={contesto} />
                  ))}
                </Statico>
              </div>
            ) : sezione.campi.every(({ precompilato }) => precompilato) ? (
              <div className="modulo">
                <Statico>
                  {sezione.campi.map((campo) => (
                    <CampoPrecompilato key={campo.chiave} campo={campo} valore={sezione.valori[campo.chiave]} contesto={contesto} />
                  ))}
                </Statico>
              </div>
            ) : (
              <ModuloSezione
                action={salvaSezioneAction}
                progettoId={id}
                fase={domanda.fase}
                sezione={{ chiave, campi: sezione.campi }}
                rev={sezione.rev}
                valori={sezione.valori}
                contesto={contesto}
              />
            )}
            <TestiSenzaCampo valori={sezione.valori} />
            <nav className="btn-row passo-dopo" aria-label="Sezioni vicine">
              {prima && <a href={routes.sezione(id, prima.chiave)}>Precedente: {prima.titolo}</a>}
              {dopo ? (
                <a href={routes.sezione(id, dopo.chiave)}>Successiva: {dopo.titolo}</a>
              ) : (
                <a href={routes.deposito(id)}>Controlla e presenta</a>
              )}
            </nav>
            <Commenti domanda={domanda} sezione={sezione} commenti={commenti} attore={attore} />
          </div>
          <Statico>
            <PassiSezioni domanda={domanda} attuale={chiave} />
          </Statico>
        </div>
      </div>
    </>
  );
}

/** Gli elenchi che i campi della sezione usano davvero, e i commenti. */
async function intornoDi(attore: Attore, domanda: Domanda, { chiave, campi }: SezioneDomanda) {
  const conPiano = domanda.fase !== 'IDEA' && campi.some(({ tipo }) => tipo === 'azioni' || tipo === 'budget');
  const [{ commenti, ...elenchi }, piano] = await Promise.all([
    leggiIntorno(attore, domanda.id, domanda.fase, chiave),
    conPiano ? leggiContestoPiano(attore, domanda.id, domanda.fase === 'RIMODULAZIONE' ? 'RIMODULAZIONE' : 'PROGETTO') : null,
  ]);
  const contesto: ContestoModulo = {
    progettoId: domanda.id,
    organizzazioni: campi.some(({ tipo }) => ['organizzazioni', 'azioni', 'budget'].includes(tipo)) ? elenchi.organizzazioni : [],
    ambiti: campi.some(({ tipo }) => tipo === 'ambiti') ? ambitiConImporto(domanda.configurazione, elenchi.ambiti) : [],
    principi: domanda.configurazione.principi,
    documenti: domanda.documenti.map(({ chiave: voce, nome }) => ({ chiave: voce, nome })),
    piano: piano ?? undefined,
  };
  return { contesto, commenti };
}
