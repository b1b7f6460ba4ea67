import type { Metadata } from 'next';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { FiltriPersone as Filtri } from '@/components/persone/FiltriPersone';
import { TabellaPersone } from '@/components/persone/TabellaPersone';
import { LinkBottone } from '@/components/ui/Bottone';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { FiltriPersone, scriviTrovate } from '@/lib/persone/filtri';
import type { PaginaPersone } from '@/lib/persone/letture';
import { elencaPersone, progettiAperti } from '@/lib/persone/queries';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { routes } from '@/lib/routes';
import { cercaAction } from './actions';

export const metadata: Metadata = { title: 'Persone' };

export default async function PersonePage({ searchParams }: PageProps<'/persone'>) {
  const attore = await requireLettore('app_ente');
  const filtri = FiltriPersone.parse(await searchParams);
  const [pagina, progetti] = [await elencaPersone(attore, filtri), await progettiAperti(attore)];
  const persone = pagina.righe.map(({ personaId }) => personaId);
  const nomi = await leggiNomi(attore, persone, filtri.trovate ? 'RICERCA' : 'ELENCO');
  const filtrato = Boolean(filtri.progetto || filtri.azione || filtri.stato || filtri.trovate);
  return (
    <div className="wrap">
      <Statico>
        <TitoloPagina
          titolo="Persone"
          sottotitolo="Le persone che il tuo ente segue nei progetti. Le vede solo il tuo ente, e ogni lettura dei nomi resta scritta."
          azioni={
            <>
              <LinkBottone href={routes.nuovaPersona({ progetto: filtri.progetto })} variante="primario">
                Registra una persona
              </LinkBottone>
              <LinkBottone href={routes.importaPersone()}>Importa da un foglio</LinkBottone>
            </>
          }
        />
        <p className="small">
          <a href={routes.nuclei()}>Nuclei familiari</a> · <a href={routes.accessiIdentita()}>Chi ha letto i nomi</a> ·{' '}
          <a href={routes.dirittiPersone()}>Richieste degli interessati</a>
        </p>
      </Statico>
      <search aria-label="Cerca una persona" className="block max-w-[640px] pt-6">
        <ModuloEsame
          action={cercaAction}
          nascosti={{}}
          gruppi={[
            {
              campi: [
                {
                  tipo: 'testo',
                  nome: 'cerca',
                  etichetta: 'Cerca',
                  aiuto: 'Cognome (anche solo l’inizio), cognome e nome, o codice fiscale intero.',
                },
              ],
            },
          ]}
          invia="Cerca"
          variante="secondario"
          taglia={36}
        />
      </search>
      <Statico>
        <div className="pt-6">
          <Filtri filtri={filtri} progetti={progetti} />
        </div>
        {pagina.righe.length === 0 ? (
          <Nessuna filtrato={filtrato} />
        ) : (
          <>
            <TabellaPersone righe={pagina.righe} nomi={nomi} />
            <Pagine pagina={pagina} filtri={filtri} />
          </>
        )}
      </Statico>
    </div>
  );
}

/** Avanti e indietro per chiave: quante siano in tutto non si conta, costerebbe più della pagina. */
const Pagine = ({ pagina: { precedente, successiva }, filtri }: { pagina: PaginaPersone; filtri: FiltriPersone }) => {
  if (!precedente && !successiva) return null;
  const { dopo: _, prima: __, trovate, ...altri } = filtri;
  const domanda = { ...altri, trovate: trovate && scriviTrovate(trovate) };
  return (
    <nav className="pager" aria-label="Pagine: persone">
      {precedente && (
        <a href={routes.persone({ ...domanda, prima: precedente })} rel="prev">
          Precedenti
        </a>
      )}
      {successiva && (
        <a href={routes.persone({ ...domanda, dopo: successiva })} rel="next">
          Successive
        </a>
      )}
    </nav>
  );
};

const Nessuna = ({ filtrato }: { filtrato: boolean }) =>
  filtrato ? (
    <Vuoto titolo="Nessuna persona trovata" azione={<LinkBottone href={routes.persone()}>Togli i filtri</LinkBottone>}>
      Controlla come è scritto il cognome, o prova con il codice fiscale intero.
    </Vuoto>
  ) : (
    <Vuoto titolo="Ancora nessuna persona">Qui compaiono le persone che il tuo ente registra nei progetti.</Vuoto>
  );
