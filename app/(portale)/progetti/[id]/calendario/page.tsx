import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { TabellaPeriodi } from '@/components/progetti/TabellaPeriodi';
import { Callout } from '@/components/ui/Callout';
import { Dialogo } from '@/components/ui/Dialogo';
import { Sezione } from '@/components/ui/Sezione';
import { Vuoto } from '@/components/ui/Vuoto';
import { piuGiorni } from '@/lib/attuazione/rules';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { esitoCalendario } from '@/lib/calendario/labels';
import { type CalendarioDelProgetto, leggiCalendario, type PeriodoDelCalendario } from '@/lib/calendario/queries';
import { LIMITE_MOTIVO } from '@/lib/calendario/schema';
import { prossimeScadenze, statoPeriodo } from '@/lib/calendario/stato';
import { dataBreve, giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { routes } from '@/lib/routes';
import { fraseSospensione } from '@/lib/sospensioni/labels';
import { inCorso } from '@/lib/sospensioni/scadenze';
import { apriAction } from '../actions';
import { hrefRelazione } from '../collegamenti';
import { PaginaProgetto } from '../PaginaProgetto';
import { chiediAction, togliAction } from './actions';

export const metadata: Metadata = { title: 'Calendario' };

export default async function CalendarioPage({ params, searchParams }: PageProps<'/progetti/[id]/calendario'>) {
  const attore = await requireLettore('app_ente', 'app_regione');
  const id = Uuid.safeParse((await params).id);
  const calendario = id.success ? await leggiCalendario(attore, id.data) : null;
  if (!calendario) notFound(); // assente, non tuo e non ancora avviato sono la stessa cosa
  const fatto = esitoCalendario((await searchParams).esito);
  const oggi = giornoDi(attore.adesso);
  const sospensione = inCorso(calendario.sospensioni, oggi);
  return (
    <PaginaProgetto
      lettore={attore.lettore}
      progetto={calendario}
      titolo="Calendario"
      sottotitolo={durata(calendario, oggi)}
      porta={{ href: routes.calendario(calendario.id), etichetta: 'Calendario' }}
      fatto={fatto}
    >
      {sospensione && <Callout icona="pausa">{fraseSospensione(sospensione, oggi)}</Callout>}
      <Sezione id="periodi" titolo="Periodi">
        {calendario.periodi.length === 0 ? (
          <Vuoto titolo="Nessun periodo">Qui compaiono i periodi di cui si rende conto e le loro scadenze.</Vuoto>
        ) : (
          <TabellaPeriodi
            calendario={calendario}
            oggi={oggi}
            hrefDi={({ rapporto, presentatoIl }) =>
              hrefRelazione(attore.lettore, calendario.id, { rapporto: rapporto && { ...rapporto, presentatoIl } })
            }
            comando={(periodo) => <Comando attore={attore} calendario={calendario} periodo={periodo} oggi={oggi} />}
          />
        )}
      </Sezione>
      {attore.lettore === 'app_regione' && calendario.stato === 'AVVIATO' && (
        <Straordinaria attore={attore} progettoId={calendario.id} oggi={oggi} />
      )}
    </PaginaProgetto>
  );
}

/** «Dal 01/10/2019 al 31/03/2021 (era il 31/12/2020). Prossima scadenza il 31/07/2020.» */
function durata({ avvio, fine, fineOriginaria, periodi }: CalendarioDelProgetto, oggi: string): string {
  const prima = fineOriginaria && fineOriginaria !== fine ? ` (era il ${dataBreve(fineOriginaria)})` : '';
  const quando = avvio && fine ? `Dal ${dataBreve(avvio)} al ${dataBreve(fine)}${prima}.` : '';
  const prossima = prossimeScadenze(periodi, oggi, 1)[0];
  return [quando, prossima && `Prossima scadenza il ${dataBreve(prossima.scadenza)}.`].filter(Boolean).join(' ');
}

type PropsComando = { attore: Attore; calendario: CalendarioDelProgetto; periodo: PeriodoDelCalendario; oggi: string };

/** L'ente apre la relazione di un periodo finito; la Regione toglie una straordinaria che nessuno ha presentato. */
const Comando = ({ attore, calendario, periodo, oggi }: PropsComando) => {
  const nascosti = { progettoId: calendario.id, periodoId: periodo.id };
  const daFare = ['SCADUTO', 'IN_SCADENZA', 'DA_PRESENTARE'].includes(statoPeriodo(periodo, oggi, false));
  if (attore.lettore === 'app_ente')
    return daFare && !periodo.rapporto && calendario.stato === 'AVVIATO' && !inCorso(calendario.sospensioni, oggi) ? (
      <ModuloAtto action={apriAction} nascosti={nascosti} invia="Apri la relazione" inCorso="Un momento" taglia={36} />
    ) : null;
  const toglie = periodo.tipo === 'STRAORDINARIO' && !periodo.presentatoIl && ['ISTRUTTORE', 'DIRIGENTE'].includes(attore.ruolo);
  return toglie ? (
    <Dialogo id={`togli-${periodo.id}`} titolo="Togliere la relazione straordinaria?" apri="Togli" variante="secondario" taglia={36}>
      <p>L’ente non la troverà più tra le cose da fare. Se ha già cominciato a scriverla non si può togliere.</p>
      <ModuloAtto action={togliAction} nascosti={nascosti} invia="Togli la relazione straordinaria" taglia={36} />
    </Dialogo>
  ) : null;
};

const GIORNI = 15;

const Straordinaria = ({ attore, progettoId, oggi }: { attore: Attore; progettoId: string; oggi: string }) => (
  <Sezione id="straordinaria" titolo="Relazione straordinaria" nota="Su un periodo già finito, oltre a quelle del calendario.">
    {attore.ruolo === 'ISTRUTTORE' || attore.ruolo === 'DIRIGENTE' ? (
      <ModuloEsame
        action={chiediAction}
        nascosti={{ progettoId }}
        invia="Chiedi la relazione"
        variante="secondario"
        gruppi={[
          {
            campi: [
              { tipo: 'data', nome: 'dal', etichetta: 'Dal', aiuto: 'gg/mm/aaaa' },
              { tipo: 'data', nome: 'al', etichetta: 'Al', aiuto: 'Al più tardi ieri.' },
              { tipo: 'data', nome: 'scadenza', etichetta: 'Da presentare entro il', valore: dataBreve(piuGiorni(oggi, GIORNI)) },
              { tipo: 'area', nome: 'motivo', etichetta: 'Perché la chiedi', massimo: LIMITE_MOTIVO, righe: 2, aiuto: 'Lo legge l’ente.' },
            ],
          },
        ]}
      />
    ) : (
      <p>La chiede un istruttore o un dirigente.</p>
    )}
  </Sezione>
);
