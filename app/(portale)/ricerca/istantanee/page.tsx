import type { Metadata } from 'next';
import { ModuloCongela } from '@/components/esportazioni/ModuloCongela';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Sezione } from '@/components/ui/Sezione';
import { Tabella } from '@/components/ui/Tabella';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { peso } from '@/lib/documenti/nome';
import { dataBreve, dataEOra, giornoDi } from '@/lib/format/data';
import { elencaIstantanee } from '@/lib/istantanee/queries';
import { routes } from '@/lib/routes';
import { congelaAction } from './actions';

export const metadata: Metadata = { title: 'Istantanee' };

const COLONNE = ['Istantanea', 'Data di riferimento', 'Congelata', 'Da', 'Dizionario', 'Peso'].map((etichetta) => ({ etichetta }));

export default async function IstantaneePage() {
  const attore = await requireLettore('app_ricerca');
  const elenco = await elencaIstantanee(attore);
  return (
    <>
      <Breadcrumb voci={[{ etichetta: 'Dati', href: routes.esportazioni() }, { etichetta: 'Istantanee' }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Istantanee"
          sottotitolo="Una versione dei dati che resta com’è: un’analisi la cita per anni, anche se i dati si correggono o le persone sono rese anonime."
        />
        <Sezione id="congela" titolo="Congela i dati">
          <ModuloCongela action={congelaAction} oggi={dataBreve(giornoDi(attore.adesso))} />
        </Sezione>
        <Sezione id="elenco" titolo="Istantanee congelate">
          {elenco.length === 0 ? (
            <Vuoto titolo="Nessuna istantanea">La prima comparirà qui appena congeli i dati.</Vuoto>
          ) : (
            <Tabella didascalia="Istantanee congelate" colonne={COLONNE} schede="etichette">
              {elenco.map(({ id, numero, data, creataIl, autore, dizionario, byte }) => (
                <Riga key={id}>
                  <CellaTitolo>
                    <a href={routes.istantanea(numero)}>{`Istantanea ${numero}`}</a>
                  </CellaTitolo>
                  <Cella etichetta="Data di riferimento">{dataBreve(data)}</Cella>
                  <Cella etichetta="Congelata">{dataEOra(new Date(creataIl))}</Cella>
                  <Cella etichetta="Da">{autore ?? 'Non più nel portale'}</Cella>
                  <Cella etichetta="Dizionario">{`versione ${dizionario}`}</Cella>
                  <Cella etichetta="Peso">{peso(Number(byte))}</Cella>
                </Riga>
              ))}
            </Tabella>
          )}
        </Sezione>
      </div>
    </>
  );
}
