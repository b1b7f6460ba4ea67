import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Evidenze } from '@/components/evidenze/Evidenze';
import { FattiModifica } from '@/components/modifiche/FattiModifica';
import { StanzaProgetto } from '@/components/progetti/StanzaProgetto';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Fatto } from '@/components/ui/Fatto';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type EvidenzaInElenco, leggiEvidenze } from '@/lib/evidenze/queries';
import { esitoProva } from '@/lib/evidenze/rifiuti';
import { leggiModifica, type ModificaIntera } from '@/lib/modifiche/queriesModifica';
import { NOME_DOMINIO } from '@/lib/modifiche/schema';
import { messaggioModifica } from '@/lib/moduloModifica/contesto';
import { ETICHETTA_RICHIESTA } from '@/lib/richieste/labels';
import { routes } from '@/lib/routes';
import { stanzaDelProgetto } from '../../collegamenti';
import { togliEvidenzaAction } from '../../evidenze/actions';
import { Decisione } from './Decisione';
import { InLettura } from './InLettura';
import { Annulla, InScrittura } from './InScrittura';

export const metadata: Metadata = { title: 'Richiesta di modifica' };

type Props = PageProps<'/progetti/[id]/modifiche/[richiestaId]'>;

export default async function ModificaPage({ params, searchParams }: Props) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const scelta = z.object({ id: z.uuid(), richiestaId: z.uuid() }).safeParse(await params);
  const modifica = scelta.success ? await leggiModifica(attore, scelta.data.id, scelta.data.richiestaId) : null;
  if (!modifica) notFound(); // assente, non tua e ancora in bozza per la Regione sono la stessa cosa
  const { esito, prova } = await searchParams;
  const { richiesta } = modifica;
  const evidenze = await leggiEvidenze(attore, richiesta.id);
  const scrive = inScrittura(attore, modifica);
  const fatto = messaggioModifica(esito);
  const prove = <Prove attore={attore} modifica={modifica} evidenze={evidenze} scrive={scrive} esito={prova} />;
  return (
    <>
      <Breadcrumb
        voci={[
          { href: routes.progetti(), etichetta: attore.lettore === 'app_ente' ? 'I miei progetti' : 'Progetti' },
          { href: routes.progetto(modifica.id), etichetta: modifica.titolo },
          { href: routes.modifiche(modifica.id), etichetta: 'Modifiche' },
          { etichetta: `Modifica n. ${richiesta.numero}` },
        ]}
      />
      <div className="wrap">
        <Titolo modifica={modifica} />
        <StanzaProgetto gruppi={stanzaDelProgetto(attore.lettore, modifica.id, modifica.stato)} attiva={routes.modifiche(modifica.id)} />
        {fatto && (
          <div className="pt-6">
            <Fatto>{fatto}</Fatto>
          </div>
        )}
        <div className="with-rail">
          <div>
            {scrive ? (
              <InScrittura attore={attore} modifica={modifica} prove={prove} />
            ) : (
              <>
                <InLettura modifica={modifica} />
                {prove}
              </>
            )}
            {!scrive && annullabile(attore, modifica) && (
              <div className="pt-6">
                <Annulla progettoId={modifica.id} richiestaId={richiesta.id} />
              </div>
            )}
          </div>
          <FattiModifica richiesta={richiesta} />
        </div>
        {attore.lettore === 'app_regione' && <Decisione attore={attore} modifica={modifica} />}
      </div>
    </>
  );
}

type PropsProve = {
  attore: Attore;
  modifica: ModificaIntera;
  evidenze: EvidenzaInElenco[];
  scrive: boolean;
  esito: string | string[] | undefined;
};

const Prove = ({ attore, modifica, evidenze, scrive, esito }: PropsProve) => (
  <div className="pt-10">
    <Evidenze
      progettoId={modifica.id}
      oggetto="MODIFICA"
      oggettoId={modifica.richiesta.id}
      evidenze={evidenze}
      torna={routes.modifica(modifica.id, modifica.richiesta.id)}
      togli={scrive ? togliEvidenzaAction : undefined}
      scrive={scrive ? { organizzazioneId: attore.organizzazioneId, capofila: modifica.capofila } : undefined}
      esito={esitoProva(esito)}
      aiuto={scrive ? 'Prima salva la bozza: allegando un file la pagina si ricarica.' : undefined}
    />
  </div>
);

const inScrittura = (attore: Attore, { capofila, richiesta }: ModificaIntera): boolean =>
  attore.lettore === 'app_ente' &&
  capofila &&
  richiesta.stato === 'BOZZA' &&
  (attore.ruolo === 'REFERENTE' || attore.ruolo === 'OPERATORE');

const annullabile = (attore: Attore, { capofila, richiesta }: ModificaIntera): boolean =>
  attore.lettore === 'app_ente' &&
  capofila &&
  attore.ruolo === 'REFERENTE' &&
  (richiesta.stato === 'PRESENTATA' || richiesta.stato === 'IN_ISTRUTTORIA');

const Titolo = ({ modifica: { codice, titolo, richiesta } }: { modifica: ModificaIntera }) => {
  const stato = ETICHETTA_RICHIESTA[richiesta.stato];
  return (
    <TitoloPagina
      sottoPercorso
      titolo={`Modifica n. ${richiesta.numero}: ${NOME_DOMINIO[richiesta.dominio].toLowerCase()}`}
      stato={
        <>
          <Badge famiglia={stato.famiglia} icona={stato.icona}>
            {stato.testo}
          </Badge>
          <span>
            <span className="mono">{codice}</span> {titolo}
          </span>
        </>
      }
    />
  );
};
