import type { Metadata } from 'next';
import { TabellaAccordo } from '@/components/classificazione/TabellaAccordo';
import { ElencoEstratti } from '@/components/interviste/ElencoEstratti';
import { ElencoInterviste } from '@/components/interviste/ElencoInterviste';
import { FiltriEstratti } from '@/components/interviste/FiltriEstratti';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { PaginaStudio } from '@/components/ricerca/PaginaStudio';
import { Paginazione } from '@/components/ui/Paginazione';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { schemaDeiCodici } from '@/lib/interviste/codici';
import { esitoInterviste, NOME_MODALITA } from '@/lib/interviste/labels';
import { leggiInterviste, type PaginaInterviste } from '@/lib/interviste/queries';
import { DopoIntervista, MODALITA, Ricerca } from '@/lib/interviste/schema';
import { routes } from '@/lib/routes';
import { registraAction } from './actions';

export const metadata: Metadata = { title: 'Interviste' };

export default async function IntervistePage({ searchParams }: PageProps<'/ricerca/interviste'>) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const parametri = await searchParams;
  const ricerca = Ricerca.parse(parametri);
  const pagina = await leggiInterviste(attore, ricerca, DopoIntervista.parse(parametri.da));
  const lavora = attore.lettore === 'app_ricerca';
  return (
    <PaginaStudio
      titolo="Interviste"
      sottotitolo={
        lavora
          ? 'Senza nomi: un numero, un mese, un modo. I brani si codificano in due, si controllano e poi si rilasciano.'
          : 'I brani rilasciati da chi fa ricerca. Chi ha parlato non è scritto da nessuna parte.'
      }
      aperta={routes.interviste()}
      scrive={lavora}
      fatto={esitoInterviste(parametri.esito)}
    >
      <Statico>
        <FiltriEstratti ricerca={ricerca} pagina={pagina} lavora={lavora} />
        {pagina.trovati ? (
          <Trovati trovati={pagina.trovati} ricerca={ricerca} lavora={lavora} />
        ) : (
          <Elenco pagina={pagina} lavora={lavora} />
        )}
        {lavora && !pagina.trovati && pagina.coppie.length > 0 && (
          <TabellaAccordo schema={schemaDeiCodici(pagina.cause)} coppie={pagina.coppie} cosa="estratto" soloUsate />
        )}
      </Statico>
      {lavora && !pagina.trovati && <Nuova pagina={pagina} />}
    </PaginaStudio>
  );
}

type PropsTrovati = { trovati: NonNullable<PaginaInterviste['trovati']>; ricerca: Ricerca; lavora: boolean };

const Trovati = ({ trovati: { righe, dopo }, ricerca, lavora }: PropsTrovati) => (
  <Sezione id="trovati" titolo="Estratti trovati" nota="Dall’ultimo scritto.">
    {righe.length === 0 ? (
      <Vuoto titolo="Nessun estratto con queste parole e questi filtri" azione={<a href={routes.interviste()}>Torna alle interviste</a>}>
        Si cercano parole intere, anche al plurale o coniugate; tra virgolette, una frase.
      </Vuoto>
    ) : (
      <>
        <ElencoEstratti didascalia="Estratti trovati, dall’ultimo scritto" estratti={righe} lavora={lavora} />
        <Paginazione
          da={1}
          a={righe.length}
          nome="estratti"
          totale={ricerca.dopo || dopo ? undefined : righe.length}
          successiva={dopo ? routes.interviste({ ...ricerca, dopo }) : undefined}
        />
      </>
    )}
  </Sezione>
);

const Elenco = ({ pagina: { interviste, prossima }, lavora }: { pagina: PaginaInterviste; lavora: boolean }) =>
  interviste.length === 0 ? (
    <Vuoto titolo={lavora ? 'Nessuna intervista registrata' : 'Nessun estratto rilasciato'}>
      {lavora
        ? 'Registra la prima qui sotto: poi se ne trascrivono i brani.'
        : 'Compariranno quando chi fa ricerca ne avrà rilasciato uno.'}
    </Vuoto>
  ) : (
    <Sezione id="interviste" titolo="Interviste" nota={<a href={routes.interviste({ passo: 'TUTTI' })}>Tutti gli estratti</a>}>
      <ElencoInterviste interviste={interviste} lavora={lavora} />
      {prossima && <Paginazione da={1} a={interviste.length} nome="interviste" successiva={routes.interviste({ da: prossima })} />}
    </Sezione>
  );

const Nuova = ({ pagina: { programmi, progetti } }: { pagina: PaginaInterviste }) => (
  <Sezione id="nuova" titolo="Registra un’intervista" nota="Il nome di chi ha parlato non si scrive: non c’è nemmeno il campo.">
    <ModuloEsame
      action={registraAction}
      nascosti={{}}
      invia="Registra l’intervista"
      gruppi={[
        {
          campi: [
            {
              ...{ tipo: 'scelta', nome: 'programmaId', etichetta: 'Programma', valore: programmi[0]?.id },
              opzioni: programmi.map(({ id, titolo }) => ({ valore: id, etichetta: titolo })),
            },
            { tipo: 'testo', nome: 'numero', etichetta: 'Numero', larghezza: 'numero', aiuto: 'Si citerà come Int. e il numero.' },
            { tipo: 'testo', nome: 'mese', etichetta: 'Mese', larghezza: 'numero', aiuto: 'mm/aaaa' },
            {
              ...{ tipo: 'scelta', nome: 'modalita', etichetta: 'Come si è svolta', vuota: 'Scegli' },
              opzioni: MODALITA.map((modalita) => ({ valore: modalita, etichetta: NOME_MODALITA[modalita] })),
            },
            {
              ...{
                tipo: 'scelta',
                nome: 'progettoId',
                etichetta: 'Progetto di cui parla',
                vuota: 'Il programma intero, o più progetti',
                facoltativo: true,
              },
              opzioni: progetti.map(({ id, codice, titolo }) => ({ valore: id, etichetta: `${codice} ${titolo}` })),
            },
          ],
        },
      ]}
    />
  </Sezione>
);
