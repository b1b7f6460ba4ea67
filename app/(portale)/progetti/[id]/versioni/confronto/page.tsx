import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { ScegliConfronto } from '@/components/versioni/ScegliConfronto';
import { SezioneConfrontata } from '@/components/versioni/SezioneConfrontata';
import { routes } from '@/lib/routes';
import { confrontaVersioni } from '@/lib/versioni/confronto';
import { alSecondo, etichettaVersione, nomeVersione } from '@/lib/versioni/labels';
import { leggiVersioni, type VersioneIntera } from '@/lib/versioni/queries';
import { numeroDi, versioniDellIndirizzo } from '../versione';

export const metadata: Metadata = { title: 'Confronto tra versioni' };

const descrizione = (versione: VersioneIntera): string =>
  `versione ${versione.numero} (${nomeVersione(versione)}, ${etichettaVersione(versione).testo.toLowerCase()}, ${alSecondo(new Date(versione.creataIl))})`;

export default async function ConfrontoPage({ params, searchParams }: PageProps<'/progetti/[id]/versioni/confronto'>) {
  const { id } = await params;
  const { da, a } = await searchParams;
  const { attore, progetto, versioni } = await versioniDellIndirizzo(id, [numeroDi(da), numeroDi(a)]);
  const [prima, ora] = versioni;
  if (!prima || !ora) notFound();
  const diverse = confrontaVersioni(prima, ora, progetto.nomi);
  const tutte = await leggiVersioni(attore, id);
  return (
    <Statico>
      <Breadcrumb
        voci={[
          { href: routes.progetto(id), etichetta: progetto.titolo },
          { href: routes.versioni(id), etichetta: 'Versioni' },
          { etichetta: 'Confronto' },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={`Dalla versione ${prima.numero} alla versione ${ora.numero}`}
          sottotitolo={progetto.titolo}
          stato={
            <span className="small second">
              Dalla {descrizione(prima)} alla {descrizione(ora)}.
            </span>
          }
        />
        <ScegliConfronto progettoId={id} versioni={tutte?.versioni ?? []} da={prima.numero} a={ora.numero} />
        {diverse.length === 0 ? (
          <Vuoto titolo="Nessuna differenza">Le due versioni dicono le stesse cose.</Vuoto>
        ) : (
          diverse.map((sezione) => <SezioneConfrontata key={sezione.chiave} sezione={sezione} />)
        )}
      </div>
    </Statico>
  );
}
