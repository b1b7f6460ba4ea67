import type { Metadata } from 'next';
import { ElencoSegnali } from '@/components/segnali/ElencoSegnali';
import { FiltroTipo } from '@/components/segnali/FiltroTipo';
import { QuandoCompaiono } from '@/components/segnali/QuandoCompaiono';
import { LinkBottone } from '@/components/ui/Bottone';
import { Paginazione } from '@/components/ui/Paginazione';
import { Schede } from '@/components/ui/Schede';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { routes } from '@/lib/routes';
import { FiltriSegnali } from '@/lib/segnali/filtri';
import { type ElencoSegnali as Elenco, elencaSegnali } from '@/lib/segnali/queries';
import { nomeSegnale } from '@/lib/segnali/rules';
import { CODICI, toccaAChi } from '@/lib/segnali/soglie';

export const metadata: Metadata = { title: 'Segnali' };

const VISTE: [FiltriSegnali['chi'], string][] = [
  ['tutti', 'Tutti'],
  ['regione', 'Dipendono dalla Regione'],
  ['ente', 'Dipendono dagli enti'],
];

const quanti = (conteggi: Elenco['conteggi'], chi: FiltriSegnali['chi']): number =>
  CODICI.filter((codice) => chi === 'tutti' || toccaAChi(codice).toLowerCase() === chi).reduce(
    (somma, codice) => somma + (conteggi[codice] ?? 0),
    0,
  );

export default async function SegnaliDiTuttiPage({ searchParams }: PageProps<'/cruscotto/segnali'>) {
  const attore = await requireLettore('app_regione');
  const filtri = FiltriSegnali.parse(await searchParams);
  const { segnali, conteggi, dopo, gravi } = await elencaSegnali(attore, filtri);
  const tutti = quanti(conteggi, 'tutti');
  return (
    <div className="wrap">
      <Statico>
        <TitoloPagina
          titolo="Segnali"
          sottotitolo={`${tutti === 1 ? '1 segnale' : `${tutti} segnali`} nei progetti in corso, ${gravi === 1 ? '1 grave' : `${gravi} gravi`}. Dipendono dalla Regione ${quanti(conteggi, 'regione')}.`}
        />
        <Schede
          etichetta="Da chi dipendono"
          voci={VISTE.map(([chi, etichetta]) => ({
            href: routes.cruscottoSegnali({ chi }),
            etichetta,
            conteggio: quanti(conteggi, chi),
            attiva: filtri.chi === chi,
          }))}
        />
        <FiltroTipo filtri={filtri} conteggi={conteggi} />
        {segnali.length === 0 ? (
          <NessunSegnale filtri={filtri} />
        ) : (
          <>
            <ElencoSegnali segnali={segnali} lettore={attore.lettore} conProgetto />
            <Paginazione
              da={1}
              a={segnali.length}
              nome="segnali"
              totale={filtri.dopo || dopo ? undefined : segnali.length}
              successiva={dopo ? routes.cruscottoSegnali({ ...filtri, dopo }) : undefined}
            />
          </>
        )}
        <QuandoCompaiono />
      </Statico>
    </div>
  );
}

const NessunSegnale = ({ filtri }: { filtri: FiltriSegnali }) =>
  filtri.tipo ? (
    <Vuoto
      titolo={`Nessun segnale di tipo «${nomeSegnale(filtri.tipo)}»`}
      azione={<LinkBottone href={routes.cruscottoSegnali({ chi: filtri.chi })}>Togli il filtro</LinkBottone>}
    />
  ) : (
    <Vuoto titolo="Nessun segnale">
      Qui compaiono i ritardi e le attese che il portale riconosce dalle date, dalle relazioni presentate e dalle richieste.
    </Vuoto>
  );
