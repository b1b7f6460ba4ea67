import { ModuloEsame } from '@/components/istruttoria/ModuloEsame';
import { ElencoChiave } from '@/components/ui/ElencoChiave';
import { ibanInGruppi } from '@/lib/convenzione/codici';
import type { PaginaConvenzione } from '@/lib/convenzione/queries';
import type { Convenzione } from '@/lib/convenzione/regole';
import { salvaAction } from './actions';

const campo = (nome: keyof Convenzione, etichetta: string, c: Convenzione, aiuto?: string) =>
  ({ tipo: 'testo', nome, etichetta, aiuto, facoltativo: true, valore: c[nome] ?? '' }) as const;

/** Il capofila scrive i dati, anche un po' alla volta: servono tutti solo quando la Regione avvia. */
export const ModuloConvenzione = ({ pagina: { id, rev, convenzione: c } }: { pagina: PaginaConvenzione }) => (
  <ModuloEsame
    action={salvaAction}
    nascosti={{ progettoId: id, rev }}
    invia="Salva i dati"
    gruppi={[
      {
        legenda: 'Codice del progetto',
        campi: [campo('cup', 'CUP', c, 'Codice unico di progetto, 15 caratteri: per esempio C11G06000000001.')],
      },
      {
        legenda: 'Conto su cui arriva il contributo',
        campi: [campo('iban', 'IBAN', { ...c, iban: c.iban && ibanInGruppi(c.iban) }), campo('intestatario', 'Intestatario del conto', c)],
      },
      {
        legenda: 'Ufficio che risponde del progetto',
        campi: [
          campo('referente', 'Ufficio', c, 'L’ufficio, non una persona: per esempio Area servizi sociali.'),
          campo('email', 'Email', c),
          campo('telefono', 'Telefono', c),
          campo('sede', 'Sede', c, 'Indirizzo e comune.'),
        ],
      },
    ]}
  />
);

/** Gli stessi dati per chi li legge; il conto solo a chi lo deve vedere. */
export const DatiInLettura = ({ pagina: { stato, convenzione: c }, conto }: { pagina: PaginaConvenzione; conto: boolean }) => {
  // dopo l'avvio non lo scrive più nessuno qui: è un progetto importato, o un recapito tolto con una modifica
  const manca = stato === 'APPROVATO' || stato === 'RIMODULAZIONE_INIZIALE' ? 'da scrivere' : 'non indicato';
  const voce = (termine: string, valore: string | null) => ({ termine, valore: valore ?? <span className="muted">{manca}</span> });
  return (
    <ElencoChiave
      voci={[
        voce('CUP', c.cup),
        ...(conto ? [voce('IBAN', c.iban && ibanInGruppi(c.iban)), voce('Intestatario del conto', c.intestatario)] : []),
        voce('Ufficio referente', c.referente),
        voce('Email', c.email),
        voce('Telefono', c.telefono),
        voce('Sede', c.sede),
      ]}
    />
  );
};
