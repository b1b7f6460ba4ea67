import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { campiIdentita } from '@/components/persone/campi';
import { ModuloPersona } from '@/components/persone/ModuloPersona';
import { SchedaPartecipazione } from '@/components/persone/SchedaPartecipazione';
import { nomeDi } from '@/components/persone/TabellaPersone';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Fatto } from '@/components/ui/Fatto';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import { giornoDi } from '@/lib/format/data';
import { Uuid } from '@/lib/format/uuid';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { leggiPersona } from '@/lib/persone/queriesScheda';
import { mancaPerTrasmettere } from '@/lib/persone/regole';
import { routes } from '@/lib/routes';
import { SovrapposizionePersona } from '../../sovrapposizioni/SovrapposizionePersona';
import { correggiIdentitaAction } from '../actions';
import { Accessi, Altrove, ChiE, omonimi, Unioni } from './Contorno';
import { Apri, Moduli } from './Moduli';

export const metadata: Metadata = { title: 'Scheda di una persona' };

const FATTO: Record<string, string> = {
  registrata: 'Persona registrata.',
  corretta: 'Correzione salvata.',
  uscita: 'Uscita registrata. Gli esiti compariranno tra le cose da fare.',
  rientro: 'Rientro registrato.',
  esito: 'Esito salvato.',
  tolta: 'Partecipazione tolta.',
  unita: 'Le due schede ora sono una.',
};

export default async function PersonaPage({ params, searchParams }: PageProps<'/persone/[id]'>) {
  const attore = await requireLettore('app_ente');
  const id = Uuid.safeParse((await params).id);
  const persona = id.success ? await leggiPersona(attore, id.data) : null;
  if (!persona) notFound(); // assente e non in carico al tuo ente sono la stessa cosa
  if (persona.unitaA) redirect(routes.persona(persona.unitaA));
  const nomi = await leggiNomi(attore, [persona.id, ...persona.forse], 'SCHEDA');
  const identita = nomi.get(persona.id);
  const { esito: scritto, aggiungi, doppioni } = await searchParams;
  const candidate = doppioni && identita ? await omonimi(attore, persona.id, identita.cognome) : null;
  const esito = String(scritto ?? '');
  const oggi = giornoDi(attore.adesso);
  return (
    <>
      <Breadcrumb voci={[{ href: routes.persone(), etichetta: 'Persone' }, { etichetta: nomeDi(nomi, persona.id) }]} />
      <div className="wrap">
        <Statico>
          <TitoloPagina sottoPercorso titolo={nomeDi(nomi, persona.id)} />
          <Fatto>{FATTO[esito]}</Fatto>
          {esito === 'fuori' && (
            <Callout tipo="attenzione" annuncia>
              Esito salvato, ma rilevato fuori dai tempi: negli indicatori non conta.
            </Callout>
          )}
          {persona.limitata && (
            <Callout tipo="attenzione" titolo="Trattamento limitato.">
              Per una sua richiesta i dati di questa persona si conservano e basta: non si scrive e non si conta nulla.{' '}
              <a href={routes.dirittiPersone()}>Le richieste degli interessati</a>
            </Callout>
          )}
          <ChiE persona={persona} identita={identita} />
        </Statico>
        {identita && (
          <Apri titolo="Correggi chi è">
            <ModuloPersona
              key={persona.rev}
              action={correggiIdentitaAction}
              nascosti={{ personaId: persona.id, rev: persona.rev }}
              gruppi={[campiIdentita({ identita, persona })]}
              bottoni={[{ valore: 'scheda', testo: 'Salva la correzione' }]}
            />
          </Apri>
        )}
        {persona.partecipazioni.length === 0 && <Vuoto titolo="Nessun progetto">Questa persona non partecipa a nessun progetto.</Vuoto>}
        {persona.partecipazioni.map((partecipazione, n) => (
          <Sezione
            key={`${partecipazione.id}-${partecipazione.rev}`}
            id={`progetto-${n}`}
            titolo={`${partecipazione.progetto.codice}, ${partecipazione.progetto.titolo}`}
          >
            <Statico>
              <SchedaPartecipazione
                partecipazione={partecipazione}
                manca={mancaPerTrasmettere({ ...partecipazione, sesso: persona.sesso, dataNascita: persona.dataNascita })}
                oggi={oggi}
              />
            </Statico>
            {!persona.anonima && !persona.limitata && <Moduli partecipazione={partecipazione} scopo={String(n)} />}
          </Sezione>
        ))}
        {!persona.anonima && !persona.limitata && (
          <>
            <Altrove attore={attore} persona={persona} scelto={String(aggiungi ?? '')} />
            <SovrapposizionePersona attore={attore} personaId={persona.id} />
            <Unioni persona={persona} nomi={nomi} candidate={candidate} />
          </>
        )}
        <Statico>
          {!persona.anonima && (
            <p className="small pt-4">
              Chiede di vedere, correggere o cancellare i suoi dati?{' '}
              <a href={routes.dirittiPersone({ persona: persona.id })}>Registra la richiesta</a>.
            </p>
          )}
          <Accessi accessi={persona.accessi} />
        </Statico>
      </div>
    </>
  );
}
