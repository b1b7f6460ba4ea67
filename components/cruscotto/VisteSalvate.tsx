import type { VistaSalvata } from '@/lib/cruscotto/letture';
import { soloCondizioni } from '@/lib/cruscotto/schema';
import type { FormState } from '@/lib/forms/formState';
import { routes } from '@/lib/routes';
import { ModuloAtto } from '../attuazione/ModuloAtto';
import { CampoTesto } from '../forms/CampoTesto';
import { Dialogo } from '../ui/Dialogo';

type Azione = (stato: FormState, dati: FormData) => Promise<FormState>;
type Props = {
  viste: VistaSalvata[];
  /** La domanda dell’elenco aperto; vuota se nessuna condizione lo restringe: allora non c’è nulla da salvare. */
  filtri: string;
  salva: Azione;
  rinomina: Azione;
  elimina: Azione;
};

/** I filtri che una persona tiene pronti: aprirli, salvarli, rinominarli, eliminarli. */
export const VisteSalvate = ({ viste, filtri, salva, rinomina, elimina }: Props) => (
  <div className="viste">
    {viste.length > 0 && (
      <ul className="viste__voci" aria-label="Filtri salvati">
        {viste.map(({ id, nome, filtri: condizioni }) => (
          <li key={id}>
            <a className="chip" href={routes.cruscottoElenco(soloCondizioni(condizioni))}>
              {nome}
            </a>
          </li>
        ))}
      </ul>
    )}
    {filtri && (
      <details className="figtab">
        <summary>Salva questi filtri</summary>
        <ModuloAtto action={salva} nascosti={{ filtri }} invia="Salva" variante="secondario" taglia={36}>
          <CampoTesto nome="nome" etichetta="Nome" aiuto="Li ritrovi solo tu." required />
        </ModuloAtto>
      </details>
    )}
    {viste.length > 0 && (
      <details className="figtab">
        <summary>Gestisci i filtri salvati</summary>
        <ul className="grid gap-4">
          {viste.map(({ id, nome }) => (
            <li key={id} className="viste__riga">
              <ModuloAtto action={rinomina} nascosti={{ vistaId: id, torna: filtri }} invia="Rinomina" variante="secondario" taglia={36}>
                <CampoTesto nome="nome" id={`nome-${id}`} etichetta="Nome" valore={nome} required />
              </ModuloAtto>
              <Dialogo id={`elimina-${id}`} titolo={`Eliminare i filtri «${nome}»?`} apri="Elimina" variante="quieto" taglia={36}>
                <ModuloAtto
                  action={elimina}
                  nascosti={{ vistaId: id, torna: filtri }}
                  invia="Elimina i filtri"
                  variante="pericolo"
                  taglia={36}
                />
              </Dialogo>
            </li>
          ))}
        </ul>
      </details>
    )}
  </div>
);
