import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { campiAzioni, campiEntrata, campiIdentita } from '@/components/persone/campi';
import { ModuloPersona } from '@/components/persone/ModuloPersona';
import { Breadcrumb } from '@/components/ui/Breadcrumb';
import { Callout } from '@/components/ui/Callout';
import { Statico } from '@/components/ui/Statico';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { requireLettore } from '@/lib/auth/requireAttore';
import type { ProgettoConAzioni } from '@/lib/persone/letture';
import { progettiAperti } from '@/lib/persone/queries';
import { leggiPersona } from '@/lib/persone/queriesScheda';
import { routes } from '@/lib/routes';
import { registraAction } from '../actions';

export const metadata: Metadata = { title: 'Registra una persona' };

/** Ciò che resta della persona appena salvata: il progetto, le azioni, la data. Nessun nome. */
const Domanda = z.object({
  progetto: z.uuid().optional().catch(undefined),
  azioni: z
    .string()
    .max(8000)
    .transform((testo) => testo.split('.'))
    .catch([]),
  ingresso: z.iso.date().optional().catch(undefined),
  salvata: z.uuid().optional().catch(undefined),
});

const BOTTONI = [
  { valore: 'altra', testo: 'Salva e registra un’altra persona' },
  { valore: 'scheda', testo: 'Salva e apri la scheda' },
];

export default async function NuovaPersonaPage({ searchParams }: PageProps<'/persone/nuova'>) {
  const attore = await requireLettore('app_ente');
  const domanda = Domanda.parse(await searchParams);
  const progetti = await progettiAperti(attore);
  const progetto = domanda.progetto ? progetti.find(({ id }) => id === domanda.progetto) : progetti.length === 1 ? progetti[0] : undefined;
  if (domanda.progetto && !progetto) notFound();
  const salvata = domanda.salvata ? await leggiPersona(attore, domanda.salvata) : null;
  return (
    <>
      <Breadcrumb voci={[{ href: routes.persone(), etichetta: 'Persone' }, { etichetta: 'Registra una persona' }]} />
      <div className="wrap">
        <Statico>
          <TitoloPagina
            sottoPercorso
            titolo="Registra una persona"
            sottotitolo={progetto ? `${progetto.codice}, ${progetto.titolo}` : undefined}
          />
          {salvata && <Salvata id={salvata.id} forse={salvata.forse.length > 0} />}
          {!progetto && <ScegliProgetto progetti={progetti} />}
        </Statico>
        {progetto && (
          <ModuloPersona
            key={salvata?.id ?? 'prima'}
            action={registraAction}
            nascosti={{ progettoId: progetto.id }}
            gruppi={[
              campiIdentita(),
              campiEntrata({ ingresso: domanda.ingresso, informativaIl: domanda.ingresso }),
              {
                ...campiAzioni(progetto.azioni, progetto.azioni.length === 1 ? progetto.azioni.map(({ id }) => id) : domanda.azioni),
                legenda: 'Che cosa segue',
              },
            ]}
            bottoni={BOTTONI}
            fuoco={salvata ? 'codice' : undefined}
          />
        )}
      </div>
    </>
  );
}

const Salvata = ({ id, forse }: { id: string; forse: boolean }) => (
  <Callout tipo={forse ? 'attenzione' : 'successo'} annuncia>
    Persona registrata. {forse && 'Potrebbe essere la stessa di un’altra scheda del tuo ente: controlla. '}
    <a href={routes.persona(id)}>Apri la sua scheda</a>
  </Callout>
);

const ScegliProgetto = ({ progetti }: { progetti: ProgettoConAzioni[] }) => {
  if (progetti.length === 0)
    return <Vuoto titolo="Nessun progetto avviato">Le persone si registrano da quando un progetto del tuo ente è avviato.</Vuoto>;
  return (
    <>
      <h2>In quale progetto entra?</h2>
      <ul>
        {progetti.map(({ id, codice, titolo }) => (
          <li key={id}>
            <a href={routes.nuovaPersona({ progetto: id })}>
              {codice}, {titolo}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
