import type { VoceBudget } from '@/lib/domande/valori';
import { euro } from '@/lib/format/euro';
import { costoDi, FONTI, type Fonti, totali } from '@/lib/piano/bilancio';
import type { ContestoPiano } from '@/lib/piano/contesto';
import { Cella, CellaTitolo, Riga } from '../ui/Riga';
import { Tabella } from '../ui/Tabella';

type Contesto = Pick<ContestoPiano, 'azioni' | 'partner' | 'categorieCosto'>;
type Props = { voci: readonly VoceBudget[]; contesto: Contesto };

/** Le somme del quadro economico, per azione, per categoria di costo e per ente: tre letture dello stesso totale. */
export const TabelleBudget = ({ voci, contesto }: Props) => {
  const { perAzione, perCategoria, perEnte, totale } = totali(voci);
  if (costoDi(totale) === 0n) return null; // finché non c'è un importo tre tabelle di zeri non dicono nulla
  const nomi = {
    azione: (id: string) => {
      const azione = contesto.azioni.find((a) => a.id === id);
      return azione ? `${azione.codice} ${azione.titolo}` : 'Azione che non c’è più';
    },
    categoria: (codice: string) => contesto.categorieCosto.find((c) => c.codice === codice)?.etichetta ?? 'Categoria da scegliere',
    ente: (id: string) => contesto.partner.find((p) => p.organizzazioneId === id)?.denominazione ?? 'Ente che non partecipa',
  };
  return (
    <div className="tabelle-budget">
      <Somme didascalia="Per azione" testa="Azione" righe={perAzione} nome={nomi.azione} totale={totale} />
      <Somme didascalia="Per categoria di costo" testa="Categoria" righe={perCategoria} nome={nomi.categoria} totale={totale} />
      <Somme didascalia="Per ente" testa="Ente" righe={perEnte} nome={nomi.ente} totale={totale} />
    </div>
  );
};

type PropsSomme = { didascalia: string; testa: string; righe: Map<string, Fonti>; nome: (chiave: string) => string; totale: Fonti };

const Somme = ({ didascalia, testa, righe, nome, totale }: PropsSomme) => (
  <Tabella
    didascalia={didascalia}
    didascaliaVisibile
    fitta
    colonne={[
      { etichetta: testa },
      ...FONTI.map(({ etichetta }) => ({ etichetta, numerica: true })),
      { etichetta: 'Totale', numerica: true },
    ]}
    piede={<Valori titolo="Totale" fonti={totale} />}
  >
    {[...righe].map(([chiave, fonti]) => (
      <Valori key={chiave} titolo={nome(chiave)} fonti={fonti} />
    ))}
  </Tabella>
);

const Valori = ({ titolo, fonti }: { titolo: string; fonti: Fonti }) => (
  <Riga>
    <CellaTitolo>{titolo}</CellaTitolo>
    {FONTI.map(({ chiave }) => (
      <Cella key={chiave} numerica>
        {euro(fonti[chiave])}
      </Cella>
    ))}
    <Cella numerica>
      <b>{euro(costoDi(fonti))}</b>
    </Cella>
  </Riga>
);
