import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiChiusura } from '@/components/privacy/campi';
import { classiBottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import type { Attore } from '@/lib/auth/attore';
import { rifiutoDi } from '@/lib/errors/rifiutoDi';
import { dataBreve } from '@/lib/format/data';
import { esigiProrogabile, frenoCancellazione, PERCHE_RESTA, type RichiestaLetta, termineProrogato } from '@/lib/privacy/diritti';
import { MASSIMO_ESITO } from '@/lib/privacy/schema';
import { routes } from '@/lib/routes';
import { anonimizzaAction, chiudiAction, prorogaAction, togliAction } from '../actions';

type Props = { attore: Attore; richiesta: RichiestaLetta; oggi: string; scadenza: string | null };

/** Che cosa si può fare di una richiesta aperta: lo fa il referente, gli altri leggono a chi tocca. */
export const AttiDiritto = ({ attore, richiesta, oggi, scadenza }: Props) => {
  if (attore.ruolo !== 'REFERENTE') return <Callout>A questa richiesta risponde il referente dell’ente.</Callout>;
  const nonProrogabile = rifiutoDi(() => esigiProrogabile(richiesta, oggi));
  const nascosti = { richiestaId: richiesta.id };
  const registrata = richiesta.personaId !== null && !richiesta.anonima;
  return (
    <>
      {richiesta.genere === 'ACCESSO' && registrata && <Consegna richiestaId={richiesta.id} />}
      {richiesta.genere === 'CANCELLAZIONE' && registrata && <Cancella richiesta={richiesta} oggi={oggi} scadenza={scadenza} />}
      <Sezione id="chiudi" titolo="Chiudi la richiesta">
        <p>Prima rispondi alla persona, fuori dal portale. Una richiesta chiusa non si riapre.</p>
        <ModuloEsame action={chiudiAction} nascosti={nascosti} gruppi={campiChiusura(richiesta.genere)} invia="Chiudi la richiesta" />
      </Sezione>
      <Sezione id="proroga" titolo="Serve più tempo">
        {nonProrogabile ? (
          <p>{nonProrogabile}</p>
        ) : (
          <Dialogo id="proroga-disponi" titolo="Prorogare il termine di due mesi?" apri="Proroga di due mesi" variante="secondario">
            <p>
              Si può fare una volta sola, se la richiesta è complessa. Il nuovo termine è il{' '}
              {dataBreve(termineProrogato(richiesta.ricevutaIl))}: scrivi il motivo alla persona entro il {dataBreve(richiesta.entro)}.
            </p>
            <ModuloAtto action={prorogaAction} nascosti={nascosti} invia="Proroga di due mesi" />
          </Dialogo>
        )}
      </Sezione>
    </>
  );
};

/** Togliere una limitazione accolta: prima si avvisa la persona (art. 18 par. 3). */
export const TogliLimitazione = ({ attore, richiesta }: Pick<Props, 'attore' | 'richiesta'>) => (
  <Sezione id="limitazione" titolo="Limitazione in corso">
    <p>
      I dati di questa persona si conservano e basta: nessuno scrive frequenze, esiti o partecipazioni, e gli indicatori non la contano.
    </p>
    {attore.ruolo === 'REFERENTE' ? (
      <Dialogo id="togli-limitazione" titolo="Togliere la limitazione?" apri="Togli la limitazione" variante="secondario">
        <p>Prima informa la persona: è un suo diritto saperlo (GDPR, art. 18). Da quel momento i suoi dati si trattano di nuovo.</p>
        <ModuloAtto action={togliAction} nascosti={{ richiestaId: richiesta.id }} invia="La persona è informata: togli la limitazione" />
      </Dialogo>
    ) : (
      <p>La toglie il referente dell’ente.</p>
    )}
  </Sezione>
);

const Consegna = ({ richiestaId }: { richiestaId: string }) => (
  <Sezione id="consegna" titolo="Consegna i dati">
    <p>
      Accertati di chi hai davanti. Lo scaricamento resta scritto nel registro delle letture; il file contiene nomi: consegnalo e non
      conservarlo.
    </p>
    <form action={routes.datiInteressato(richiestaId)} method="post" className="btn-row">
      <button type="submit" name="formato" value="pdf" className={classiBottone({ variante: 'primario' })}>
        Scarica i dati in PDF
      </button>
      <button type="submit" name="formato" value="json" className={classiBottone()}>
        Scarica i dati in JSON
      </button>
    </form>
  </Sezione>
);

const Cancella = ({ richiesta, oggi, scadenza }: Omit<Props, 'attore'>) => {
  const freno = frenoCancellazione(scadenza, oggi);
  return (
    <Sezione id="cancella" titolo="Rendi anonima la persona">
      {freno && <Callout tipo="attenzione">{freno}</Callout>}
      <Dialogo id="anonimizza" titolo="Rendere anonima questa persona?" apri="Rendi anonima" variante="pericolo">
        <p>Non si torna indietro: nessuno, nemmeno chi amministra il portale, potrà più sapere chi era. Alla persona dirai:</p>
        <p className="small second">{PERCHE_RESTA}</p>
        <ModuloAtto
          action={anonimizzaAction}
          nascosti={{ richiestaId: richiesta.id }}
          invia="Rendi anonima e chiudi la richiesta"
          variante="pericolo"
          testo={{
            nome: 'esito',
            etichetta: 'Perché adesso',
            aiuto: freno
              ? 'Perché i controlli non hanno più bisogno di sapere chi è.'
              : 'Per esempio: i termini di conservazione sono passati.',
            massimo: MASSIMO_ESITO,
          }}
        />
      </Dialogo>
    </Sezione>
  );
};
