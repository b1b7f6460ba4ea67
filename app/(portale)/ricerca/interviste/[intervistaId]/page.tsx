import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Selezione } from '@/components/forms/Selezione';
import { BadgeDimostrativo } from '@/components/interviste/BadgePasso';
import { ElencoEstratti } from '@/components/interviste/ElencoEstratti';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Bottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { meseBreve } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { esitoInterviste, NOME_FASE, NOME_MODALITA, nomeIntervista, quandoECome } from '@/lib/interviste/labels';
import { leggiIntervista, type PaginaIntervista } from '@/lib/interviste/queries';
import { FASI, MASSIMO_TESTO, MODALITA } from '@/lib/interviste/schema';
import { routes } from '@/lib/routes';
import { correggiIntervistaAction, scriviAction } from '../actions';

export const metadata: Metadata = { title: 'Intervista' };

export default async function IntervistaPage({ params, searchParams }: PageProps<'/ricerca/interviste/[intervistaId]'>) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const [id, domanda] = [Uuid.safeParse((await params).intervistaId), await searchParams];
  const progetto = z
    .uuid()
    .nullable()
    .catch(null)
    .parse(domanda.progetto ?? null);
  const intervista = id.success ? await leggiIntervista(attore, id.data, progetto) : null;
  if (!intervista) notFound();
  const fatto = esitoInterviste(domanda.esito);
  const lavora = attore.lettore === 'app_ricerca';
  return (
    <>
      <Breadcrumb voci={[{ href: routes.interviste(), etichetta: 'Interviste' }, { etichetta: nomeIntervista(intervista.numero) }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo={`${nomeIntervista(intervista.numero)}: ${quandoECome(intervista)}`}
          sottotitolo={intervista.progetto ? `${intervista.progetto.codice} ${intervista.progetto.titolo}` : intervista.programma}
          stato={intervista.dimostrativa && <BadgeDimostrativo />}
        />
        <Fatto>{fatto}</Fatto>
        <Statico>
          <Sezione id="estratti" titolo="Estratti">
            {intervista.estratti.length === 0 ? (
              <Vuoto titolo="Nessun estratto">
                {lavora
                  ? 'Trascrivi qui sotto il primo brano: si codifica in due, poi si rilascia.'
                  : 'Chi fa ricerca non ne ha ancora rilasciati.'}
              </Vuoto>
            ) : (
              <ElencoEstratti
                didascalia={`Estratti di ${nomeIntervista(intervista.numero)}`}
                estratti={intervista.estratti}
                lavora={lavora}
              />
            )}
          </Sezione>
        </Statico>
        {lavora && <Nuovo intervista={intervista} />}
        {lavora && <Correggi intervista={intervista} />}
      </div>
    </>
  );
}

const Nuovo = ({ intervista: { id, progetti, scelto } }: { intervista: PaginaIntervista }) => (
  <Sezione id="nuovo" titolo="Aggiungi un estratto" nota="Niente nomi: chi ha parlato non si deve riconoscere.">
    <form action={routes.intervista(id)} method="get" className="mb-4 grid grid-cols-1 gap-4 sm:flex sm:flex-wrap sm:items-end">
      <Selezione
        nome="progetto"
        etichetta="Progetto di cui si parla"
        vuota="Scegli"
        valore={scelto?.id}
        opzioni={progetti.map((p) => ({ valore: p.id, etichetta: `${p.codice} ${p.titolo}` }))}
      />
      <div>
        <Bottone type="submit">{scelto ? 'Cambia progetto' : 'Scegli il progetto'}</Bottone>
      </div>
    </form>
    {scelto ? (
      <Brano intervistaId={id} scelto={scelto} />
    ) : (
      <p className="hint">Scegli il progetto: poi si scrive il brano, anche su una sua azione.</p>
    )}
  </Sezione>
);

const Brano = ({ intervistaId, scelto: { id, azioni } }: { intervistaId: string; scelto: NonNullable<PaginaIntervista['scelto']> }) => (
  <ModuloEsame
    key={id}
    action={scriviAction}
    nascosti={{ intervistaId, progettoId: id }}
    invia="Salva l’estratto"
    gruppi={[
      {
        campi: [
          {
            ...{ tipo: 'scelta', nome: 'azioneId', etichetta: 'Azione', vuota: 'Il progetto intero', facoltativo: true },
            opzioni: azioni.map((a) => ({ valore: a.id, etichetta: `${a.codice} ${a.titolo}` })),
          },
          {
            ...{ tipo: 'scelta', nome: 'fase', etichetta: 'Fase di cui si parla', vuota: 'Non si capisce', facoltativo: true },
            opzioni: FASI.map((fase) => ({ valore: fase, etichetta: NOME_FASE[fase] })),
          },
          {
            ...{ tipo: 'area', nome: 'testo', etichetta: 'Brano', massimo: MASSIMO_TESTO, righe: 6 },
            aiuto: 'Togli nomi, recapiti, età e tutto ciò che dice chi è qualcuno: […] al loro posto.',
          },
        ],
      },
    ]}
  />
);

const Correggi = ({ intervista: { id, mese, modalita } }: { intervista: PaginaIntervista }) => (
  <Sezione id="dati" titolo="Quando e come">
    <ModuloEsame
      action={correggiIntervistaAction}
      nascosti={{ intervistaId: id }}
      invia="Salva"
      variante="secondario"
      taglia={36}
      gruppi={[
        {
          campi: [
            { tipo: 'testo', nome: 'mese', etichetta: 'Mese', larghezza: 'numero', aiuto: 'mm/aaaa', valore: mese ? meseBreve(mese) : '' },
            {
              ...{ tipo: 'scelta', nome: 'modalita', etichetta: 'Come si è svolta', vuota: 'Scegli', valore: modalita ?? '' },
              opzioni: MODALITA.map((scelta) => ({ valore: scelta, etichetta: NOME_MODALITA[scelta] })),
            },
          ],
        },
      ]}
    />
  </Sezione>
);
