import { BottoneInvio } from '@/components/forms/BottoneInvio';
import { PASSWORD_DIMOSTRATIVA } from '@/lib/auth/passwordDimostrativa';
import type { AccountDimostrativo } from '@/lib/auth/sessioni';
import { nomeRuolo } from '@/lib/organizzazioni/labels';

type Voce = { email: string; nome: string; profili: string[] };

/** Una voce per persona, con tutti i suoi profili. */
function perPersona(account: AccountDimostrativo[]): Voce[] {
  const voci = new Map<string, Voce>();
  for (const { email, nome, cognome, ruolo, organizzazione_nome } of account) {
    const voce = voci.get(email) ?? { email, nome: `${nome} ${cognome}`, profili: [] };
    voce.profili.push(`${nomeRuolo(ruolo)}, ${organizzazione_nome}`);
    voci.set(email, voce);
  }
  return [...voci.values()];
}

/** Le persone inventate della dimostrazione. Compare solo in dimostrazione, dentro il modulo di accesso. */
export const AccountDimostrativi = ({ account }: { account: AccountDimostrativo[] }) => (
  <section aria-labelledby="dimostrativi">
    <h2 id="dimostrativi" className="orline">
      oppure prova con un account dimostrativo
    </h2>
    <p className="hint">
      Persone inventate. La password di tutte è <b>{PASSWORD_DIMOSTRATIVA}</b>
    </p>
    <ul className="demo">
      {perPersona(account).map(({ email, nome, profili }) => (
        <li key={email}>
          <div>
            <p>
              <b>{nome}</b>
            </p>
            {profili.map((profilo) => (
              <p key={profilo}>{profilo}</p>
            ))}
            <p className="hint">{email}</p>
          </div>
          <BottoneInvio variante="secondario" taglia={36} nome="dimostrativo" valore={email} inCorso="Accesso in corso">
            Entra<span className="sr"> come {nome}</span>
          </BottoneInvio>
        </li>
      ))}
    </ul>
  </section>
);
