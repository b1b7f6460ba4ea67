import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { ScaricaRete } from '@/components/rete/ScaricaRete';
import { TabellaMisure } from '@/components/rete/TabellaMisure';
import { PaginaStudio } from '@/components/ricerca/PaginaStudio';
import { Dialogo } from '@/components/ui/Dialogo';
import { Schede } from '@/components/ui/Schede';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoRete, nomeOndata } from '@/lib/rete/labels';
import { leggiReti, type Ondata, type PaginaReti } from '@/lib/rete/queries';
import { misureDi } from '@/lib/rete/rete';
import { routes } from '@/lib/routes';
import { apriOndataAction, chiudiOndataAction } from './actions';

export const metadata: Metadata = { title: 'Rete di collaborazione' };

export default async function RetePage({ searchParams }: PageProps<'/ricerca/rete'>) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const { ondata, esito } = await searchParams;
  const chiesta = z.uuid().optional().safeParse(ondata);
  const pagina = chiesta.success ? await leggiReti(attore, chiesta.data ?? null) : null;
  if (!pagina) notFound();
  const scrive = attore.lettore === 'app_ricerca';
  return (
    <PaginaStudio
      titolo="Rete di collaborazione"
      sottotitolo="Chi lavora con chi in ogni progetto, a un mese di riferimento. Lo dichiarano i capofila; sono organizzazioni, non persone."
      aperta={routes.rete()}
      scrive={scrive}
      fatto={esitoRete(esito)}
    >
      {pagina.scelta ? <Scelta pagina={pagina} scelta={pagina.scelta} scrive={scrive} /> : <Nessuna scrive={scrive} />}
      {scrive && <Nuova pagina={pagina} />}
    </PaginaStudio>
  );
}

const Nessuna = ({ scrive }: { scrive: boolean }) => (
  <Vuoto titolo="Nessuna ondata">
    {scrive ? 'Apri un’ondata: i capofila dichiareranno i legami a quel mese.' : 'Le ondate le apre chi fa ricerca.'}
  </Vuoto>
);

const Scelta = ({ pagina: { ondate, reti }, scelta, scrive }: { pagina: PaginaReti; scelta: Ondata; scrive: boolean }) => {
  const sorelle = ondate.filter(({ bandoId }) => bandoId === scelta.bandoId);
  const righe = reti.map((rete) => ({ rete, misure: misureDi(rete, scelta, sorelle) }));
  return (
    <>
      <Statico>
        {ondate.length > 1 && (
          <Schede
            etichetta="Ondate"
            voci={ondate.map((o) => ({ href: routes.rete({ ondata: o.id }), etichetta: nomeOndata(o), attiva: o.id === scelta.id }))}
          />
        )}
        <Sezione
          id="misure"
          titolo={nomeOndata(scelta)}
          nota={`${scelta.bando}. ${scelta.chiusa ? 'Chiusa.' : 'Aperta: i dati possono cambiare.'}${scelta.dimostrativa ? ' Dati dimostrativi.' : ''}`}
        >
          <TabellaMisure righe={righe} ondataId={scelta.id} />
          <p className="hint mt-2">
            I legami di intensità «nessuna» non contano. Salvo la reciprocità, due organizzazioni sono legate se almeno una lo dichiara. Le
            misure dipendono da quante organizzazioni si dichiarano: tra progetti diversi si confrontano con prudenza.
          </p>
          <ScaricaRete ondataId={scelta.id} />
        </Sezione>
      </Statico>
      {scrive && !scelta.chiusa && (
        <div className="mt-4">
          <Dialogo id="chiudi" titolo="Chiudere l’ondata?" apri="Chiudi l’ondata" variante="secondario" taglia={36}>
            <p>I capofila non potranno più cambiare i legami di questa ondata. Non si può riaprire.</p>
            <ModuloAtto action={chiudiOndataAction} nascosti={{ ondataId: scelta.id }} invia="Chiudi l’ondata" />
          </Dialogo>
        </div>
      )}
    </>
  );
};

const Nuova = ({ pagina: { bandi, ondate } }: { pagina: PaginaReti }) => {
  const liberi = bandi.filter(({ id }) => !ondate.some(({ bandoId, chiusa }) => bandoId === id && !chiusa));
  if (liberi.length === 0) return null;
  return (
    <Sezione id="nuova" titolo="Apri un’ondata">
      <ModuloEsame
        action={apriOndataAction}
        nascosti={{}}
        invia="Apri l’ondata"
        variante="secondario"
        gruppi={[
          {
            campi: [
              {
                ...{ tipo: 'scelta', nome: 'bandoId', etichetta: 'Bando', valore: liberi[0]?.id },
                opzioni: liberi.map(({ id, titolo }) => ({ valore: id, etichetta: titolo })),
              },
              {
                ...{ tipo: 'testo', nome: 'mese', etichetta: 'Mese di riferimento', larghezza: 'numero' },
                aiuto: 'Per esempio: 04/2020. La prima ondata, la 0, descrive com’era prima.',
              },
            ],
          },
        ]}
      />
    </Sezione>
  );
};
