import { ModuloAtto } from '@/components/attuazione/ModuloAtto';
import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import type { Attore } from '@/lib/auth/attore';
import { dataBreve, giornoDi } from '@/lib/format/data';
import type { IstruttoriaIntera } from '@/lib/istruttoria/letture';
import { DA_DECIDERE, IN_ISTRUTTORIA } from '@/lib/istruttoria/regole';
import { assegnaAction } from './actions';

const aperta = ({ stato }: IstruttoriaIntera): boolean =>
  IN_ISTRUTTORIA.includes(stato) || DA_DECIDERE.includes(stato) || stato === 'IDEA_DA_INTEGRARE' || stato === 'PROGETTO_DA_INTEGRARE';

/** Chi se ne occupa, e a chi si può affidare. */
export const Assegnazione = ({ esame, attore }: { esame: IstruttoriaIntera; attore: Attore }) => {
  const { istruttoria, istruttori } = esame;
  const mia = istruttoria?.assegnataA === attore.utenteId;
  const puo = aperta(esame) && (attore.ruolo === 'ISTRUTTORE' || attore.ruolo === 'DIRIGENTE');
  const altri = istruttori.filter(({ id }) => id !== istruttoria?.assegnataA && id !== attore.utenteId);
  return (
    <section>
      <h2>Istruttore</h2>
      <p className="small">
        {istruttoria?.assegnataNome ?? 'Nessuno: l’istruttoria è da assegnare.'}
        {istruttoria?.assegnataIl && <span className="second">, dal {dataBreve(giornoDi(new Date(istruttoria.assegnataIl)))}</span>}
      </p>
      {puo && !mia && attore.ruolo === 'ISTRUTTORE' && (
        <ModuloAtto
          action={assegnaAction}
          nascosti={{ progettoId: esame.id, utenteId: attore.utenteId }}
          invia="Assegna a me"
          variante="secondario"
          taglia={36}
        />
      )}
      {puo && altri.length > 0 && (
        <details>
          <summary>{istruttoria?.assegnataA ? 'Passa a un’altra persona' : 'Assegna a un’altra persona'}</summary>
          <ModuloEsame
            action={assegnaAction}
            nascosti={{ progettoId: esame.id }}
            invia="Assegna"
            variante="secondario"
            taglia={36}
            gruppi={[
              {
                campi: [
                  {
                    tipo: 'scelta',
                    nome: 'utenteId',
                    etichetta: 'Istruttore',
                    vuota: 'Scegli una persona',
                    opzioni: altri.map(({ id, nome }) => ({ valore: id, etichetta: nome })),
                  },
                ],
              },
            ]}
          />
        </details>
      )}
    </section>
  );
};
