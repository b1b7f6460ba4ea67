import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CollegamentoDimostrativo } from '@/components/avvisi/CollegamentoDimostrativo';
import { ContenutoCandidatura } from '@/components/avvisi/ContenutoCandidatura';
import { Badge } from '@/components/ui/Badge';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { requireLettore } from '@/lib/auth/requireAttore';
import { eSegreto } from '@/lib/auth/segreti';
import { ETICHETTA_CANDIDATURA } from '@/lib/avvisi/labels';
import { leggiCandidatura } from '@/lib/avvisi/queries';
import { Uuid } from '@/lib/format/uuid';
import { postaInPagina } from '@/lib/posta/dimostrazione';
import { routes } from '@/lib/routes';
import { Esame } from './Esame';

export const metadata: Metadata = { title: 'Candidatura' };

type Props = {
  params: Promise<{ id: string; candidaturaId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CandidaturaPage({ params, searchParams }: Props) {
  const attore = await requireLettore('app_ente');
  const { id, candidaturaId } = await params;
  const { dimostrazione } = await searchParams;
  const validi = Uuid.safeParse(id).success && Uuid.safeParse(candidaturaId).success;
  const letta = validi ? await leggiCandidatura(attore, id, candidaturaId) : null;
  if (!letta) notFound();
  const { progetto, candidatura } = letta;
  const stato = ETICHETTA_CANDIDATURA[candidatura.stato];
  return (
    <>
      <Statico>
        <Breadcrumb
          voci={[
            { href: routes.progetto(id), etichetta: progetto.titolo },
            { href: routes.avvisoProgetto(id), etichetta: 'Avviso per i partner' },
            { etichetta: candidatura.dati.denominazione },
          ]}
        />
        <div className="wrap">
          <TitoloPagina
            sottoPercorso
            titolo={candidatura.dati.denominazione}
            sottotitolo={`Candidatura all’avviso «${letta.avviso.titolo}»`}
            stato={
              <Badge famiglia={stato.famiglia} icona={stato.icona}>
                {candidatura.accolta ? 'Partner del progetto' : stato.testo}
              </Badge>
            }
          />
          {eSegreto(dimostrazione) && postaInPagina() && (
            <div className="pt-6">
              <CollegamentoDimostrativo href={routes.invito(dimostrazione)} etichetta="Apri l’invito dell’organizzazione" />
            </div>
          )}
          <ContenutoCandidatura
            candidatura={letta}
            hrefAllegato={(allegatoId) => routes.allegatoCandidatura(id, candidaturaId, allegatoId)}
          />
        </div>
      </Statico>
      <Esame letta={letta} attore={attore} />
    </>
  );
}
