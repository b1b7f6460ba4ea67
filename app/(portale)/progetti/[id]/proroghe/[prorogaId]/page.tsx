import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Evidenze } from '@/components/evidenze/Evidenze';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiRichiesta } from '@/components/proroghe/campi';
import { FattiProroghe } from '@/components/proroghe/FattiProroghe';
import { LetturaProroga } from '@/components/proroghe/LetturaProroga';
import { nomeProroga, StatoDellaProroga } from '@/components/proroghe/TabellaProroghe';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { requireLettore } from '@/lib/auth/requireAttore';
import { leggiEvidenze } from '@/lib/evidenze/queries';
import { esitoProva } from '@/lib/evidenze/rifiuti';
import { esitoProroga } from '@/lib/proroghe/labels';
import { leggiProroghe } from '@/lib/proroghe/queries';
import { routes } from '@/lib/routes';
import { togliEvidenzaAction } from '../../evidenze/actions';
import { PaginaProgetto } from '../../PaginaProgetto';
import { salvaAction } from '../actions';
import { Atti } from './Atti';

export const metadata: Metadata = { title: 'Proroga' };

export default async function ProrogaPage({ params, searchParams }: PageProps<'/progetti/[id]/proroghe/[prorogaId]'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const scelta = z.object({ id: z.uuid(), prorogaId: z.uuid() }).safeParse(await params);
  if (!scelta.success) notFound();
  const [progetto, evidenze] = await Promise.all([leggiProroghe(attore, scelta.data.id), leggiEvidenze(attore, scelta.data.prorogaId)]);
  const proroga = progetto?.proroghe.find(({ id }) => id === scelta.data.prorogaId);
  if (!progetto || !proroga) notFound();
  const { esito, prova } = await searchParams;
  const scrive = proroga.stato === 'BOZZA' && attore.lettore === 'app_ente' && progetto.capofila;
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={progetto}
      titolo={nomeProroga(progetto, proroga)}
      sottotitolo={<StatoDellaProroga proroga={proroga} />}
      porta={{ href: routes.proroghe(progetto.id), etichetta: 'Proroghe' }}
      dentro={nomeProroga(progetto, proroga)}
      fatto={esitoProroga(esito)}
    >
      <Statico>
        <FattiProroghe progetto={progetto} azioneId={proroga.azioneId} />
        {!scrive && <LetturaProroga proroga={proroga} />}
      </Statico>
      {scrive && (
        <Sezione id="richiesta" titolo="La richiesta" nota="In bozza, non presentata">
          <ModuloEsame
            action={salvaAction}
            nascosti={{ progettoId: progetto.id, prorogaId: proroga.id, rev: proroga.rev }}
            gruppi={campiRichiesta(proroga)}
            invia="Salva"
            variante="secondario"
          />
        </Sezione>
      )}
      {proroga.corregge === null && (
        <Evidenze
          progettoId={progetto.id}
          oggetto="PROROGA"
          oggettoId={proroga.id}
          evidenze={evidenze}
          torna={routes.proroga(progetto.id, proroga.id)}
          togli={togliEvidenzaAction}
          scrive={scrive ? { organizzazioneId: attore.organizzazioneId, capofila: true } : undefined}
          esito={esitoProva(prova)}
        />
      )}
      <Atti attore={attore} progetto={progetto} proroga={proroga} />
    </PaginaProgetto>
  );
}
