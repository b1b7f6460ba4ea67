import type { Metadata } from 'next';
import { ModuloScarica } from '@/components/esportazioni/ModuloScarica';
import { TabelleDizionario } from '@/components/esportazioni/TabelleDizionario';
import { CampoData } from '@/components/forms/CampoTesto';
import { CasellaSpunta } from '@/components/forms/CasellaSpunta';
import { Bottone, LinkBottone } from '@/components/ui/Bottone';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { VERSIONE_DIZIONARIO } from '@/lib/dizionario/contratto';
import { FormatoEsportazione, NOME_FORMATO } from '@/lib/esportazione/schema';
import { dataBreve } from '@/lib/format/data';
import { leggiFiltri } from '@/lib/ricerca/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Dati' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EsportazioniPage({ searchParams }: Props) {
  const attore = await requireLettore('app_ricerca');
  const { filtri } = leggiFiltri(await searchParams, attore.adesso);
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Dati"
        sottotitolo="Tutte le tabelle per la valutazione, con il codebook e gli script per R, Stata, SPSS e Python."
        stato={`Dizionario dei dati, versione ${VERSIONE_DIZIONARIO}. Chiavi e colonne restano le stesse da una rilevazione all’altra.`}
        azioni={<LinkBottone href={routes.istantanee()}>Istantanee</LinkBottone>}
      />
      <Sezione
        id="archivio"
        titolo="Scarica tutto"
        nota="Un archivio zip. I dati sono quelli di adesso: per citarli a lungo congela un’istantanea."
      >
        <ModuloScarica action={routes.scaricaDati()}>
          <CampoData
            nome="data"
            etichetta="Data di riferimento"
            aiuto="Relazioni, classificazione e partecipazioni a questa data. Per esempio 31/03/2020."
            valore={dataBreve(filtri.data)}
          />
          <fieldset className="field">
            <legend>Formati</legend>
            {FormatoEsportazione.options.map((formato) => (
              <CasellaSpunta
                key={formato}
                nome="formato"
                id={`formato-${formato}`}
                valore={formato}
                etichetta={NOME_FORMATO[formato]}
                spuntata
              />
            ))}
          </fieldset>
          <Bottone type="submit" variante="primario" icona="scarica">
            Scarica l’archivio
          </Bottone>
        </ModuloScarica>
      </Sezione>
      <Sezione id="tabelle" titolo="Le tabelle" nota={`Da sola, ogni tabella si scarica al ${dataBreve(filtri.data)}.`}>
        <Statico>
          <TabelleDizionario data={filtri.data} />
        </Statico>
      </Sezione>
      <Sezione id="persone" titolo="Che cosa non esce">
        <ul className="punti">
          <li>Nomi, codici fiscali, pseudonimi e note libere non escono mai.</li>
          <li>Le righe sulle persone sono quelle già rese k-anonime nella pagina «Persone», per semestre di uscita.</li>
          <li>Nei conteggi le celle piccole sono nascoste, e con loro quelle che le farebbero ricavare.</li>
          <li>Ogni scaricamento resta nel registro: chi, quando, che data, quali formati.</li>
        </ul>
      </Sezione>
    </div>
  );
}
