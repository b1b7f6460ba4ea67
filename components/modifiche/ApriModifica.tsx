import type { DominioModifica } from '@/lib/bandi/configurazione';
import { DOMINI_MODIFICA } from '@/lib/bandi/configurazione';
import type { FormState } from '@/lib/forms/formState';
import type { RichiestaInBreve } from '@/lib/modifiche/queries';
import { APERTI, NOME_DOMINIO } from '@/lib/modifiche/schema';
import { SPIEGAZIONI } from '@/lib/moduloModifica/contesto';
import { routes } from '@/lib/routes';
import { ModuloAtto } from '../attuazione/ModuloAtto';

type Props = {
  action: (stato: FormState, dati: FormData) => Promise<FormState>;
  progettoId: string;
  richieste: readonly RichiestaInBreve[];
};

/** Si sceglie che cosa modificare; dove c'è già una richiesta aperta si va a quella. */
export const ApriModifica = ({ action, progettoId, richieste }: Props) => {
  const aperta = (dominio: DominioModifica) => richieste.find((r) => r.dominio === dominio && APERTI.includes(r.stato));
  const gia = DOMINI_MODIFICA.flatMap((dominio) => aperta(dominio) ?? []);
  const liberi = DOMINI_MODIFICA.filter((dominio) => !aperta(dominio));
  return (
    <>
      <p className="second">
        Si parte dal piano in vigore e si cambia solo ciò che serve. Alla presentazione il bando dice se basta comunicare la modifica o se
        la Regione deve approvarla, e chi decide: lo vedi mentre scrivi. Finché non è accolta vale il piano di prima.
      </p>
      {gia.length > 0 && (
        <p className="pt-4">
          Una sola richiesta aperta per ambito:{' '}
          {gia.map(({ id, numero, dominio }, posto) => (
            <span key={id}>
              {posto > 0 && ', '}
              <a href={routes.modifica(progettoId, id)}>
                continua la n. {numero} ({NOME_DOMINIO[dominio].toLowerCase()})
              </a>
            </span>
          ))}
          .
        </p>
      )}
      {liberi.length > 0 && (
        <div className="pt-4">
          <ModuloAtto action={action} nascosti={{ progettoId }} invia="Apri la modifica">
            <fieldset className="scelta-ambito">
              <legend className="legend">Che cosa vuoi modificare</legend>
              {liberi.map((dominio) => (
                <label key={dominio}>
                  <input type="radio" name="dominio" value={dominio} required />
                  <span>{NOME_DOMINIO[dominio]}</span>
                  <small>{SPIEGAZIONI[dominio]}</small>
                </label>
              ))}
            </fieldset>
          </ModuloAtto>
        </div>
      )}
    </>
  );
};
