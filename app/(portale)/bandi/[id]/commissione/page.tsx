import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { ModuloNomina } from '@/components/valutazione/ModuloNomina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { Uuid } from '@/lib/format/uuid';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { routes } from '@/lib/routes';
import { messaggioEsito } from '@/lib/valutazione/esiti';
import { type Commissione, leggiCommissione } from '@/lib/valutazione/queriesCommissione';
import { FASI_VALUTATE, type FaseValutata } from '@/lib/valutazione/schema';
import { nominaAction } from './actions';
import { Membri } from './Membri';

export const metadata: Metadata = { title: 'Commissione di valutazione' };

export default async function CommissionePage({ params, searchParams }: PageProps<'/bandi/[id]/commissione'>) {
  const attore = await requireLettore('app_regione');
  const id = Uuid.safeParse((await params).id);
  const commissione = id.success ? await leggiCommissione(attore, id.data) : null;
  if (!commissione) notFound();
  const { esito } = await searchParams;
  const fatto = messaggioEsito(typeof esito === 'string' ? esito : undefined);
  const nomina = attore.ruolo === 'DIRIGENTE';
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.bandi(), etichetta: 'Bandi' },
          { href: routes.bando(commissione.id), etichetta: commissione.titolo },
          { etichetta: 'Commissione' },
        ]}
      />
      <div className="wrap wrap--wide">
        <TitoloPagina
          sottoPercorso
          titolo="Commissione di valutazione"
          sottotitolo="Per ogni fase almeno due persone, una che presiede. Ciascuna dichiara se ha conflitti prima di aprire una domanda e valuta senza vedere gli altri."
        />
        <Fatto>{fatto}</Fatto>
        {!commissione.griglia && <Callout tipo="attenzione">Il bando non ha ancora una griglia di valutazione pubblicata.</Callout>}
        {!nomina && <Callout>La commissione la nomina un dirigente della Regione.</Callout>}
        {FASI_VALUTATE.map((fase) => (
          <FaseCommissione key={fase} commissione={commissione} fase={fase} nomina={nomina} />
        ))}
      </div>
    </>
  );
}

const TITOLI: Record<FaseValutata, string> = { IDEA: 'Idea progettuale', PROGETTO: 'Progetto definitivo' };

const FaseCommissione = ({ commissione, fase, nomina }: { commissione: Commissione; fase: FaseValutata; nomina: boolean }) => {
  const membri = commissione.membri.filter((m) => m.fase === fase);
  const presenti = new Set(membri.map(({ utenteId }) => utenteId));
  const persone = commissione.persone
    .filter(({ utenteId }) => !presenti.has(utenteId))
    .map(({ utenteId, nome, ruoli }) => ({ valore: utenteId, etichetta: `${nome} (${ruoli.map(nomeRuolo).join(', ')})` }));
  const attivi = membri.filter((m) => !m.esoneratoIl);
  const manca =
    attivi.length < 2 ? 'Mancano commissari: ne servono almeno due.' : attivi.some((m) => m.presidente) ? '' : 'Manca chi presiede.';
  return (
    <Sezione id={`fase-${fase}`} titolo={TITOLI[fase]} nota={manca || undefined}>
      {membri.length === 0 ? (
        <p className="second">Nessuno è ancora nominato.</p>
      ) : (
        <Membri bandoId={commissione.id} membri={membri} nomina={nomina} persone={persone} />
      )}
      {nomina && (
        <details className="chiedi" open={attivi.length < 2}>
          <summary>Nomina una persona</summary>
          <ModuloNomina
            action={nominaAction}
            bandoId={commissione.id}
            fase={fase}
            persone={persone}
            senzaPresidente={!membri.some((m) => m.presidente)}
          />
        </details>
      )}
    </Sezione>
  );
};
