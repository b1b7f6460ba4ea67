import type { Metadata } from 'next';
import { CheCosaPassa } from '@/components/enti/CheCosaPassa';
import { ModuloFusione } from '@/components/enti/ModuloFusione';
import { SceltaEnti } from '@/components/enti/SceltaEnti';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { messaggioEsito } from '@/lib/enti/esiti';
import { motivoDelRifiuto } from '@/lib/enti/fusione';
import { type EnteInElenco, leggiFusione, type PaginaFusione } from '@/lib/enti/queries';
import { Scelta } from '@/lib/enti/schema';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { routes } from '@/lib/routes';
import { fondiAction } from './actions';

export const metadata: Metadata = { title: 'Fusione di enti' };

export default async function FusionePage({ searchParams }: PageProps<'/enti/fusione'>) {
  const attore = await requireLettore('app_regione');
  const domanda = await searchParams;
  const scelta = Scelta.parse(domanda);
  const pagina = await leggiFusione(attore, scelta);
  const fatto = messaggioEsito(typeof domanda.esito === 'string' ? domanda.esito : undefined);
  const confluiti = pagina.enti.filter(({ confluita }) => confluita !== null);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.progetti(), etichetta: 'Progetti' }, { etichetta: 'Fusione di enti' }]} />
      <div className="wrap">
        <TitoloPagina
          sottoPercorso
          titolo="Fusione di enti"
          sottotitolo="Un ente confluisce in un altro: la storia resta al primo, i diritti passano al secondo."
        />
        <Fatto>{fatto}</Fatto>
        {attore.ruolo === 'DIRIGENTE' ? (
          <Registra scelta={scelta} chiesta={'da' in domanda} pagina={pagina} oggi={giornoDi(attore.adesso)} />
        ) : (
          <Callout>La fusione di due enti la registra un dirigente della Regione.</Callout>
        )}
        {confluiti.length > 0 && (
          <Sezione id="confluiti" titolo="Fusioni registrate">
            <ul className="punti">
              {confluiti.map(({ id, denominazione, confluita }) => (
                <li key={id}>
                  {confluita && `${denominazione}, confluito in ${confluita.in} dal ${dataBreve(confluita.dal)}${conLAtto(confluita)}`}
                </li>
              ))}
            </ul>
          </Sezione>
        )}
      </div>
    </>
  );
}

/** Le fusioni arrivate con l'importazione non hanno l'atto. */
const conLAtto = ({ atto, dataAtto }: NonNullable<EnteInElenco['confluita']>): string =>
  atto ? ` (${atto}${dataAtto ? ` del ${dataBreve(dataAtto)}` : ''})` : '';

type PropsRegistra = { scelta: Scelta; chiesta: boolean; pagina: PaginaFusione; oggi: string };

/** Prima si scelgono gli enti, poi si vede che cosa passa, poi si registra. */
const Registra = ({ scelta, chiesta, pagina, oggi }: PropsRegistra) => {
  const trova = (id: string | undefined): EnteInElenco | undefined => pagina.enti.find((ente) => ente.id === id);
  const [da, a, { dal }] = [trova(scelta.da), trova(scelta.a), scelta];
  const conferma = da && a && dal ? { da, a, dal, rifiuto: motivoDelRifiuto(comeRegola(da), comeRegola(a), dal, oggi) } : null;
  const errori = chiesta
    ? {
        ...(!da && { da: 'Scegli l’ente che confluisce.' }),
        ...(!a && { a: 'Scegli l’ente in cui confluisce.' }),
        ...(!dal && { dal: 'Scrivi una data come 01/07/2020.' }),
      }
    : {};
  return (
    <>
      <Sezione id="enti" titolo="Chi confluisce in chi">
        <SceltaEnti enti={pagina.enti} scelta={scelta} errori={errori} />
      </Sezione>
      {conferma?.rifiuto && <Callout tipo="attenzione">{conferma.rifiuto}</Callout>}
      {conferma && !conferma.rifiuto && (
        <Sezione id="passa" titolo="Che cosa passa">
          <CheCosaPassa pagina={pagina} da={conferma.da.denominazione} a={conferma.a.denominazione} dal={conferma.dal} />
          <Callout tipo="attenzione" titolo="Non si annulla.">
            Registrata la fusione, nessuno può più entrare come {conferma.da.denominazione}.
          </Callout>
          <ModuloFusione action={fondiAction} scelta={{ da: conferma.da.id, a: conferma.a.id, dal: conferma.dal }} />
        </Sezione>
      )}
    </>
  );
};

const comeRegola = ({ id, tipo, confluita }: EnteInElenco) => ({ id, tipo, confluitaInId: confluita ? confluita.in : null });
