import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FileIstantanea } from '@/components/esportazioni/FileIstantanea';
import { ModuloScarica } from '@/components/esportazioni/ModuloScarica';
import { Bottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { peso } from '@/lib/documenti/nome';
import { env } from '@/lib/env';
import { citazione } from '@/lib/esportazione/leggimi';
import { dataEOra, dataLunga, giornoDi } from '@/lib/format/data';
import { leggiIstantanea } from '@/lib/istantanee/queries';
import { NumeroIstantanea } from '@/lib/istantanee/schema';
import { routes } from '@/lib/routes';

export const metadata: Metadata = { title: 'Istantanea' };

type Props = { params: Promise<{ numero: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const ESITI: Record<string, string> = {
  congelata: 'Dati congelati: questa istantanea resterà com’è.',
  gia: 'Questi dati erano già congelati: l’istantanea è questa.',
};

export default async function IstantaneaPage({ params, searchParams }: Props) {
  const attore = await requireLettore('app_ricerca');
  const numero = NumeroIstantanea.safeParse((await params).numero);
  const pagina = numero.success ? await leggiIstantanea(attore, numero.data) : null;
  if (!pagina) notFound();
  const esito = ESITI[String((await searchParams).esito)];
  const congelata = new Date(pagina.creataIl);
  const citata = citazione({
    ...{ regione: attore.regioneNome, data: pagina.data, estratto: giornoDi(congelata), istantanea: pagina.numero },
    indirizzo: `${env().NEXTAUTH_URL}${routes.istantanea(pagina.numero)}`,
  });
  return (
    <>
      <Breadcrumb
        voci={[
          { etichetta: 'Dati', href: routes.esportazioni() },
          { etichetta: 'Istantanee', href: routes.istantanee() },
          { etichetta: `Istantanea ${pagina.numero}` },
        ]}
      />
      <div className="wrap">
        <TitoloPagina sottoPercorso titolo={`Istantanea ${pagina.numero}`} sottotitolo={`Dati al ${dataLunga(pagina.data)}.`} />
        <Fatto>{esito}</Fatto>
        <Sezione id="versione" titolo="Versione">
          <ElencoChiave
            voci={[
              { termine: 'Congelata', valore: dataEOra(congelata) },
              { termine: 'Da', valore: pagina.autore ?? 'Non più nel portale' },
              { termine: 'Dizionario dei dati', valore: `versione ${pagina.dizionario}` },
              { termine: 'Impronta dei dati (SHA-256)', valore: <code className="break-all">{pagina.impronta}</code> },
            ]}
          />
        </Sezione>
        <Sezione id="citazione" titolo="Come si cita">
          <p className="break-words">{citata}</p>
        </Sezione>
        <Sezione
          id="scarica"
          titolo="Scarica"
          nota={`${pagina.file.length} file, ${peso(pagina.file.reduce((tutti, { byte }) => tutti + byte, 0))}. Sempre gli stessi byte.`}
        >
          <ModuloScarica action={routes.scaricaIstantanea(pagina.numero)} riprende>
            <Bottone type="submit" variante="primario" icona="scarica">
              Scarica l’istantanea
            </Bottone>
          </ModuloScarica>
        </Sezione>
        <Sezione id="file" titolo="I file">
          <Statico>
            <FileIstantanea numero={pagina.numero} file={pagina.file} />
          </Statico>
        </Sezione>
        {pagina.altre.length > 0 && (
          <Sezione
            id="confronta"
            titolo="Confronta"
            nota="Quali righe sono nuove, tolte o cambiate in questa istantanea rispetto a un’altra."
          >
            <ul className="punti">
              {pagina.altre.map((altra) => (
                <li key={altra}>
                  <a href={routes.confrontoIstantanee(altra, pagina.numero)}>{`Con l’istantanea ${altra}`}</a>
                </li>
              ))}
            </ul>
          </Sezione>
        )}
      </div>
    </>
  );
}
