import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Sezione } from '@/components/ui/Sezione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { differenze } from '@/lib/bandi/diff';
import { leggiNuovaVersione } from '@/lib/bandi/queriesDomanda';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { aggiornaAction } from './actions';

export const metadata: Metadata = { title: 'Nuova versione del bando' };

/** Che cosa è cambiato nel bando da quando la domanda è stata aperta; il capofila la porta alla versione nuova. */
export default async function NuovaVersionePage({ params }: PageProps<'/progetti/[id]/nuova-versione'>) {
  const attore = await requireLettore('app_ente');
  const id = Uuid.safeParse((await params).id);
  const versione = id.success ? await leggiNuovaVersione(attore, id.data) : null;
  if (!versione || !id.data) notFound();
  const { titolo, stato, capofila, da, a } = versione;
  const inBozza = stato === 'IDEA_BOZZA' || stato === 'PROGETTO_BOZZA';
  return (
    <>
      <Breadcrumb voci={[{ href: routes.progetto(id.data), etichetta: titolo }, { etichetta: 'Nuova versione del bando' }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Nuova versione del bando"
          sottotitolo={`La domanda segue la versione ${da.numero}; l’ultima pubblicata è la ${a.numero}.`}
        />
        {da.numero === a.numero ? (
          <Callout tipo="successo">La domanda usa già l’ultima versione del bando.</Callout>
        ) : (
          <>
            {a.nota && <Callout titolo="La Regione scrive:">{a.nota}</Callout>}
            <Sezione id="cambia" titolo="Che cosa cambia">
              <ul className="prose">
                {differenze(da.configurazione, a.configurazione).map((frase) => (
                  <li key={frase}>{frase}</li>
                ))}
              </ul>
            </Sezione>
            {inBozza && capofila && attore.ruolo === 'REFERENTE' ? (
              <>
                <p>Nessun testo si perde: ciò che non ha più un campo resta leggibile nella sua sezione, da copiare dove serve.</p>
                <ModuloAtto action={aggiornaAction} nascosti={{ progettoId: id.data }} invia={`Passa alla versione ${a.numero}`} />
              </>
            ) : (
              <Callout>
                {inBozza
                  ? 'Può portare la domanda alla versione nuova il referente dell’ente capofila.'
                  : 'La domanda non è in bozza: tiene la versione con cui è stata presentata.'}
              </Callout>
            )}
          </>
        )}
      </div>
    </>
  );
}
