import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { quando } from '@/components/controlli/SchedaAccesso';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type IdentitaLetta, leggiIdentita } from '@/lib/controlli/commands/leggiIdentita';
import { leggiControllo } from '@/lib/controlli/queries';
import { statoAccesso } from '@/lib/controlli/regole';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Nomi per un controllo' };

type PropsPagina = { params: Promise<{ id: string }> };

/** Aprire questa pagina è leggere: ogni apertura resta scritta, e l'ente la vede. */
export default async function ControlloPage({ params }: PropsPagina) {
  const attore = await requireLettore('app_regione');
  const id = Uuid.safeParse((await params).id);
  const accesso = id.success ? await leggiControllo(attore, id.data) : null;
  // di chi non l'ha chiesta, e finché non si può leggere, questa pagina non esiste
  if (!accesso || accesso.chiestoDa !== attore.utenteId || statoAccesso(accesso, attore.adesso) !== 'ATTIVO') notFound();
  const persone = await leggiIdentita(attore, accesso.id);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.controlli(), etichetta: 'Controlli sul posto' }, { etichetta: 'Nomi' }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={`Persone seguite da ${accesso.ente}`}
          sottotitolo={accesso.progetto?.titolo}
          stato={<p>{`Si leggono fino a ${quando(accesso.scadeIl)}.`}</p>}
        />
        <Callout tipo="attenzione">Questa lettura è registrata: l’ente vede chi ha letto, quando, perché e quali persone.</Callout>
        {persone.length === 0 ? (
          <Vuoto titolo="Nessuna persona">L’ente non ha ancora registrato persone in questo progetto.</Vuoto>
        ) : (
          <Nomi persone={persone} />
        )}
      </div>
    </>
  );
}

const Nomi = ({ persone }: { persone: IdentitaLetta[] }) => (
  <Tabella didascalia="Persone seguite" colonne={[{ etichetta: 'Cognome e nome' }, { etichetta: 'Codice fiscale' }]}>
    {persone.map(({ personaId, cognome, nome, codiceFiscale }) => (
      <Riga key={personaId}>
        <CellaTitolo>{`${cognome} ${nome}`}</CellaTitolo>
        <Cella etichetta="Codice fiscale">{codiceFiscale ?? 'senza codice fiscale'}</Cella>
      </Riga>
    ))}
  </Tabella>
);
