import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Badge } from '@/components/ui/Badge';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { SezioneVersione } from '@/components/versioni/SezioneVersione';
import { peso } from '@/lib/documenti/nome';
import { routes } from '@/lib/routes';
import { alSecondo, autoreVersione, etichettaVersione, nomeVersione } from '@/lib/versioni/labels';
import type { VersioneIntera } from '@/lib/versioni/queries';
import { vistaDi } from '@/lib/versioni/vista';
import { numeroDi, versioniDellIndirizzo } from '../versione';

export const metadata: Metadata = { title: 'Versione' };

export default async function VersionePage({ params }: PageProps<'/progetti/[id]/versioni/[numero]'>) {
  const { id, numero } = await params;
  const { progetto, versioni } = await versioniDellIndirizzo(id, [numeroDi(numero)]);
  const [versione] = versioni;
  if (!versione) notFound();
  const { testo, famiglia, icona } = etichettaVersione(versione);
  return (
    <Statico>
      <Breadcrumb
        voci={[
          { href: routes.progetto(id), etichetta: progetto.titolo },
          { href: routes.versioni(id), etichetta: 'Versioni' },
          { etichetta: `Versione ${versione.numero}` },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={`Versione ${versione.numero}: ${versione.contenuto.titolo}`}
          azioni={
            <>
              <LinkBottone href={routes.ricevuta(id, versione.numero)} scarica taglia={36} icona="scarica">
                Ricevuta
              </LinkBottone>
              <LinkBottone href={routes.domandaPdf(id, versione.numero)} scarica taglia={36} icona="scarica">
                Domanda in PDF
              </LinkBottone>
            </>
          }
          stato={
            <>
              <Badge famiglia={famiglia} icona={icona}>
                {testo}
              </Badge>
              <span className="small second">
                {nomeVersione(versione)}, {alSecondo(new Date(versione.creataIl))}. Resta com’era: non si può cambiare.
              </span>
            </>
          }
        />
        <div className="with-rail">
          <div>
            {vistaDi(versione.configurazione, versione.contenuto, progetto.nomi).map((sezione) => (
              <SezioneVersione key={sezione.chiave} sezione={sezione} />
            ))}
          </div>
          <Fatti progettoId={id} versione={versione} />
        </div>
      </div>
    </Statico>
  );
}

const Fatti = ({ progettoId, versione }: { progettoId: string; versione: VersioneIntera }) => {
  const { contenuto, numero, protocollo, sha256, richiesta } = versione;
  return (
    <aside className="rail" aria-label="Fatti della versione">
      <section>
        <h2>Deposito</h2>
        <ElencoChiave
          voci={[
            { termine: 'Da', valore: autoreVersione(versione) },
            { termine: 'Protocollo', valore: protocollo },
            { termine: 'Bando', valore: contenuto.bando.titolo },
          ]}
        />
        <h3 className="pt-4">Impronta SHA-256</h3>
        <p className="mono small break-all">{sha256}</p>
        {richiesta && (
          <p className="small pt-4">
            <a href={routes.modifica(progettoId, richiesta.id)}>La richiesta di modifica n. {richiesta.numero}</a>
          </p>
        )}
        {numero > 1 && (
          <p className="small pt-4">
            <a href={routes.confrontoVersioni(progettoId, { da: numero - 1, a: numero })}>
              Che cosa è cambiato dalla versione {numero - 1}
            </a>
          </p>
        )}
      </section>
      <section>
        <h2>Enti</h2>
        <ul className="small">
          {contenuto.partner.map(({ organizzazioneId, denominazione, ruolo }) => (
            <li key={organizzazioneId}>{ruolo === 'CAPOFILA' ? <b>{denominazione}, capofila</b> : denominazione}</li>
          ))}
        </ul>
      </section>
      {contenuto.documenti.length > 0 && (
        <Sezione id="documenti" titolo="Documenti">
          <ul className="small">
            {contenuto.documenti.map((documento) => (
              <li key={documento.id}>
                <a href={routes.scaricaDocumento(progettoId, documento.id)} download>
                  {documento.nome}
                </a>{' '}
                <span className="muted">{peso(documento.byte)}</span>
              </li>
            ))}
          </ul>
        </Sezione>
      )}
    </aside>
  );
};
