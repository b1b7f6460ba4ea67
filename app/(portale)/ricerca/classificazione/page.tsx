import type { Metadata } from 'next';
import { SchedaSchema } from '@/components/classificazione/SchedaSchema';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { PaginaStudio } from '@/components/ricerca/PaginaStudio';
import { Sezione } from '@/components/ui/Sezione';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoClassificazione } from '@/lib/classificazione/labels';
import { CODICI_MODELLO, TITOLO_MODELLO } from '@/lib/classificazione/modelli';
import { leggiSchemi, type PaginaSchemi, type SchemaElencato } from '@/lib/classificazione/queries';
import { routes } from '@/lib/routes';
import { adottaAction, apriAction, creaAction } from './actions';

export const metadata: Metadata = { title: 'Classificazione' };

export default async function ClassificazionePage({ searchParams }: PageProps<'/ricerca/classificazione'>) {
  const attore = await requireLettore('app_ricerca', 'app_regione');
  const pagina = await leggiSchemi(attore);
  const { esito } = await searchParams;
  const scrive = attore.lettore === 'app_ricerca';
  return (
    <PaginaStudio
      titolo="Classificazione"
      sottotitolo="Due persone codificano gli stessi progetti senza vedersi; poi si misura l’accordo e si decide, con il motivo."
      aperta={routes.classificazione()}
      scrive={scrive}
      fatto={esitoClassificazione(esito)}
    >
      {pagina.schemi.length === 0 && (
        <Vuoto titolo="Nessuno schema">
          {scrive ? 'Adotta uno schema pronto o scrivine uno: poi si apre una tornata.' : 'Gli schemi li scrive chi fa ricerca.'}
        </Vuoto>
      )}
      {pagina.schemi.map((schema, n) => (
        <SchedaSchema key={schema.id} schema={schema} apribili={scrive}>
          {scrive && eUltima(pagina, n) && <Apri bandi={pagina.bandi} schema={schema} />}
        </SchedaSchema>
      ))}
      {scrive && <Nuovo />}
    </PaginaStudio>
  );
}

/** Le tornate nuove si aprono con l'ultima versione: viene prima delle altre con lo stesso codice. */
const eUltima = ({ schemi }: PaginaSchemi, n: number): boolean => schemi.findIndex(({ codice }) => codice === schemi[n]?.codice) === n;

const Apri = ({ bandi, schema }: { bandi: PaginaSchemi['bandi']; schema: SchemaElencato }) => {
  // una tornata aperta per schema e bando
  const liberi = bandi.filter(({ id }) => !schema.tornate.some(({ bandoId, svelataIl }) => bandoId === id && svelataIl === null));
  if (bandi.length === 0) return <p className="hint mt-3">Una tornata si apre quando un bando ha progetti approvati.</p>;
  if (liberi.length === 0) return null;
  return (
    <div className="mt-4">
      <ModuloEsame
        action={apriAction}
        nascosti={{ schemaId: schema.id }}
        invia="Apri una tornata"
        variante="secondario"
        taglia={36}
        gruppi={[
          {
            campi: [
              {
                ...{ tipo: 'scelta', nome: 'bandoId', etichetta: 'Bando', valore: liberi[0]?.id },
                opzioni: liberi.map(({ id, titolo }) => ({ valore: id, etichetta: titolo })),
              },
            ],
          },
        ]}
      />
    </div>
  );
};

const Nuovo = () => (
  <Sezione id="nuovo" titolo="Altri schemi">
    <ModuloEsame
      action={adottaAction}
      nascosti={{}}
      invia="Adotta lo schema"
      variante="secondario"
      taglia={36}
      gruppi={[
        {
          campi: [
            {
              ...{ tipo: 'scelta', nome: 'modello', etichetta: 'Schema pronto', vuota: 'Scegli' },
              opzioni: CODICI_MODELLO.map((codice) => ({ valore: codice, etichetta: TITOLO_MODELLO[codice] })),
            },
          ],
        },
      ]}
    />
    <details className="figtab">
      <summary>Scrivi uno schema</summary>
      <ModuloEsame action={creaAction} nascosti={{}} invia="Registra lo schema" gruppi={[{ campi: CAMPI_SCHEMA }]} />
    </details>
  </Sezione>
);

const CAMPI_SCHEMA: Parameters<typeof ModuloEsame>[0]['gruppi'][number]['campi'] = [
  {
    tipo: 'testo',
    nome: 'titolo',
    etichetta: 'Titolo',
    aiuto: 'Con lo stesso titolo di uno schema già scritto se ne fa una versione nuova.',
  },
  { tipo: 'area', nome: 'descrizione', etichetta: 'A che cosa serve', massimo: 2000, righe: 2, facoltativo: true },
  {
    ...{ tipo: 'risposta', nome: 'esclusivo', etichetta: 'Quante voci per progetto', valore: 'no' },
    opzioni: [
      { valore: 'no', etichetta: 'Anche più d’una' },
      { valore: 'si', etichetta: 'Una sola' },
    ],
  },
  {
    ...{ tipo: 'area', nome: 'voci', etichetta: 'Voci, una per riga', massimo: 8000, righe: 8 },
    aiuto: 'Codice; etichetta; definizione. Per esempio: A1; Sportelli di ascolto; luoghi in cui ci si presenta senza appuntamento',
  },
];
