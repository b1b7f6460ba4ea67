import type { Opzione } from '@/components/forms/Selezione';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { campiAzioni, campiEntrata } from '@/components/persone/campi';
import { ModuloPersona } from '@/components/persone/ModuloPersona';
import { nomeDi } from '@/components/persone/TabellaPersone';
import { Callout } from '@/components/ui/Callout';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { Sezione } from '@/components/ui/Sezione';
import type { Attore } from '@/lib/auth/attore';
import { dataBreve, dataEOra } from '@/lib/format/data';
import type { Identita } from '@/lib/identita/identita';
import type { AccessoLetto, Nomi, PersonaLetta } from '@/lib/persone/letture';
import { cercaPersone, progettiAperti } from '@/lib/persone/queries';
import { leggiNomi } from '@/lib/persone/queriesNomi';
import { SENZA_CODICE, SESSI } from '@/lib/persone/vocabolari';
import { routes } from '@/lib/routes';
import { aggiungiAction, unisciAction } from '../actions';

/** Ciò che sta intorno alle partecipazioni: chi è, altri progetti, doppioni, chi l'ha vista. */

export const ChiE = ({ persona, identita }: { persona: PersonaLetta; identita: Identita | undefined }) => (
  <div className="max-w-[640px] pt-4">
    <ElencoChiave
      voci={[
        { termine: 'Codice', valore: identita?.codiceFiscale ?? (persona.senzaCodice ? SENZA_CODICE[persona.senzaCodice] : 'Tolto') },
        { termine: 'Sesso', valore: persona.sesso ? SESSI[persona.sesso] : 'Non dichiarato' },
        { termine: 'Data di nascita', valore: persona.dataNascita ? dataBreve(persona.dataNascita) : 'Non dichiarata' },
        { termine: 'Recapiti', valore: [identita?.telefono, identita?.email, identita?.indirizzo].filter(Boolean).join(', ') || 'Nessuno' },
        { termine: 'Nucleo familiare', valore: persona.nucleo ?? 'Nessuno' },
        ...(persona.confluite > 0 ? [{ termine: 'Schede unite a questa', valore: String(persona.confluite) }] : []),
      ]}
    />
  </div>
);

/** Gli altri progetti dell'ente in cui la persona può entrare; `scelto` apre il modulo. */
export async function Altrove({ attore, persona, scelto }: { attore: Attore; persona: PersonaLetta; scelto: string }) {
  const suoi = persona.partecipazioni.map(({ progetto }) => progetto.id);
  const liberi = (await progettiAperti(attore)).filter(({ id }) => !suoi.includes(id));
  const progetto = liberi.find(({ id }) => id === scelto);
  const [ultima] = persona.partecipazioni;
  if (liberi.length === 0) return null;
  return (
    <Sezione id="altrove" titolo="Altri progetti">
      {progetto ? (
        <ModuloPersona
          action={aggiungiAction}
          nascosti={{ personaId: persona.id, progettoId: progetto.id }}
          gruppi={[
            {
              ...campiEntrata({ ...ultima, ingresso: undefined, informativaIl: undefined }),
              legenda: `Com’era all’ingresso in ${progetto.codice}, ${progetto.titolo}`,
            },
            campiAzioni(progetto.azioni, []),
          ]}
          bottoni={[{ valore: 'scheda', testo: 'Aggiungi la partecipazione' }]}
        />
      ) : (
        <ul>
          {liberi.map(({ id, codice, titolo }) => (
            <li key={id}>
              <a href={`${routes.persona(persona.id, { aggiungi: id })}#altrove`}>
                Aggiungi a {codice}, {titolo}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Sezione>
  );
}

/** Un'altra scheda che può essere della stessa persona. Non si uniscono mai da sole. */
type PropsUnioni = { persona: PersonaLetta; nomi: Nomi /** Null finché non si chiede di cercarle. */; candidate: Opzione[] | null };
export const Unioni = ({ persona, nomi, candidate }: PropsUnioni) => (
  <>
    {persona.forse.length > 0 && (
      <Callout tipo="attenzione" titolo="Possibile stessa persona.">
        Hanno un codice fiscale che potrebbe essere lo stesso, ma due codici diversi sono due persone: controlla i documenti.{' '}
        {persona.forse.map((id) => (
          <a key={id} href={routes.persona(id)}>
            {nomeDi(nomi, id)}
          </a>
        ))}
      </Callout>
    )}
    <Sezione id="unisci" titolo="Registrata due volte?">
      {candidate === null ? (
        <p>
          <a href={`${routes.persona(persona.id, { doppioni: 'si' })}#unisci`}>Cerca altre schede con lo stesso cognome</a>
        </p>
      ) : candidate.length === 0 ? (
        <p>Non ci sono altre schede del tuo ente con lo stesso cognome.</p>
      ) : (
        <>
          <p className="small">
            Le partecipazioni dell’altra scheda passano a questa; di due nello stesso progetto resta il primo ingresso. Non si può
            annullare.
          </p>
          <ModuloEsame
            action={unisciAction}
            nascosti={{ resta: persona.id }}
            gruppi={[
              {
                campi: [
                  {
                    tipo: 'scelta',
                    nome: 'assorbita',
                    etichetta: 'Scheda da unire a questa',
                    vuota: 'Scegli la scheda',
                    opzioni: candidate,
                  },
                ],
              },
            ]}
            invia="Unisci le due schede"
            variante="pericolo"
          />
        </>
      )}
    </Sezione>
  </>
);

/** Le altre schede dell'ente con lo stesso cognome: le legge solo chi le chiede, e resta scritto. */
export async function omonimi(attore: Attore, personaId: string, cognome: string): Promise<Opzione[]> {
  const altre = (await cercaPersone(attore, cognome)).filter((id) => id !== personaId);
  const nomi = await leggiNomi(attore, altre, 'RICERCA');
  return altre.map((id) => ({ valore: id, etichetta: `${nomeDi(nomi, id)}, ${nomi.get(id)?.codiceFiscale ?? 'senza codice'}` }));
}

const SCOPI: Record<string, string> = {
  SCHEDA: 'apertura della scheda',
  ELENCO: 'elenco',
  RICERCA: 'ricerca',
  ESPORTAZIONE: 'esportazione',
  CONTROLLO: 'controllo della Regione',
  INTERESSATO: 'richiesta dell’interessato',
};

export const Accessi = ({ accessi }: { accessi: AccessoLetto[] }) => (
  <Sezione id="accessi" titolo="Chi ha letto questo nome di recente">
    {accessi.length === 0 ? (
      <p>Nessuno prima di adesso.</p>
    ) : (
      <ul>
        {accessi.map(({ istante, scopo, chi }) => (
          <li key={`${istante}${scopo}`}>
            {dataEOra(new Date(istante))}, {chi}: {SCOPI[scopo] ?? scopo}
          </li>
        ))}
      </ul>
    )}
  </Sezione>
);
