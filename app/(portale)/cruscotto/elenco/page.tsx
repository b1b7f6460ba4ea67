import type { Metadata } from 'next';
import { AttoSuScelte } from '@/components/cruscotto/AttoSuScelte';
import { ElencoConScelte } from '@/components/cruscotto/ElencoConScelte';
import { FiltriCruscotto } from '@/components/cruscotto/FiltriCruscotto';
import { VisteSalvate } from '@/components/cruscotto/VisteSalvate';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { Schede } from '@/components/ui/Schede';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { EsitoElenco, fraseEsito } from '@/lib/cruscotto/esiti';
import { condizioniInParole } from '@/lib/cruscotto/inParole';
import type { Pagina } from '@/lib/cruscotto/letture';
import { elencaCruscotto } from '@/lib/cruscotto/queriesElenco';
import { FiltriElenco, Scelte, senzaCondizioni, soloCondizioni } from '@/lib/cruscotto/schema';
import { giornoDi } from '@/lib/format/data';
import { numero } from '@/lib/format/euro';
import { routes } from '@/lib/routes';
import { assegnaAction, eliminaVistaAction, rinominaVistaAction, salvaVistaAction, sollecitaAction } from './actions';

export const metadata: Metadata = { title: 'Elenco del cruscotto' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ElencoCruscottoPage({ searchParams }: Props) {
  const attore = await requireLettore('app_regione');
  const parametri = await searchParams;
  const filtri = FiltriElenco.parse(parametri);
  const { pagina, scelte } = await elencaCruscotto(attore, filtri);
  const esito = fraseEsito(EsitoElenco.parse(parametri));
  const { atto, id } = Scelte.parse(parametri);
  const domanda = routes.cruscottoElenco(soloCondizioni(filtri)).split('?', 2)[1] ?? '';
  return (
    <>
      <Breadcrumb voci={[{ href: routes.cruscotto(), etichetta: 'Cruscotto' }, { etichetta: 'Elenco' }]} />
      <div className="wrap wrap--wide">
        <Statico>
          <TitoloPagina sottoPercorso titolo={quante(filtri.vista, pagina)} sottotitolo={condizioniInParole(filtri, scelte)} />
        </Statico>
        <Fatto>{esito}</Fatto>
        {(atto === 'sollecita' || atto === 'assegna') && (
          <AttoSuScelte
            {...{ atto, id, vista: filtri.vista, torna: domanda, istruttori: scelte.istruttori }}
            sollecita={sollecitaAction}
            assegna={assegnaAction}
          />
        )}
        <VisteSalvate
          viste={scelte.viste}
          filtri={senzaCondizioni(filtri) ? '' : domanda}
          salva={salvaVistaAction}
          rinomina={rinominaVistaAction}
          elimina={eliminaVistaAction}
        />
        <Statico>
          <Schede
            etichetta="Che cosa elencare"
            voci={(['progetti', 'azioni'] as const).map((vista) => ({
              href: routes.cruscottoElenco({ ...soloCondizioni(filtri), vista }),
              etichetta: vista === 'progetti' ? 'Progetti' : 'Azioni',
              attiva: vista === filtri.vista,
            }))}
          />
          <FiltriCruscotto filtri={filtri} scelte={scelte} />
          <ElencoConScelte
            filtri={filtri}
            pagina={pagina}
            scelti={id}
            oggi={giornoDi(attore.adesso)}
            puoAgire={attore.ruolo === 'ISTRUTTORE' || attore.ruolo === 'DIRIGENTE'}
          />
        </Statico>
      </div>
    </>
  );
}

const quante = (vista: FiltriElenco['vista'], { totale, progetti }: Pagina<unknown>): string =>
  vista === 'azioni'
    ? `${totale === 1 ? '1 azione' : `${numero(totale)} azioni`} di ${progetti === 1 ? '1 progetto' : `${numero(progetti)} progetti`}`
    : totale === 1
      ? '1 progetto'
      : `${numero(totale)} progetti`;
