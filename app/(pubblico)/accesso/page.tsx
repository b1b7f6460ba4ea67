import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { leggiSessione, type Sessione } from '@/lib/auth/leggiSessione';
import { percorsoLocale } from '@/lib/auth/percorsoLocale';
import { accountDimostrativi } from '@/lib/auth/sessioni';
import { dataEOra, giornoDi, oraDi } from '@/lib/format/data';
import { inizioDi, routes } from '@/lib/routes';
import { AccessoForm } from './AccessoForm';
import { AccountDimostrativi } from './AccountDimostrativi';
import './accesso.css';

export const metadata: Metadata = { title: 'Accedi' };

type Domanda = Promise<Record<string, string | string[] | undefined>>;
const uno = (valore: string | string[] | undefined): string | undefined => (Array.isArray(valore) ? valore[0] : valore);

export default async function AccessoPage({ searchParams }: { searchParams: Domanda }) {
  const domanda = await searchParams;
  const sessione = await leggiSessione();
  if (sessione.stato === 'viva') redirect(sessione.attore ? inizioDi(sessione.attore.lettore, sessione.attore.ruolo) : routes.profili());
  const demo = await accountDimostrativi();
  return (
    <>
      <Breadcrumb voci={[{ href: routes.home(), etichetta: 'Pagina iniziale' }, { etichetta: 'Accedi' }]} />
      <main id="contenuto" tabIndex={-1}>
        <div className="wrap">
          <TitoloPagina titolo="Accedi all’area di lavoro" sottoPercorso />
          <div className="signin">
            <div className="grid gap-6">
              <Avviso avviso={uno(domanda.avviso)} sessione={sessione} />
              <AccessoForm torna={percorsoLocale(uno(domanda.torna)) ?? undefined}>
                {demo.length > 0 && <AccountDimostrativi account={demo} />}
              </AccessoForm>
            </div>
            <Aiuto />
          </div>
        </div>
      </main>
    </>
  );
}

/** Perché la persona si trova qui. */
const Avviso = ({ avviso, sessione }: { avviso?: string; sessione: Sessione }) => {
  if (avviso === 'uscita') return <Callout tipo="successo" titolo="Sei uscito." />;
  if (avviso === 'invito')
    return (
      <Callout tipo="successo" titolo="L’invito è accettato.">
        Entra con l’indirizzo a cui l’hai ricevuto.
      </Callout>
    );
  if (sessione.stato === 'scaduta')
    return (
      <Callout titolo={`La sessione è scaduta ${quandoE(sessione.quando)}.`}>
        Quello che era salvato c’è ancora. Dopo l’accesso torni alla stessa pagina.
      </Callout>
    );
  if (sessione.stato === 'chiusa')
    return (
      <Callout titolo="Questa sessione è stata chiusa.">
        Può averla chiusa un tuo altro dispositivo, oppure il tuo account non è più attivo.
      </Callout>
    );
  return null;
};

/** «alle 11:20» se è oggi, altrimenti anche il giorno. Le sessioni seguono l'ora vera, non quella della dimostrazione. */
const quandoE = (quando: Date): string => (giornoDi(quando) === giornoDi(new Date()) ? `alle ${oraDi(quando)}` : `il ${dataEOra(quando)}`);

const Aiuto = () => (
  <aside className="rail" aria-label="Aiuto per l’accesso">
    <section>
      <h2>Prima volta qui?</h2>
      <p className="small second">Il tuo ente ti assegna un incarico e la Regione ti registra con la tua email di lavoro.</p>
    </section>
    <section>
      <h2>Lavori per più enti?</h2>
      <p className="small second">Entri una volta sola e scegli il profilo. Il profilo attivo si vede sempre in alto a destra.</p>
    </section>
    <section>
      <h2>Hai dimenticato la password?</h2>
      <p className="small second">
        Te ne assegna una nuova lo sportello della Regione, dopo aver verificato chi sei. <a href="/assistenza">Vai all’assistenza</a>
      </p>
    </section>
  </aside>
);
