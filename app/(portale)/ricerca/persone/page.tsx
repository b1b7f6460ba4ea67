import type { Metadata } from 'next';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { SchedeRicerca } from '@/components/ricerca/SchedeRicerca';
import { SemestrePronto } from '@/components/righeRicerca/SemestrePronto';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { SEGUITI } from '@/lib/navigazione';
import { routes } from '@/lib/routes';
import { leggiPaginaRighe, type PaginaRighe } from '@/lib/soppressione/queriesRighe';
import { nomeSemestre, semestriFiniti } from '@/lib/soppressione/semestri';
import { preparaAction } from './actions';

export const metadata: Metadata = { title: 'Righe sulle persone' };

type PropsPagina = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RicercaPersonePage({ searchParams }: PropsPagina) {
  const attore = await requireLettore('app_ricerca');
  const { pronto } = await searchParams;
  const { programmi, pubblicati } = await leggiPaginaRighe(attore);
  const oggi = giornoDi(attore.adesso);
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Righe sulle persone"
        sottotitolo="Una riga per ogni persona uscita da un progetto, senza nomi né pseudonimi: chi studia gli esiti la scarica per semestre di uscita."
      />
      <SchedeRicerca aperta={routes.ricercaPersone()} sole={SEGUITI} />
      {typeof pronto === 'string' && <Fatto>Righe preparate: resteranno sempre queste.</Fatto>}
      {programmi.length === 0 && <Vuoto titolo="Nessun programma">Le righe si preparano quando un programma ha progetti avviati.</Vuoto>}
      {programmi.map((programma) => (
        <Programma
          key={programma.id}
          programma={programma}
          pubblicati={pubblicati.filter((p) => p.programma === programma.id)}
          oggi={oggi}
        />
      ))}
      <Sezione id="come" titolo="Che cosa non si vede, e perché">
        <ul className="punti">
          <li>Ogni combinazione di classe di età, sesso, cittadinanza, titolo, condizione e ambito vale per almeno cinque persone.</li>
          <li>
            Se non basta si generalizza per tutti, sempre nello stesso ordine; poi si tolgono le righe che restano sole, e si dice quante.
          </li>
          <li>Progetto, ente, pseudonimo e date non escono: chi lavora nel progetto riconoscerebbe le persone.</li>
          <li>Un semestre si prepara una volta sola e due semestri non hanno persone in comune: non si sottraggono.</li>
        </ul>
      </Sezione>
    </div>
  );
}

type Props = { programma: PaginaRighe['programmi'][number]; pubblicati: PaginaRighe['pubblicati']; oggi: string };

const Programma = ({ programma, pubblicati, oggi }: Props) => {
  const pronti = new Set(pubblicati.map(({ semestre }) => semestre));
  const altri = semestriFiniti(programma.dal, oggi).filter(({ codice }) => !pronti.has(codice));
  return (
    <Sezione id={`p-${programma.id}`} titolo={programma.titolo}>
      {altri.length === 0 && pronti.size === 0 && (
        <Vuoto titolo="Nessun semestre finito">Il primo semestre si prepara otto mesi dopo la fine, quando gli esiti si conoscono.</Vuoto>
      )}
      {pubblicati.map((pubblicato) => (
        <SemestrePronto key={pubblicato.semestre} programma={programma.id} pubblicato={pubblicato} />
      ))}
      {altri.map(({ codice, prontoIl }) => (
        <article key={codice} className="sec">
          <h3>{nomeSemestre(codice)}</h3>
          {prontoIl > oggi ? (
            <p className="second">{`Si prepara dal ${dataBreve(prontoIl)}, quando gli esiti a sei mesi si conoscono.`}</p>
          ) : (
            <ModuloAtto
              action={preparaAction}
              nascosti={{ programma: programma.id, semestre: codice }}
              invia={`Prepara le righe: ${nomeSemestre(codice).toLowerCase()}`}
              inCorso="Preparazione in corso"
              variante="secondario"
              taglia={36}
            />
          )}
        </article>
      ))}
    </Sezione>
  );
};
