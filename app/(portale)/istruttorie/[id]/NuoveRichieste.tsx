import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import { dataBreve } from '@/lib/format/data';
import { type IstruttoriaIntera, richiesteInEsame } from '@/lib/istruttoria/letture';
import { MOTIVI_INAMMISSIBILITA, MOTIVI_INTEGRAZIONE, opzioniDi } from '@/lib/istruttoria/motivi';
import { giorniPerRispondere, preavvisoVigente, primoTermine } from '@/lib/istruttoria/regole';
import { LIMITI_ESAME } from '@/lib/istruttoria/schema';
import { chiediIntegrazioniAction, inviaPreavvisoAction } from './actions';

type Props = { esame: IstruttoriaIntera; configurazione: Configurazione; adesso: Date };

/** Ciò che l'istruttore può chiedere all'ente prima di decidere: integrazioni, o il preavviso di un no. */
export const NuoveRichieste = ({ esame, configurazione, adesso }: Props) => {
  const { richieste, depositataIl } = richiesteInEsame(esame);
  const preavvisato = preavvisoVigente(richieste, depositataIl) !== undefined;
  const giorniPreavviso = giorniPerRispondere(configurazione.giorniPreavviso);
  const fra = (giorni: number) => dataBreve(primoTermine(adesso, giorni));
  return (
    <>
      <details className="chiedi">
        <summary>Chiedi integrazioni (soccorso istruttorio)</summary>
        <ModuloEsame
          action={chiediIntegrazioniAction}
          nascosti={{ progettoId: esame.id }}
          invia="Chiedi le integrazioni"
          gruppi={[
            {
              campi: [
                {
                  tipo: 'caselle',
                  nome: 'sezioni',
                  etichetta: 'Sezioni da riaprire',
                  aiuto: 'L’ente potrà riscrivere solo queste.',
                  opzioni: sezioniDi(configurazione, esame.fase).map(({ chiave, titolo }) => ({ valore: chiave, etichetta: titolo })),
                },
                { tipo: 'scelta', nome: 'motivo', etichetta: 'Motivo', vuota: 'Scegli il motivo', opzioni: opzioniDi(MOTIVI_INTEGRAZIONE) },
                { tipo: 'area', nome: 'testo', etichetta: 'Che cosa va integrato', massimo: LIMITI_ESAME.testo },
                { tipo: 'data', nome: 'entro', etichetta: 'Da inviare entro', valore: fra(configurazione.giorniIntegrazioni) },
              ],
            },
          ]}
        />
      </details>
      {!preavvisato && (
        <details className="chiedi">
          <summary>Invia il preavviso di rigetto</summary>
          <ModuloEsame
            action={inviaPreavvisoAction}
            nascosti={{ progettoId: esame.id }}
            invia="Invia il preavviso"
            variante="secondario"
            gruppi={[
              {
                campi: [
                  {
                    tipo: 'caselle',
                    nome: 'motivi',
                    etichetta: 'Motivi che impediscono di accogliere la domanda',
                    opzioni: opzioniDi(MOTIVI_INAMMISSIBILITA),
                  },
                  { tipo: 'area', nome: 'testo', etichetta: 'Spiegazione, che l’ente leggerà', massimo: LIMITI_ESAME.testo },
                  {
                    tipo: 'data',
                    nome: 'entro',
                    etichetta: 'L’ente può rispondere entro',
                    aiuto: `Almeno ${giorniPreavviso} giorni.`,
                    valore: fra(giorniPreavviso),
                  },
                ],
              },
            ]}
          />
        </details>
      )}
    </>
  );
};
