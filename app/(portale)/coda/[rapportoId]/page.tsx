import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PianoDelRapporto } from '@/components/attuazione/PianoDelRapporto';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Schede } from '@/components/ui/Schede';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { confronta } from '@/lib/attuazione/confronto';
import { messaggioEsito } from '@/lib/attuazione/esiti';
import { ETICHETTA_RAPPORTO } from '@/lib/attuazione/labels';
import { leggiRapporto } from '@/lib/attuazione/queries';
import { attiPossibili } from '@/lib/attuazione/rules';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataEOra, nomePeriodo } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { AzioneInVerifica } from './AzioneInVerifica';
import { Decisione } from './Decisione';
import { RailVerifica } from './RailVerifica';
import { RilieviDellaRegione } from './RilieviDellaRegione';

export const metadata: Metadata = { title: 'Verifica della relazione' };

export default async function VerificaPage({ params, searchParams }: PageProps<'/coda/[rapportoId]'>) {
  const attore = await requireLettore('app_regione');
  const id = Uuid.safeParse((await params).rapportoId);
  const rapporto = id.success ? await leggiRapporto(attore, id.data) : null;
  if (!rapporto) notFound(); // assente, in bozza e di un'altra Regione sono la stessa cosa
  const { tutti, esito } = await searchParams;

  const atti = attiPossibili(rapporto.stato, { ruolo: attore.ruolo, capofila: false });
  const etichetta = ETICHETTA_RAPPORTO[rapporto.stato];
  const soloCambiati = tutti === undefined;
  const voci = rapporto.azioni.flatMap((a) => confronta(a, rapporto.cause, rapporto.progetto.fine));
  const cambiati = voci.filter((v) => v.cambiata).length;
  const fatto = messaggioEsito(typeof esito === 'string' ? esito : undefined);
  const inizio = rapporto.presentatoIl ? `Inviata il ${dataEOra(new Date(rapporto.presentatoIl))}` : '';

  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.coda(), etichetta: 'Coda di lavoro' },
          { etichetta: `${rapporto.progetto.titolo}, relazione ${nomePeriodo(rapporto.periodo)}` },
        ]}
      />
      <div className="wrap wrap--wide">
        <TitoloPagina
          sottoPercorso
          titolo={`${rapporto.progetto.titolo}: relazione ${nomePeriodo(rapporto.periodo)}`}
          stato={
            <>
              <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
                {etichetta.testo}
              </Badge>
              <span className="small second">
                <a href={routes.progetto(rapporto.progetto.id)}>
                  {rapporto.progetto.codice}, {rapporto.progetto.territorio}
                </a>
                , capofila {rapporto.progetto.capofila}. {inizio}, versione {rapporto.versioni}.
                {rapporto.dimostrativo && ' Dati dimostrativi.'}
              </span>
            </>
          }
        />
        <Fatto>{fatto}</Fatto>
        {rapporto.notaDecisione && (
          <Callout
            tipo={rapporto.stato === 'RESPINTO' ? 'errore' : 'attenzione'}
            titolo={rapporto.stato === 'RESPINTO' ? 'Motivo del rigetto:' : 'Nota della Regione:'}
          >
            {rapporto.notaDecisione}
          </Callout>
        )}
        <PianoDelRapporto progettoId={rapporto.progetto.id} versione={rapporto.versione} />
        <div className="with-rail with-rail--review">
          <div>
            <RilieviDellaRegione rapporto={rapporto} ruolo={attore.ruolo} azioneId={null} />
            <Schede
              etichetta="Che cosa mostrare"
              voci={[
                { href: routes.verifica(rapporto.id), etichetta: 'Solo i valori cambiati', conteggio: cambiati, attiva: soloCambiati },
                {
                  href: routes.verifica(rapporto.id, { tutti: '1' }),
                  etichetta: 'Tutti i valori',
                  conteggio: voci.length,
                  attiva: !soloCambiati,
                },
              ]}
            />
            {rapporto.sintesi && (
              <section className="sec">
                <div className="sec__head">
                  <h2>Sintesi del periodo</h2>
                </div>
                <p className="testo">{rapporto.sintesi}</p>
              </section>
            )}
            {rapporto.azioni.map((azione) => (
              <AzioneInVerifica
                key={azione.id}
                azione={azione}
                rapporto={rapporto}
                soloCambiati={soloCambiati}
                puoChiedere={atti.includes('chiediChiarimento')}
                ruolo={attore.ruolo}
              />
            ))}
          </div>
          <RailVerifica
            rapporto={rapporto}
            attore={attore}
            puoChiudere={atti.includes('chiediChiarimento')}
            puoRitirare={atti.includes('ritira')}
          />
        </div>
      </div>
      <Decisione rapporto={rapporto} atti={atti} ruolo={attore.ruolo} />
    </>
  );
}
