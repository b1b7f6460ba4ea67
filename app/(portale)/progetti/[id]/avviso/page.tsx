import type { Metadata } from 'next';
import { ModuloAvviso } from '@/components/avvisi/ModuloAvviso';
import { TabellaCandidature } from '@/components/avvisi/TabellaCandidature';
import { TestoAvviso } from '@/components/avvisi/TestoAvviso';
import { Badge } from '@/components/ui/Badge';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { ETICHETTA_AVVISO } from '@/lib/avvisi/labels';
import type { AvvisoScritto } from '@/lib/avvisi/letture';
import { leggiTraccia } from '@/lib/avvisi/queries';
import { dataEOra } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { salvaAction } from './actions';
import { avvisoDelProgetto, valoriModulo } from './avviso';
import { Passi } from './Passi';

export const metadata: Metadata = { title: 'Avviso per i partner' };

export default async function AvvisoProgettoPage({ params }: { params: Promise<{ id: string }> }) {
  const letto = await avvisoDelProgetto((await params).id);
  const { attore, progetto, avviso, capofila } = letto;
  const siScrive = capofila && progetto.stato === 'IDEA_APPROVATA' && (avviso === null || avviso.stato === 'BOZZA');
  const traccia = siScrive && avviso === null ? await leggiTraccia(attore, progetto.id) : null;
  return (
    <>
      <Statico>
        <Breadcrumb
          voci={[
            { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
            { href: routes.progetto(progetto.id), etichetta: progetto.titolo },
            { etichetta: 'Avviso per i partner' },
          ]}
        />
        <div className="wrap">
          <Titolo titolo={progetto.titolo} avviso={avviso} />
          {avviso && <Termini avviso={avviso} />}
        </div>
      </Statico>
      <div className="wrap">
        {siScrive ? (
          <Sezione id="bozza" titolo="Scrivi l’avviso" nota={traccia ? 'Il testo viene dall’idea approvata: correggilo.' : undefined}>
            <ModuloAvviso
              action={salvaAction}
              nascosti={{ progettoId: progetto.id, rev: avviso?.rev ?? 0 }}
              iniziali={valoriModulo(avviso, traccia)}
              giorniMinimi={letto.giorniMinimi}
            />
          </Sezione>
        ) : (
          <Statico>
            {avviso === null && <Vuoto titolo="Nessun avviso">Il capofila lo scrive dopo l’approvazione dell’idea.</Vuoto>}
            {avviso && capofila && avviso.stato !== 'BOZZA' && (
              <Sezione id="candidature" titolo="Candidature" nota={quante(letto.candidature.length)}>
                {letto.candidature.length === 0 ? (
                  <Vuoto titolo="Nessuna candidatura">Qui compaiono quelle confermate dal loro indirizzo email.</Vuoto>
                ) : (
                  <TabellaCandidature
                    candidature={letto.candidature}
                    criteri={avviso.criteri}
                    hrefDi={(id) => routes.candidatura(progetto.id, id)}
                  />
                )}
              </Sezione>
            )}
            {avviso && <TestoAvviso avviso={avviso} />}
          </Statico>
        )}
      </div>
      <Passi {...letto} />
    </>
  );
}

const quante = (n: number): string => (n === 1 ? '1 candidatura confermata' : `${n} candidature confermate`);

const Titolo = ({ titolo, avviso }: { titolo: string; avviso: AvvisoScritto | null }) => {
  const stato = avviso && ETICHETTA_AVVISO[avviso.stato];
  return (
    <TitoloPagina
      sottoPercorso
      titolo="Avviso per i partner"
      sottotitolo={titolo}
      stato={
        stato && (
          <Badge famiglia={stato.famiglia} icona={stato.icona}>
            {stato.testo}
          </Badge>
        )
      }
      azioni={avviso && avviso.stato !== 'BOZZA' && <LinkBottone href={routes.avviso(avviso.id)}>Apri la pagina pubblica</LinkBottone>}
    />
  );
};

const Termini = ({ avviso: { apre, chiude, pubblicatoIl } }: { avviso: AvvisoScritto }) => (
  <FattiChiave
    fatti={[
      ...(pubblicatoIl ? [{ termine: 'Pubblicato', valore: dataEOra(new Date(pubblicatoIl)) }] : []),
      ...(apre ? [{ termine: 'Si apre', valore: dataEOra(new Date(apre)) }] : []),
      ...(chiude ? [{ termine: 'Si chiude', valore: dataEOra(new Date(chiude)) }] : []),
    ]}
  />
);
