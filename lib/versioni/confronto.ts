import { type Campo, type Configurazione, sezioniDi } from '@/lib/bandi/configurazione';
import { inTesto } from '@/lib/domande/confronto';
import { righeDi, sceltiIn, testiIn } from '@/lib/domande/modulo';
import type { ContenutoVersione, RigaTabella, Valore } from '@/lib/domande/valori';
import { diffAzioni, diffBudget } from './confrontoPiano';
import { diffDocumenti, diffTesta } from './confrontoTesta';
import { type Differenza, diffElenchi, diffImporto, diffNumero, diffTesto, perId, type SezioneDiversa } from './differenze';
import { diffFuoriDalModulo } from './fuoriModulo';
import type { Nomi } from './queries';
import type { NomiVersione } from './tabellePiano';
import { cella } from './vista';

/** Due versioni campo per campo: che cosa si è aggiunto, tolto, cambiato; dei testi le parole, degli importi e dei numeri la differenza. */

type Versione = { contenuto: ContenutoVersione; configurazione: Configurazione | null };

/** Le sole sezioni con differenze, nell'ordine del modulo. I nomi dei campi sono quelli della versione più recente, poi dell'altra. */
export function confrontaVersioni(prima: Versione, ora: Versione, nomi: Nomi): SezioneDiversa[] {
  const principi = ora.configurazione?.principi ?? prima.configurazione?.principi ?? [];
  const lettura = {
    prima: prima.contenuto,
    ora: ora.contenuto,
    nomi: { ...nomi, principi },
    categorie: ora.configurazione?.categorieCosto ?? [],
  };
  const unite = unioneSezioni(prima, ora);
  const sezioni = unite.map(({ chiave, titolo, campi }) => ({
    chiave,
    titolo,
    campi: campi.map((campo) => ({ chiave: campo.chiave, etichetta: campo.etichetta, differenze: diffCampo(campo, chiave, lettura) })),
  }));
  return [diffTesta(lettura), ...sezioni, ...diffFuoriDalModulo(unite, lettura), diffDocumenti(lettura)]
    .map((sezione) => ({ ...sezione, campi: sezione.campi.filter(({ differenze }) => differenze.length > 0) }))
    .filter(({ campi }) => campi.length > 0);
}

type Confronto = { prima: ContenutoVersione; ora: ContenutoVersione; nomi: NomiVersione; categorie: Configurazione['categorieCosto'] };
type SezioneUnita = { chiave: string; titolo: string; campi: Campo[] };

/** Le sezioni di tutte e due: un'idea e un progetto si confrontano su ciò che l'una o l'altro hanno. */
function unioneSezioni(prima: Versione, ora: Versione): SezioneUnita[] {
  const unite = new Map<string, SezioneUnita>();
  for (const { configurazione, contenuto } of [ora, prima]) {
    for (const { chiave, codice, titolo, campi } of configurazione ? sezioniDi(configurazione, contenuto.fase) : []) {
      const gia = unite.get(chiave) ?? { chiave, titolo: codice ? `${codice}. ${titolo}` : titolo, campi: [] };
      const nuovi = campi.filter((campo) => !gia.campi.some((c) => c.chiave === campo.chiave));
      unite.set(chiave, { ...gia, campi: [...gia.campi, ...nuovi] });
    }
  }
  return [...unite.values()];
}

function diffCampo(campo: Campo, sezione: string, confronto: Confronto): Differenza[] {
  const [a, b] = [confronto.prima.sezioni[sezione]?.[campo.chiave], confronto.ora.sezioni[sezione]?.[campo.chiave]];
  switch (campo.tipo) {
    case 'azioni':
      return diffAzioni(confronto.prima.piano, confronto.ora.piano, confronto.nomi);
    case 'budget':
      return diffBudget(confronto.prima.piano, confronto.ora.piano, confronto.nomi, confronto.categorie);
    case 'tabella':
      return diffTabella(campo, righeDi(a), righeDi(b));
    case 'elenco':
    case 'comuni':
    case 'scelta_multipla':
    case 'organizzazioni':
    case 'ambiti':
      return diffElenchi(voci(campo, a, confronto.nomi), voci(campo, b, confronto.nomi));
    case 'principi':
      return diffPrincipi(testiIn(a), testiIn(b), confronto.nomi.principi);
    case 'importo':
      return diffImporto('', importo(a), importo(b));
    case 'numero':
      return typeof a === 'number' && typeof b === 'number'
        ? diffNumero('', a, b)
        : diffTesto('', inTesto(campo, a, confronto.nomi), inTesto(campo, b, confronto.nomi));
    case 'file':
      return [];
    default:
      return diffTesto('', inTesto(campo, a, confronto.nomi), inTesto(campo, b, confronto.nomi));
  }
}

const voci = (campo: Campo, valore: Valore | undefined, nomi: NomiVersione): string[] =>
  sceltiIn(valore).map((uno) => inTesto(campo, [uno], nomi));
const importo = (valore: Valore | undefined): bigint | null =>
  typeof valore === 'string' && /^\d{1,15}$/.test(valore) ? BigInt(valore) : null;

function diffPrincipi(prima: Record<string, string>, ora: Record<string, string>, principi: Configurazione['principi']): Differenza[] {
  const nome = (codice: string): string => principi.find((p) => p.codice === codice)?.nome ?? codice;
  return [...new Set([...Object.keys(prima), ...Object.keys(ora)])].flatMap((codice) =>
    diffTesto(nome(codice), prima[codice] ?? '', ora[codice] ?? ''),
  );
}

function diffTabella({ colonne }: Campo, prima: RigaTabella[], ora: RigaTabella[]): Differenza[] {
  const scritta = (riga: RigaTabella): string =>
    colonne
      .map((c) => cella(c, riga[c.chiave]))
      .filter(Boolean)
      .join(' · ');
  return perId(prima, ora, {
    tolta: (riga) => [{ genere: 'tolto', voce: scritta(riga) }],
    aggiunta: (riga) => [{ genere: 'aggiunto', voce: scritta(riga) }],
    cambiata: (a, b, posto) =>
      colonne.flatMap((colonna) => {
        const voce = `Riga ${posto + 1}, ${colonna.etichetta}`;
        if (colonna.tipo === 'importo') return diffImporto(voce, importo(a[colonna.chiave]), importo(b[colonna.chiave]));
        return diffTesto(voce, cella(colonna, a[colonna.chiave]), cella(colonna, b[colonna.chiave]));
      }),
  });
}
