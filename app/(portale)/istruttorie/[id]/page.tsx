import type { Metadata } from 'next';
import { ElencoDecisioni } from '@/components/istruttoria/ElencoDecisioni';
import { ElencoRichieste } from '@/components/istruttoria/ElencoRichieste';
import { Badge } from '@/components/ui/Badge';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { messaggioEsame } from '@/lib/istruttoria/esiti';
import { IN_ISTRUTTORIA } from '@/lib/istruttoria/regole';
import { ETICHETTA_PROGETTO } from '@/lib/progetti/labels';
import { routes } from '@/lib/routes';
import { Assegnazione } from './Assegnazione';
import { Esito } from './Esito';
import { esameDellIndirizzo } from './esame';
import { Fatti } from './Fatti';
import { NuoveRichieste } from './NuoveRichieste';
import { Verifiche } from './Verifiche';

export const metadata: Metadata = { title: 'Istruttoria' };

export default async function IstruttoriaPage({ params, searchParams }: PageProps<'/istruttorie/[id]'>) {
  const { attore, esame, configurazione } = await esameDellIndirizzo((await params).id);
  const fatto = messaggioEsame((await searchParams).esito);
  const etichetta = ETICHETTA_PROGETTO[esame.stato];
  const inIstruttoria = IN_ISTRUTTORIA.includes(esame.stato);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.istruttorie(), etichetta: 'Domande' }, { etichetta: esame.titolo }]} />
      <div className="wrap wrap--wide">
        <TitoloPagina
          sottoPercorso
          titolo={esame.titolo}
          stato={
            <>
              <Badge famiglia={etichetta.famiglia} icona={etichetta.icona}>
                {etichetta.testo}
              </Badge>
              <span className="small second">
                <a href={routes.progetto(esame.id)}>{esame.codice}</a>, {esame.bando.titolo}
              </span>
            </>
          }
          azioni={<LinkBottone href={routes.decisione(esame.id)}>Vai alla decisione</LinkBottone>}
        />
        <Fatto>{fatto}</Fatto>
        <div className="with-rail with-rail--review">
          <div>
            <Verifiche esame={esame} configurazione={configurazione} attore={attore} />
            {inIstruttoria && attore.ruolo === 'ISTRUTTORE' && (
              <NuoveRichieste esame={esame} configurazione={configurazione} adesso={attore.adesso} />
            )}
            <Statico>
              <Sezione id="richieste" titolo="Richieste all’ente">
                {esame.richieste.length === 0 && <p className="second">Nessuna richiesta.</p>}
                <ElencoRichieste richieste={esame.richieste} sezioni={configurazione.sezioni} adesso={attore.adesso} />
              </Sezione>
              <Sezione id="decisioni" titolo="Esiti e decisioni">
                {esame.decisioni.length === 0 && <p className="second">Nessuna decisione.</p>}
                <ElencoDecisioni progettoId={esame.id} decisioni={esame.decisioni} />
              </Sezione>
            </Statico>
          </div>
          <aside className="rail" aria-label="Fatti e istruttore">
            <Statico>
              <Fatti esame={esame} />
            </Statico>
            <Assegnazione esame={esame} attore={attore} />
          </aside>
        </div>
      </div>
      <Esito esame={esame} configurazione={configurazione} attore={attore} />
    </>
  );
}
