import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { Blocchi } from '@/components/cessazioni/Blocchi';
import { campiConclusione, campiRevoca, giornoProposto } from '@/components/cessazioni/campi';
import { ElencoCessazioni } from '@/components/cessazioni/ElencoCessazioni';
import { Evidenze } from '@/components/evidenze/Evidenze';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoCessazione } from '@/lib/cessazioni/labels';
import { type ChiusuraDelProgetto, leggiChiusura } from '@/lib/cessazioni/queries';
import { blocchi } from '@/lib/cessazioni/rules';
import { leggiEvidenze } from '@/lib/evidenze/queries';
import { esitoProva } from '@/lib/evidenze/rifiuti';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { togliEvidenzaAction } from '../evidenze/actions';
import { PaginaProgetto } from '../PaginaProgetto';
import { concludiAction, revocaAction, riapriAction } from './actions';
import { Rinuncia } from './Rinuncia';

export const metadata: Metadata = { title: 'Chiusura del progetto' };

export default async function CessazionePage({ params, searchParams }: PageProps<'/progetti/[id]/cessazione'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const chiusura = id.success ? await leggiChiusura(attore, id.data) : null;
  if (!chiusura) notFound(); // assente, non tuo e mai avviato sono la stessa cosa
  const { progetto, cessazioni, titolo } = chiusura;
  const chiesta = cessazioni.find(({ stato }) => stato === 'CHIESTA');
  const evidenze = chiesta ? await leggiEvidenze(attore, chiesta.id) : [];
  const { esito, prova } = await searchParams;
  const attivo = progetto.stato === 'AVVIATO' || progetto.stato === 'SOSPESO';
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={{ id: progetto.id, stato: progetto.stato, titolo }}
      titolo="Chiusura del progetto"
      sottotitolo={quando(chiusura)}
      porta={{ href: routes.cessazione(progetto.id), etichetta: 'Chiusura del progetto' }}
      fatto={esitoCessazione(esito)}
    >
      {cessazioni.length > 0 && (
        <Statico>
          <Sezione id="storia" titolo="Atti di chiusura">
            <ElencoCessazioni cessazioni={cessazioni} />
          </Sezione>
        </Statico>
      )}
      {attivo && <Conclude attore={attore} chiusura={chiusura} />}
      {attivo && <Rinuncia attore={attore} chiusura={chiusura} />}
      {chiesta && (
        <Evidenze
          progettoId={progetto.id}
          oggetto="CESSAZIONE"
          oggettoId={chiesta.id}
          evidenze={evidenze}
          torna={routes.cessazione(progetto.id)}
          togli={togliEvidenzaAction}
          scrive={
            chiusura.capofila && attore.lettore === 'app_ente' ? { organizzazioneId: attore.organizzazioneId, capofila: true } : undefined
          }
          esito={esitoProva(prova)}
          titolo="Documenti della rinuncia"
        />
      )}
      {attivo && attore.ruolo === 'DIRIGENTE' && <Revoca attore={attore} chiusura={chiusura} />}
      {progetto.stato === 'CONCLUSO' && attore.ruolo === 'DIRIGENTE' && <Riapri progettoId={progetto.id} />}
    </PaginaProgetto>
  );
}

function quando({ progetto, fineEffettiva }: ChiusuraDelProgetto): string {
  if (fineEffettiva) return `Concluso il ${dataBreve(fineEffettiva)}.`;
  return progetto.fine ? `La fine in vigore è il ${dataBreve(progetto.fine)}.` : 'La fine non è indicata.';
}

type Props = { attore: Attore; chiusura: ChiusuraDelProgetto };

/** Tutti leggono che cosa manca; conclude il dirigente. Con una data diversa da quella proposta l'elenco può essere più corto: lo ricontrolla l'atto. */
const Conclude = ({ attore, chiusura: { progetto } }: Props) => {
  const oggi = giornoDi(attore.adesso);
  const mancano = blocchi(progetto, giornoProposto(oggi, progetto.fine)).map((blocco) =>
    // la verifica si apre solo in Regione
    attore.lettore === 'app_ente' && blocco.href.startsWith(routes.coda()) ? { ...blocco, href: routes.calendario(progetto.id) } : blocco,
  );
  return (
    <Sezione id="conclusione" titolo="Conclusione">
      {mancano.length > 0 ? <Blocchi blocchi={mancano} /> : <p>Relazioni approvate, nessuna richiesta aperta, prescrizioni verificate.</p>}
      {attore.ruolo === 'DIRIGENTE' && progetto.stato === 'AVVIATO' ? (
        <Dialogo
          id="concludi"
          titolo="Concludere il progetto?"
          apri="Concludi il progetto"
          taglia={36}
          variante={mancano.length > 0 ? 'secondario' : 'primario'}
        >
          <p>Dopo nessuna relazione è più dovuta e non si chiedono modifiche né proroghe. Un dirigente può riaprirlo.</p>
          <ModuloEsame
            action={concludiAction}
            nascosti={{ progettoId: progetto.id }}
            gruppi={campiConclusione(oggi, progetto.fine)}
            invia="Concludi il progetto"
          />
        </Dialogo>
      ) : (
        <p className="small second">Il progetto lo conclude un dirigente della Regione.</p>
      )}
    </Sezione>
  );
};

const Revoca = ({ attore, chiusura: { progetto, assegnatoCents } }: Props) => (
  <Sezione id="revoca" titolo="Revoca">
    <Dialogo id="revoca-disponi" titolo="Revocare il progetto?" apri="Revoca il progetto" variante="pericolo" taglia={36}>
      <p>Il progetto si chiude e non si riapre. Le richieste in attesa, anche una rinuncia, si chiudono con lui.</p>
      <ModuloEsame
        action={revocaAction}
        nascosti={{ progettoId: progetto.id }}
        gruppi={campiRevoca(giornoDi(attore.adesso), assegnatoCents)}
        invia="Revoca il progetto"
        variante="pericolo"
      />
    </Dialogo>
  </Sezione>
);

const Riapri = ({ progettoId }: { progettoId: string }) => (
  <Sezione id="riapertura" titolo="Riapertura">
    <Dialogo id="riapri" titolo="Riaprire il progetto?" apri="Riapri il progetto" variante="secondario" taglia={36}>
      <p>Torna in attuazione con la fine che aveva. La conclusione resta nella storia.</p>
      <ModuloAtto action={riapriAction} nascosti={{ progettoId }} invia="Riapri il progetto" />
    </Dialogo>
  </Sezione>
);
