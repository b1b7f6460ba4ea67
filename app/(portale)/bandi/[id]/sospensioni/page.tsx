import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiRipresa, campiSospensione } from '@/components/sospensioni/campi';
import { EsitoLotto } from '@/components/sospensioni/EsitoLotto';
import { Prosegui } from '@/components/sospensioni/Prosegui';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { leggiSospensioniBando, type ProgettoSospendibile, type SospensioniDelBando } from '@/lib/sospensioni/queries';
import { ripresaAMeta, sospensioneAMeta } from './aChePunto';
import { proseguiAction, proseguiRipresaAction, riprendiTuttiAction, sospendiTuttiAction } from './actions';

export const metadata: Metadata = { title: 'Sospensioni del bando' };

const Domanda = z.object({
  lotto: z.uuid().nullable().catch(null),
  ripresi: z.coerce.number().int().min(0).max(9999).nullable().catch(null),
  dopo: z.uuid().nullable().catch(null),
  fuori: z.string().max(2000).catch(''),
  su: z.coerce.number().int().min(0).max(9999).catch(0),
  al: z.iso.date().nullable().catch(null),
  atto: z.string().min(1).max(200).nullable().catch(null),
});

export default async function SospensioniBandoPage({ params, searchParams }: PageProps<'/bandi/[id]/sospensioni'>) {
  const attore = await requireLettore('app_regione');
  const id = Uuid.safeParse((await params).id);
  const vuota = { lotto: null, dopo: null, ripresi: null, al: null, atto: null };
  const { lotto, dopo, fuori, ripresi, su, al, atto } = Domanda.parse({ ...vuota, ...(await searchParams) });
  const bando = id.success ? await leggiSospensioniBando(attore, id.data, lotto) : null;
  if (!bando) notFound();
  const oggi = giornoDi(attore.adesso);
  const inCorso = lotto && dopo && bando.lotto ? sospensioneAMeta(bando, lotto, { dopo, fuori }) : null;
  const riprende = !inCorso && dopo && al && atto && ripresi !== null ? ripresaAMeta(bando, { dopo, fuori, al, atto, ripresi, su }) : null;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.bandi(), etichetta: 'Bandi' },
          { href: routes.bando(bando.id), etichetta: bando.titolo },
          { etichetta: 'Sospensioni' },
        ]}
      />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo="Sospensioni del bando"
            sottotitolo="Sospendi o fai riprendere insieme i progetti di questo bando. Ogni progetto ha il suo atto nella storia; se uno non si può, gli altri vanno avanti."
          />
          {ripresi !== null && !riprende && (
            <Callout tipo={ripresi < su ? 'attenzione' : 'successo'} annuncia>
              {`Progetti ripresi: ${ripresi} su ${su}.`}
              {ripresi < su && ' Quelli rimasti sono qui sotto: apri ciascuno per sapere perché.'}
            </Callout>
          )}
          {lotto && bando.lotto && !inCorso && <EsitoLotto bando={bando} lotto={lotto} oggi={oggi} />}
        </Statico>
        {inCorso ? (
          <Sezione id="in-corso" titolo="Sospensione in corso">
            <Prosegui action={proseguiAction} {...inCorso} che="sospesi" inCorso="Sospendo i prossimi" />
          </Sezione>
        ) : riprende ? (
          <Sezione id="in-corso" titolo="Ripresa in corso">
            <Prosegui action={proseguiRipresaAction} {...riprende} che="ripresi" inCorso="Faccio riprendere i prossimi" />
          </Sezione>
        ) : (
          <>
            <Sospendi attore={attore} bando={bando} oggi={oggi} />
            <Riprendi attore={attore} bando={bando} oggi={oggi} />
          </>
        )}
      </div>
    </>
  );
}

type Props = { attore: Attore; bando: SospensioniDelBando; oggi: string };

const SOLO_DIRIGENTE = <p>Le sospensioni e le riprese le dispone un dirigente.</p>;

const caselle = (progetti: readonly ProgettoSospendibile[], altro: (progetto: ProgettoSospendibile) => string) => ({
  ...({ tipo: 'caselle', nome: 'progetti', etichetta: 'Progetti' } as const),
  aiuto: 'Togli la spunta a quelli da lasciare fuori.',
  opzioni: progetti.map((progetto) => ({ valore: progetto.id, etichetta: `${progetto.codice}, ${progetto.titolo}${altro(progetto)}` })),
  spuntate: progetti.map(({ id }) => id),
});

const Sospendi = ({ attore, bando, oggi }: Props) => {
  const avviati = bando.progetti.filter(({ stato }) => stato === 'AVVIATO');
  const fine = (p: ProgettoSospendibile) => (p.fine ? ` (finisce il ${dataBreve(p.fine)})` : '');
  return (
    <Sezione id="sospendi" titolo="Sospendi" nota={`${avviati.length} in attuazione`}>
      {avviati.length === 0 ? (
        <Vuoto titolo="Nessun progetto in attuazione">Qui compaiono i progetti avviati del bando.</Vuoto>
      ) : attore.ruolo !== 'DIRIGENTE' ? (
        SOLO_DIRIGENTE
      ) : (
        <ModuloEsame
          action={sospendiTuttiAction}
          nascosti={{ bandoId: bando.id }}
          gruppi={[{ campi: [caselle(avviati, fine)] }, ...campiSospensione(oggi)]}
          invia="Sospendi i progetti scelti"
        >
          <p>La sospensione ferma le scadenze delle relazioni; non sposta la fine dei progetti: per quella serve una proroga.</p>
        </ModuloEsame>
      )}
    </Sezione>
  );
};

const Riprendi = ({ attore, bando, oggi }: Props) => {
  const sospesi = bando.progetti.filter(({ sospensioni }) => sospensioni.some(({ al }) => al === null));
  const dal = ({ sospensioni }: ProgettoSospendibile) => {
    const aperta = sospensioni.find((s) => s.al === null);
    return aperta ? ` (sospeso dal ${dataBreve(aperta.dal)})` : '';
  };
  return (
    <Sezione id="riprendi" titolo="Fai riprendere" nota={`${sospesi.length} sospesi`}>
      {sospesi.length === 0 ? (
        <Vuoto titolo="Nessun progetto sospeso">Qui compaiono i progetti con una sospensione ancora aperta.</Vuoto>
      ) : attore.ruolo !== 'DIRIGENTE' ? (
        SOLO_DIRIGENTE
      ) : (
        <ModuloEsame
          action={riprendiTuttiAction}
          nascosti={{ bandoId: bando.id }}
          gruppi={[{ campi: [caselle(sospesi, dal)] }, ...campiRipresa(piuGiorni(oggi, -1))]}
          invia="Fai riprendere i progetti scelti"
        />
      )}
    </Sezione>
  );
};
