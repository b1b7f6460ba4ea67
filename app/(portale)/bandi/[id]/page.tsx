import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StatoDelBando } from '@/components/bandi/StatoDelBando';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Schede } from '@/components/ui/Schede';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { messaggioEsito } from '@/lib/bandi/esiti';
import { PARTI, type Parte } from '@/lib/bandi/parti';
import { leggiBando } from '@/lib/bandi/queriesBozza';
import { puoConfigurare, RUOLO_CHE_CONFIGURA } from '@/lib/bandi/ruolo';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { editorDi } from './editor';
import { ParteBando } from './ParteBando';

export const metadata: Metadata = { title: 'Configurazione del bando' };

const Domanda = z.object({
  parte: z.enum(Object.keys(PARTI) as [Parte, ...Parte[]]).catch('dati'),
  sezione: z.string().max(60).optional().catch(undefined),
  elenco: z.string().max(60).optional().catch(undefined),
  voce: z.string().max(60).optional().catch(undefined),
  nuova: z.string().max(5).optional().catch(undefined),
  esito: z.string().max(30).optional().catch(undefined),
});

export default async function BandoPage({ params, searchParams }: PageProps<'/bandi/[id]'>) {
  const attore = await requireLettore('app_regione');
  const id = Uuid.safeParse((await params).id);
  const bando = id.success ? await leggiBando(attore, id.data) : null;
  if (!bando) notFound(); // assente e di un'altra Regione sono la stessa cosa
  const domanda = Domanda.parse(await searchParams);
  const editor = editorDi(bando, puoConfigurare(attore.ruolo));
  const fatto = messaggioEsito(domanda.esito);
  const versione = bando.versioni[0]?.numero ?? null;
  const parti = Object.entries(PARTI).filter(([p]) => p !== 'importi' || editor.configurazione.tipo === 'NON_COMPETITIVO');
  return (
    <>
      <Breadcrumb voci={[{ href: routes.bandi(), etichetta: 'Bandi' }, { etichetta: editor.configurazione.titolo }]} />
      <div className="wrap wrap--wide">
        <TitoloPagina
          sottoPercorso
          titolo={editor.configurazione.titolo}
          stato={
            <>
              <StatoDelBando versione={versione} passi={bando.passi} adesso={attore.adesso} />
              <span className="small second">
                {bando.codice}, {bando.programma}. {versione === null ? 'Mai pubblicato.' : `Ultima versione pubblicata: ${versione}.`}
              </span>
              <a className="small" href={routes.sospensioniBando(bando.id)}>
                Sospendi o fai riprendere i progetti
              </a>
            </>
          }
          azioni={
            <>
              <LinkBottone href={routes.anteprimaBando(bando.id, { fase: 'IDEA' })}>Anteprima</LinkBottone>
              {versione !== null && <LinkBottone href={routes.graduatoria(bando.id)}>Graduatoria</LinkBottone>}
            </>
          }
        />
        <Fatto>{fatto}</Fatto>
        {!editor.scrive && <Callout>Puoi leggere questa configurazione. Per modificarla {RUOLO_CHE_CONFIGURA}</Callout>}
        <Schede
          etichetta="Parti del bando"
          voci={parti.map(([parte, etichetta]) => ({
            href: routes.bando(bando.id, { parte }),
            etichetta,
            attiva: parte === domanda.parte,
          }))}
        />
        <ParteBando bando={bando} editor={editor} domanda={domanda} />
      </div>
    </>
  );
}
