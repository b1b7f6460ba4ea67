import { Cella, CellaTitolo, Riga } from '@/components/ui/Riga';
import { Tabella } from '@/components/ui/Tabella';
import { numero } from '@/lib/format/euro';
import { COLONNE, type Colonna, NOME_COLONNA, NOME_INDICATORE } from '@/lib/indicatori/codici';
import type { Pubblicata, Universo } from '@/lib/indicatori/tabella';

/** Una cella oscurata si dice, senza un limite: «meno di 5» la stringerebbe (domain 0.1). */
export const Quanti = ({ valore }: { valore: number | null }) =>
  valore === null ? <span className="second">soppresso</span> : numero(valore);

type Props = { didascalia: string; righe: readonly Pubblicata[]; universo: Universo };

const colonne = (universo: Universo) => [
  { etichetta: 'Indicatore' },
  ...COLONNE.map((c: Colonna) => ({ etichetta: NOME_COLONNA[c], numerica: true })),
  ...(universo === 'completi' ? [{ etichetta: 'Con gli incompleti', numerica: true }] : []),
];

/** Gli indicatori per sesso; guardando i soli completi, in fondo il totale di tutti i record. */
const TabellaIndicatori = ({ didascalia, righe, universo }: Props) => {
  const tutti = new Map(righe.filter((r) => r.universo === 'tutti').map((r) => [r.codice, r.valori.T]));
  return (
    <Tabella didascalia={didascalia} colonne={colonne(universo)} schede="numeri" fitta>
      {righe
        .filter((r) => r.universo === universo)
        .map(({ codice, valori }) => (
          <Riga key={codice} id={codice}>
            <CellaTitolo>
              {codice !== 'TOTALE' && <b>{codice} </b>}
              {NOME_INDICATORE[codice]}
            </CellaTitolo>
            {COLONNE.map((c) => (
              <Cella key={c} etichetta={NOME_COLONNA[c]} numerica>
                <Quanti valore={valori[c]} />
              </Cella>
            ))}
            {universo === 'completi' && (
              <Cella etichetta="Con gli incompleti" numerica>
                <Quanti valore={tutti.get(codice) ?? null} />
              </Cella>
            )}
          </Riga>
        ))}
    </Tabella>
  );
};

const diRisultato = ({ codice }: Pubblicata): boolean => /^(CR|EECR)/.test(codice);

/** Le due tabelle di un insieme di indicatori: chi partecipa, e che cosa ne viene. */
export const DueTabelle = ({ righe, universo }: Omit<Props, 'didascalia'>) => {
  const risultati = righe.filter(diRisultato);
  return (
    <>
      <TabellaIndicatori didascalia="Chi partecipa, per sesso" righe={righe.filter((r) => !diRisultato(r))} universo={universo} />
      {risultati.length > 0 && (
        <>
          <h3 className="mt-6">Che cosa ne viene</h3>
          <TabellaIndicatori didascalia="Risultati, per sesso" righe={risultati} universo={universo} />
        </>
      )}
    </>
  );
};
