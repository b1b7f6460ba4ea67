import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheCosaManca } from '@/components/deposito/CheCosaManca';
import { TestiDaRileggere } from '@/components/deposito/TestiDaRileggere';
import { Badge } from '@/components/ui/Badge';
import { LinkBottone } from '@/components/ui/Bottone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { TabellaVersioni } from '@/components/versioni/TabellaVersioni';
import { requireLettore } from '@/lib/auth/requireAttore';
import { messaggioEsito } from '@/lib/deposito/esiti';
import { mancanzeDomanda, quanteMancanze } from '@/lib/deposito/mancanze';
import { type DomandaScritta, leggiDomandaScritta } from '@/lib/deposito/queriesDomanda';
import { statoTermine } from '@/lib/deposito/termine';
import { testiDaRileggere } from '@/lib/deposito/testiDaRileggere';
import { vesteDi } from '@/lib/deposito/veste';
import { badgeDomanda } from '@/lib/domande/labels';
import { dataEOra } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { faseDi, IN_SCRITTURA } from '@/lib/progetti/stati';
import { routes } from '@/lib/routes';
import { Banco } from './Banco';

export const metadata: Metadata = { title: 'Controlla e presenta' };

export default async function DepositoPage({ params, searchParams }: PageProps<'/progetti/[id]/deposito'>) {
  const attore = await requireLettore('app_ente');
  const id = Uuid.safeParse((await params).id);
  const domanda = id.success ? await leggiDomandaScritta(attore, id.data) : null;
  if (!domanda) notFound(); // assente e non tua sono la stessa cosa
  const fatto = messaggioEsito((await searchParams).esito);
  const fase = faseDi(domanda.stato);
  const scrive = IN_SCRITTURA.includes(domanda.stato);
  const { configurazione } = domanda;
  const gruppi = scrive && fase && configurazione ? mancanzeDomanda({ ...domanda, configurazione }, fase) : [];
  const testi = scrive && fase && configurazione ? testiDaRileggere({ ...domanda, configurazione }, fase) : [];
  const termine = statoTermine(
    domanda.termini.find((t) => t.fase === fase),
    attore.adesso,
  );
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.domande(), etichetta: 'Domande e bandi' },
          { href: routes.progetto(domanda.id), etichetta: domanda.titolo },
          { etichetta: 'Controlla e presenta' },
        ]}
      />
      <div className="wrap">
        <Titolo domanda={domanda} termine={fase && fase !== 'RIMODULAZIONE' ? `${termine.quando}. ${termine.manca}` : ''} />
        <Fatto>{fatto}</Fatto>
        <Statico>
          {domanda.integrazioni
            .filter(({ genere }) => genere === 'INTEGRAZIONE')
            .map(({ id: chiesta, testo, entro }) => (
              <Callout key={chiesta} tipo="attenzione" titolo={`La Regione chiede integrazioni entro ${dataEOra(new Date(entro))}.`}>
                {testo}
                {new Date(entro) < attore.adesso && ' La scadenza è passata: puoi ancora inviarle, e la Regione vedrà che sono in ritardo.'}
              </Callout>
            ))}
          {scrive && (
            <Sezione
              id="manca"
              titolo="Che cosa manca"
              azione={
                <LinkBottone href={routes.domandaPdf(domanda.id, 0)} scarica taglia={36} icona="scarica">
                  Bozza in PDF
                </LinkBottone>
              }
            >
              <CheCosaManca gruppi={gruppi} />
            </Sezione>
          )}
          {testi.length > 0 && (
            <Sezione id="rileggi" titolo="Testi da rileggere">
              <TestiDaRileggere testi={testi} />
            </Sezione>
          )}
          {domanda.versioni.length > 0 && (
            <Sezione id="versioni" titolo="Versioni depositate" azione={<a href={routes.versioni(domanda.id)}>Leggi e confronta</a>}>
              <TabellaVersioni progettoId={domanda.id} versioni={domanda.versioni} />
            </Sezione>
          )}
        </Statico>
      </div>
      <Banco domanda={domanda} chi={vesteDi(attore, domanda.partner)} mancano={quanteMancanze(gruppi)} termine={termine} />
    </>
  );
}

const Titolo = ({ domanda, termine }: { domanda: DomandaScritta; termine: string }) => {
  const badge = badgeDomanda(domanda.stato);
  return (
    <TitoloPagina
      sottoPercorso
      titolo="Controlla e presenta"
      sottotitolo={domanda.titolo}
      stato={
        <>
          <Badge famiglia={badge.famiglia} icona={badge.icona}>
            {badge.testo}
          </Badge>
          <span className="small second">
            {domanda.bando.titolo}. {termine}
          </span>
        </>
      }
    />
  );
};
