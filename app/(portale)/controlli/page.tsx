import type { Metadata } from 'next';
import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloRichiesta } from '@/components/controlli/ModuloRichiesta';
import { SchedaAccesso } from '@/components/controlli/SchedaAccesso';
import { Selezione } from '@/components/forms/Selezione';
import { LinkBottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import type { Attore } from '@/lib/auth/attore';
import { requireLettore } from '@/lib/auth/requireAttore';
import { type AccessoChiesto, leggiControlli } from '@/lib/controlli/queries';
import { CHI_CHIEDE, statoAccesso } from '@/lib/controlli/regole';
import { GIORNI_MASSIMI } from '@/lib/controlli/schema';
import { routes } from '@/lib/routes';
import { autorizzaAction, chiediAction } from './actions';

export const metadata: Metadata = { title: 'Controlli sul posto' };

const ESITI: Record<string, string> = {
  chiesto: 'Richiesta inviata: ora la autorizza un dirigente. L’ente la vede già.',
  autorizzato: 'Lettura autorizzata: chi l’ha chiesta può leggere fino alla scadenza.',
};
const GIORNI = Array.from({ length: GIORNI_MASSIMI }, (_, n) => ({
  valore: String(n + 1),
  etichetta: n === 0 ? '1 giorno' : `${n + 1} giorni`,
}));

type PropsPagina = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ControlliPage({ searchParams }: PropsPagina) {
  const attore = await requireLettore('app_regione');
  const { esito } = await searchParams;
  const { accessi, progetti } = await leggiControlli(attore);
  const fatto = typeof esito === 'string' ? ESITI[esito] : undefined;
  return (
    <div className="wrap">
      <TitoloPagina
        titolo="Controlli sul posto"
        sottotitolo="I nomi delle persone seguite si leggono solo per un controllo: uno chiede con il motivo, un altro autorizza, per pochi giorni."
      />
      <Fatto>{fatto}</Fatto>
      {CHI_CHIEDE.includes(attore.ruolo) ? (
        <Sezione id="chiedi" titolo="Chiedi di leggere">
          <ModuloRichiesta action={chiediAction} progetti={progetti} />
        </Sezione>
      ) : (
        <Callout>La lettura la chiede un istruttore o un controllore; un dirigente, che è un’altra persona, la autorizza.</Callout>
      )}
      <Sezione id="richieste" titolo="Richieste">
        {accessi.length === 0 ? (
          <Vuoto titolo="Nessuna richiesta">Qui resta scritto chi ha chiesto, chi ha autorizzato e quante volte si è letto.</Vuoto>
        ) : (
          accessi.map((accesso) => (
            <SchedaAccesso key={accesso.id} accesso={accesso} stato={statoAccesso(accesso, attore.adesso)}>
              <CheFare accesso={accesso} attore={attore} />
            </SchedaAccesso>
          ))
        )}
      </Sezione>
    </div>
  );
}

/** Autorizzare, leggere, o la frase che dice chi può. */
const CheFare = ({ accesso, attore }: { accesso: AccessoChiesto; attore: Attore }) => {
  const stato = statoAccesso(accesso, attore.adesso);
  const mia = accesso.chiestoDa === attore.utenteId;
  if (stato === 'IN_ATTESA' && attore.ruolo === 'DIRIGENTE' && !mia)
    return (
      <ModuloAtto
        action={autorizzaAction}
        nascosti={{ accessoId: accesso.id }}
        invia="Autorizza la lettura"
        inCorso="Autorizzazione in corso"
        taglia={36}
      >
        <Selezione
          nome="giorni"
          id={`giorni-${accesso.id}`}
          etichetta="Per quanto"
          opzioni={GIORNI}
          aiuto="Non si annulla: scade da sola."
        />
      </ModuloAtto>
    );
  if (stato === 'IN_ATTESA') return <p className="second">Aspetta un dirigente, che deve essere un’altra persona.</p>;
  if (stato === 'ATTIVO' && mia)
    return (
      <LinkBottone href={routes.controllo(accesso.id)} taglia={36}>
        Leggi i nomi
      </LinkBottone>
    );
  return null;
};
