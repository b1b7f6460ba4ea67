import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { CauseNelTempo } from '@/components/azioni/CauseNelTempo';
import { CheCosaLHaToccata } from '@/components/azioni/CheCosaLHaToccata';
import { DipendeRegione } from '@/components/azioni/DipendeRegione';
import { FiguraQuantita } from '@/components/azioni/FiguraQuantita';
import { ritardoDetto } from '@/components/azioni/Ritardi';
import { StrisciaMesi } from '@/components/azioni/StrisciaMesi';
import { fineDi, inVigoreDi, originarioDi } from '@/components/azioni/TabellaDate';
import { TabellaStoria } from '@/components/azioni/TabellaStoria';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { StatoAzione } from '@/components/ui/StatoAzione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { etichettaAzione } from '@/lib/attuazione/labels';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import type { AzioneIntera } from '@/lib/azioni/letture';
import { leggiAzione } from '@/lib/azioni/queries';
import { causeNelTempo, ritardiDi, storiaPerMese } from '@/lib/azioni/rules';
import { dataBreve, dataLunga, giornoDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Azione nel tempo' };

const Chiavi = z.object({ id: z.uuid(), azioneId: z.uuid() });

export default async function AzionePage({ params }: PageProps<'/progetti/[id]/azioni/[azioneId]'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const chiavi = Chiavi.safeParse(await params);
  const dati = chiavi.success ? await leggiAzione(attore, chiavi.data.id, chiavi.data.azioneId) : null;
  if (!dati) notFound();
  const { progetto, azione } = dati;
  const stato = azione.annullataIl ? 'ANNULLATA' : (azione.situazione?.stato ?? null);
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(progetto.id), etichetta: progetto.titolo },
          { href: routes.azioni(progetto.id), etichetta: 'Azioni' },
          { etichetta: azione.codice },
        ]}
      />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo={azione.titolo}
            sottotitolo={`${azione.ente}${azione.categoria ? `, ${azione.categoria}` : ''}`}
            stato={
              <>
                <StatoAzione stato={stato} etichetta={etichettaAzione(stato)} />
                <span>
                  Azione <span className="mono">{azione.codice}</span>
                </span>
              </>
            }
          />
          {azione.annullataIl && (
            <Callout tipo="attenzione" titolo="Azione tolta dal progetto.">
              Una modifica l’ha tolta dal {dataLunga(azione.annullataIl)}: la sua storia resta qui.
            </Callout>
          )}
          <DateDellAzione dati={dati} oggi={giornoDi(attore.adesso)} />
          <Contenuto dati={dati} attore={attore} />
        </Statico>
      </div>
    </>
  );
}

const DateDellAzione = ({ dati: { azione }, oggi }: { dati: AzioneIntera; oggi: string }) => {
  const { inVigore, originario } = ritardiDi(azione, oggi);
  const inizio = azione.situazione?.inizioEffettivo;
  return (
    <FattiChiave
      fatti={[
        { termine: 'Previsto all’inizio', valore: originarioDi(azione) },
        { termine: 'Previsto in vigore', valore: inVigoreDi(azione) },
        { termine: 'Inizio effettivo', valore: inizio ? dataBreve(inizio) : 'non rilevato' },
        { termine: 'Fine', valore: fineDi(azione) },
        { termine: 'Ritardo', valore: ritardoDetto(inVigore) },
        ...(azione.fineOriginaria ? [{ termine: 'Ritardo sul piano di prima', valore: ritardoDetto(originario) }] : []),
      ]}
    />
  );
};

const Contenuto = ({ dati, attore }: { dati: AzioneIntera; attore: Attore }) => {
  const { progetto, storia, quantita, attese } = dati;
  const cause = causeNelTempo(storia);
  return (
    <>
      <Sezione id="mesi" titolo="Stato mese per mese">
        {storia.length === 0 ? (
          <p className="small muted">Nessuna relazione presentata parla di quest’azione: lo stato non è ancora rilevato.</p>
        ) : (
          <StrisciaMesi mesi={storiaPerMese(storia)} />
        )}
      </Sezione>
      {storia.length > 0 && (
        <Sezione id="relazioni" titolo="Che cosa hanno detto le relazioni">
          <TabellaStoria storia={storia} progettoId={progetto.id} lettore={attore.lettore} />
        </Sezione>
      )}
      <Sezione id="cause" titolo="Cause di ritardo">
        {cause.length === 0 ? <p className="small muted">Nessuna causa dichiarata.</p> : <CauseNelTempo cause={cause} />}
      </Sezione>
      <Sezione id="regione" titolo="Dipende dalla Regione?">
        <DipendeRegione cause={cause} attese={attese} progettoId={progetto.id} oggi={giornoDi(attore.adesso)} lettore={attore.lettore} />
      </Sezione>
      {quantita.map((una) => (
        <FiguraQuantita key={una.id} quantita={una} />
      ))}
      <Sezione id="atti" titolo="Che cosa l’ha toccata">
        <CheCosaLHaToccata azione={dati} />
      </Sezione>
    </>
  );
};
