import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BadgeDimostrativo, BadgePasso } from '@/components/interviste/BadgePasso';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { FattiChiave } from '@/components/ui/FattiChiave';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { vociScritte } from '@/lib/classificazione/voci';
import { dataLunga } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { schemaDeiCodici } from '@/lib/interviste/codici';
import { esitoInterviste, NOME_FASE, nomeIntervista, quandoECome } from '@/lib/interviste/labels';
import { leggiEstratto, type PaginaEstratto } from '@/lib/interviste/queries';
import { routes } from '@/lib/routes';
import { Codifica } from './Codifica';
import { Controllo } from './Controllo';
import { Rilascio } from './Rilascio';

export const metadata: Metadata = { title: 'Estratto di intervista' };

export default async function EstrattoPage({ params, searchParams }: PageProps<'/ricerca/interviste/estratti/[estrattoId]'>) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const id = Uuid.safeParse((await params).estrattoId);
  const estratto = id.success ? await leggiEstratto(attore, id.data) : null;
  if (!estratto) notFound();
  const fatto = esitoInterviste((await searchParams).esito);
  const { intervista, progetto, passo, dimostrativo, lavoro } = estratto;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.interviste(), etichetta: 'Interviste' },
          { href: routes.intervista(intervista.id), etichetta: nomeIntervista(intervista.numero) },
          { etichetta: 'Estratto' },
        ]}
      />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={`Estratto di ${nomeIntervista(intervista.numero)}`}
          sottotitolo={`${progetto.codice} ${progetto.titolo}`}
          stato={
            <>
              {lavoro && <BadgePasso passo={passo} />} {dimostrativo && <BadgeDimostrativo />}
            </>
          }
        />
        <Fatto>{fatto}</Fatto>
        <Statico>
          <Brano estratto={estratto} />
        </Statico>
        {lavoro && (
          <>
            <Controllo estratto={estratto} lavoro={lavoro} />
            <Codifica estratto={estratto} lavoro={lavoro} />
            <Rilascio estratto={estratto} lavoro={lavoro} />
          </>
        )}
      </div>
    </>
  );
}

const Brano = ({ estratto }: { estratto: PaginaEstratto }) => {
  const { testo, azione, fase, intervista, scrittoIl, rilasciatoIl, decisioni, cause } = estratto;
  const inVigore = decisioni.find(({ sostituitaIl }) => sostituitaIl === null);
  return (
    <Sezione id="brano" titolo="Brano">
      <blockquote className="max-w-3xl whitespace-pre-line">{testo}</blockquote>
      <div className="mt-4">
        <FattiChiave
          fatti={[
            { termine: 'Intervista', valore: quandoECome(intervista) },
            { termine: 'Azione', valore: azione ? `${azione.codice} ${azione.titolo}` : 'il progetto intero' },
            { termine: 'Fase', valore: fase ? NOME_FASE[fase] : 'non si capisce' },
            { termine: 'Codici', valore: inVigore ? vociScritte(schemaDeiCodici(cause), inVigore.codici) : 'non ancora decisi' },
            { termine: rilasciatoIl ? 'Rilasciato il' : 'Scritto il', valore: dataLunga(rilasciatoIl ?? scrittoIl) },
          ]}
        />
      </div>
    </Sezione>
  );
};
