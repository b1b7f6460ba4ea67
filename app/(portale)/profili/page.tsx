import type { Metadata } from 'next';
import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { ModuloUscita } from '@/components/shell/ModuloUscita';
import { Bottone } from '@/components/ui/Bottone';
import { Callout } from '@/components/ui/Callout';
import { TitoloPagina } from '@/components/ui/TitoloPagina';
import { Vuoto } from '@/components/ui/Vuoto';
import { percorsoLocale } from '@/lib/auth/percorsoLocale';
import { requirePersona } from '@/lib/auth/requireAttore';
import { elencaProfili, type Profilo } from '@/lib/auth/sessioni';
import { dataLunga, isoDiData } from '@/lib/format/data';
import { nomeRuolo } from '@/lib/organizzazioni/labels';
import { scegliProfiloAction } from './actions';

export const metadata: Metadata = { title: 'Scegli il profilo' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProfiliPage({ searchParams }: Props) {
  const { segreto, attore } = await requirePersona();
  const { torna, avviso } = await searchParams;
  const incarichi = await elencaProfili(segreto);
  const percorso = typeof torna === 'string' ? percorsoLocale(torna) : null;
  return (
    <div className="wrap grid gap-6">
      <TitoloPagina
        titolo="Scegli il profilo"
        sottotitolo="Lavori per un ente alla volta. Puoi cambiare profilo quando vuoi, dal menu con il tuo nome."
      />
      {avviso === 'nonAttivo' && (
        <Callout tipo="attenzione" annuncia titolo="Quel profilo non è più attivo.">
          Scegline un altro.
        </Callout>
      )}
      {!attore && avviso !== 'nonAttivo' && incarichi.length === 1 && <Callout titolo="Il profilo con cui lavoravi non è più attivo." />}
      {incarichi.length === 0 ? (
        <NessunIncarico />
      ) : (
        <form action={scegliProfiloAction} className="max-w-[768px]">
          {percorso && <input type="hidden" name="torna" value={percorso} />}
          <ul className="notices">
            {incarichi.map((incarico) => (
              <VoceProfilo key={incarico.incarico_id} incarico={incarico} />
            ))}
          </ul>
        </form>
      )}
    </div>
  );
}

const VoceProfilo = ({ incarico }: { incarico: Profilo }) => {
  const { incarico_id, ruolo, organizzazione_nome, regione_nome, un_solo_progetto, al, scelto } = incarico;
  const limiti = [un_solo_progetto && 'per un solo progetto', al && `fino al ${dataLunga(isoDiData(al))}`].filter(Boolean).join(', ');
  return (
    <li className="flex flex-wrap items-center justify-between gap-4">
      <div>
        <h2 className="text-base leading-6">{organizzazione_nome}</h2>
        <p>
          Come {nomeRuolo(ruolo)}
          {limiti && `, ${limiti}`}. Regione {regione_nome.replace(/^Regione /, '')}
          {scelto && '. È il profilo attivo.'}
        </p>
      </div>
      <BottoneInvio variante={scelto ? 'secondario' : 'primario'} nome="incaricoId" valore={incarico_id} inCorso="Un momento">
        {scelto ? 'Continua' : 'Scegli'}
        <span className="sr">
          {' '}
          {organizzazione_nome} come {nomeRuolo(ruolo)}
        </span>
      </BottoneInvio>
    </li>
  );
};

const NessunIncarico = () => (
  <Vuoto
    titolo="Non hai incarichi attivi"
    azione={
      <ModuloUscita>
        <Bottone type="submit">Esci</Bottone>
      </ModuloUscita>
    }
  >
    Il tuo incarico è terminato o non è ancora cominciato. Lo assegna il legale rappresentante del tuo ente; per chiarimenti scrivi all’
    <a href="/assistenza">assistenza</a>.
  </Vuoto>
);
