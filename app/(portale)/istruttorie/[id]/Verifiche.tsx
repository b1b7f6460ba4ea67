import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { Sezione } from '@/components/ui/Sezione';
import { Statico } from '@/components/ui/Statico';
import type { Attore } from '@/lib/auth/attore';
import { type Configurazione, vociDi } from '@/lib/bandi/configurazione';
import type { IstruttoriaIntera } from '@/lib/istruttoria/letture';
import { IN_ISTRUTTORIA } from '@/lib/istruttoria/regole';
import { daVerificare, NOME_RISPOSTA, RISPOSTE } from '@/lib/istruttoria/verifiche';
import { salvaVerificheAction } from './actions';

type Voci = ReturnType<typeof vociDi<Configurazione['ammissibilita'][number]>>;
type Props = { esame: IstruttoriaIntera; configurazione: Configurazione; attore: Attore };

/** La lista di controllo dell'ammissibilità: si compila in istruttoria, poi si legge. */
export const Verifiche = ({ esame, configurazione, attore }: Props) => {
  const voci = vociDi(configurazione.ammissibilita, esame.fase);
  const scritte = esame.istruttoria?.verifiche ?? {};
  const mancano = daVerificare(voci, scritte).length;
  const nota = mancano === 0 ? 'Tutte compilate' : `${voci.length - mancano} su ${voci.length}`;
  const scrive = IN_ISTRUTTORIA.includes(esame.stato) && attore.ruolo === 'ISTRUTTORE';
  return (
    <Sezione id="verifiche" titolo="Verifiche di ammissibilità" nota={voci.length > 0 ? nota : undefined}>
      {voci.length === 0 ? (
        <p className="second">Il bando non prevede verifiche in questa fase.</p>
      ) : scrive ? (
        <ModuloEsame
          action={salvaVerificheAction}
          nascosti={{ progettoId: esame.id, rev: esame.istruttoria?.rev ?? 0 }}
          invia="Salva le verifiche"
          variante="secondario"
          gruppi={voci.map(({ chiave, testo }) => ({
            campi: [
              {
                tipo: 'risposta' as const,
                nome: `esito.${chiave}`,
                etichetta: testo,
                valore: scritte[chiave]?.esito ?? '',
                opzioni: RISPOSTE.map((r) => ({ valore: r, etichetta: NOME_RISPOSTA[r] })),
              },
              { tipo: 'testo' as const, nome: `nota.${chiave}`, etichetta: 'Nota', facoltativo: true, valore: scritte[chiave]?.nota ?? '' },
            ],
          }))}
        />
      ) : (
        <Statico>
          <VerificheScritte voci={voci} scritte={scritte} />
        </Statico>
      )}
    </Sezione>
  );
};

const VerificheScritte = ({ voci, scritte }: { voci: Voci; scritte: NonNullable<IstruttoriaIntera['istruttoria']>['verifiche'] }) => (
  <dl className="kv">
    {voci.map(({ chiave, testo }) => {
      const { esito = null, nota = '' } = scritte[chiave] ?? {};
      return (
        <div key={chiave}>
          <dt>{testo}</dt>
          <dd>
            {esito ? NOME_RISPOSTA[esito] : 'Senza risposta'}
            {nota && <span className="second">. {nota}</span>}
          </dd>
        </div>
      );
    })}
  </dl>
);
