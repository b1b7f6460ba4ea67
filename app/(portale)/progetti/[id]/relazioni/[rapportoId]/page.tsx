import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { Chiarimenti } from '@/components/attuazione/Chiarimenti';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { completezza } from '@/lib/attuazione/completezza';
import { messaggioEsito } from '@/lib/attuazione/esiti';
import { ETICHETTA_RAPPORTO } from '@/lib/attuazione/labels';
import { LIMITI } from '@/lib/attuazione/limiti';
import { leggiRapporto } from '@/lib/attuazione/queries';
import { attiPossibili } from '@/lib/attuazione/rules';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoProva } from '@/lib/evidenze/rifiuti';
import { dataEOra, dataLunga, giornoDi, nomePeriodo } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { Avvisi } from './Avvisi';
import { ripresentaAction, rispondiAction } from './actions';
import { ElencoAzioni } from './ElencoAzioni';
import { RailRelazione } from './RailRelazione';
import { RilieviDellEnte } from './RilieviDellEnte';
import { Sintesi } from './Sintesi';

export const metadata: Metadata = { title: 'Relazione' };

const Indirizzo = z.object({ id: z.uuid(), rapportoId: z.uuid() });

export default async function RelazionePage({ params, searchParams }: PageProps<'/progetti/[id]/relazioni/[rapportoId]'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const indirizzo = Indirizzo.safeParse(await params);
  if (!indirizzo.success) notFound();
  if (attore.lettore === 'app_regione') redirect(routes.verifica(indirizzo.data.rapportoId));
  const rapporto = await leggiRapporto(attore, indirizzo.data.rapportoId);
  if (!rapporto || rapporto.progetto.id !== indirizzo.data.id) notFound(); // assente e non tuo sono la stessa cosa
  const { azione, esito, prova } = await searchParams;

  const capofila = rapporto.progetto.capofilaId === attore.organizzazioneId;
  const chi = { ruolo: attore.ruolo, capofila };
  const atti = attiPossibili(rapporto.stato, chi);
  const voci = completezza(rapporto.azioni);
  const etichetta = ETICHETTA_RAPPORTO[rapporto.stato];
  const periodo = nomePeriodo(rapporto.periodo);
  const fatto = messaggioEsito(typeof esito === 'string' ? esito : undefined);
  const aperta = typeof azione === 'string' ? azione : undefined;

  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: 'I miei progetti' },
          { href: routes.progetto(rapporto.progetto.id), etichetta: rapporto.progetto.titolo },
          { etichetta: `Relazione ${periodo}` },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={`Relazione ${periodo}`}
          stato={
            <>
              <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
                {etichetta.testo}
              </Badge>
              <span className="small second">
                {rapporto.presentatoIl
                  ? `Inviata il ${dataEOra(new Date(rapporto.presentatoIl))}.`
                  : `Da inviare entro il ${dataLunga(rapporto.periodo.scadenza)}.`}
                {rapporto.dimostrativo && ' Dati dimostrativi.'}
              </span>
            </>
          }
        />
        <Avvisi rapporto={rapporto} fatto={fatto} />
        <div className="with-rail with-rail--form">
          <div>
            <RilieviDellEnte rapporto={rapporto} attore={attore} capofila={capofila} azioneId={null} />
            <h2>Azioni</h2>
            <ElencoAzioni rapporto={rapporto} voci={voci} attore={attore} capofila={capofila} aperta={aperta} prova={esitoProva(prova)} />
            <h2 className="stacco">Il resto della relazione</h2>
            <Sintesi rapporto={rapporto} scrivibile={capofila && (rapporto.stato === 'BOZZA' || rapporto.stato === 'CHIARIMENTI')} />
            <div className="chiarimenti">
              <Chiarimenti
                chiarimenti={rapporto.chiarimenti}
                azioni={rapporto.azioni}
                ente={rapporto.progetto.capofila ?? 'Ente'}
                mioLato="ente"
                comando={(c) =>
                  c.stato !== 'APERTO' ? null : atti.includes('ripresenta') ? (
                    <ModuloAtto
                      action={rispondiAction}
                      nascosti={{ progettoId: rapporto.progetto.id, rapportoId: rapporto.id, chiarimentoId: c.id }}
                      invia="Invia la risposta"
                      testo={{
                        nome: 'risposta',
                        etichetta: 'La tua risposta',
                        aiuto: 'Prima correggi l’azione, se serve: con la risposta la relazione torna alla Regione.',
                        massimo: LIMITI.motivo,
                      }}
                    />
                  ) : (
                    <p className="small second">
                      Risponde il referente di {rapporto.progetto.capofila}. Tu puoi correggere l’azione riaperta, se è del tuo ente.
                    </p>
                  )
                }
              />
              {atti.includes('ripresenta') && !rapporto.chiarimenti.some((c) => c.stato === 'APERTO') && (
                <ModuloAtto
                  action={ripresentaAction}
                  nascosti={{ progettoId: rapporto.progetto.id, rapportoId: rapporto.id }}
                  invia="Invia di nuovo la relazione"
                />
              )}
            </div>
          </div>
          <RailRelazione
            rapporto={rapporto}
            voci={voci}
            attore={attore}
            capofila={capofila}
            puoInviare={atti.includes('presenta')}
            oggi={giornoDi(attore.adesso)}
          />
        </div>
      </div>
    </>
  );
}
