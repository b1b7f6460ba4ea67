import type { Campo } from '@/lib/bandi/configurazione';
import { euro } from '@/lib/format/euro';
import { fondi } from '@/lib/piano/fusione';
import { azioniIn, vociIn } from '@/lib/piano/valori';
import type { ContestoModulo } from './contesto';
import { inCampo, righeDi, sceltiIn, testiIn } from './modulo';
import type { Valore, Valori } from './valori';

/** I valori come testo da mettere a confronto, e la scelta tra i due quando due persone hanno scritto la stessa sezione. */

type Nomi = Pick<ContestoModulo, 'organizzazioni' | 'ambiti' | 'principi'>;

/** Un valore come si legge: gli elenchi una voce per riga, le tabelle una riga per riga. */
export function inTesto(campo: Campo, valore: Valore | undefined, nomi: Nomi): string {
  if (valore === null || valore === undefined) return '';
  switch (campo.tipo) {
    case 'organizzazioni':
      return sceltiIn(valore)
        .map((id) => nomi.organizzazioni.find((o) => o.id === id)?.nome ?? id)
        .join('\n');
    case 'ambiti':
      return sceltiIn(valore)
        .map((id) => nomi.ambiti.find((a) => a.id === id)?.nome ?? id)
        .join('\n');
    case 'scelta':
    case 'scelta_multipla':
      return sceltiIn(valore)
        .map((codice) => campo.opzioni.find((o) => o.codice === codice)?.etichetta ?? codice)
        .join('\n');
    case 'principi':
      return Object.entries(testiIn(valore))
        .filter(([, testo]) => testo)
        .map(([codice, testo]) => `${codice}: ${testo}`)
        .join('\n');
    case 'tabella':
      return righeDi(valore)
        .map((riga) => campo.colonne.map((c) => inCampo(c.tipo, riga[c.chiave])).join(' · '))
        .join('\n');
    case 'importo':
      return typeof valore === 'string' && /^\d{1,15}$/.test(valore) ? euro(BigInt(valore)) : String(valore);
    case 'azioni':
    case 'budget':
      return pianoInTesto(valore, nomi);
    default:
      return inCampo(campo.tipo, valore);
  }
}

function pianoInTesto(valore: Valore, { organizzazioni }: Nomi): string {
  if (!Array.isArray(valore)) return '';
  const ente = (id: unknown) => organizzazioni.find((o) => o.id === id)?.nome ?? '';
  return (valore as Record<string, unknown>[])
    .map((riga) =>
      'azioneId' in riga
        ? `${riga.categoria} ${ente(riga.organizzazioneId)}: ${['contributoCents', 'cofinanziamentoCents', 'naturaCents'].map((c) => euro(BigInt(String(riga[c] ?? 0)))).join(', ')}`
        : [riga.codice, riga.titolo, ente(riga.organizzazioneId), riga.inizio, riga.fine, riga.descrizione].filter(Boolean).join(' · '),
    )
    .join('\n');
}

/** Uguali come contenuto: l'ordine delle chiavi non conta (PostgreSQL lo cambia), e vuoto, assente e null sono la stessa cosa. */
export const stessoValore = (a: Valore | undefined, b: Valore | undefined): boolean => canonico(a) === canonico(b);

const canonico = (valore: unknown): string => {
  if (valore === null || valore === undefined || valore === '') return 'null';
  if (Array.isArray(valore)) return valore.length === 0 ? 'null' : `[${valore.map(canonico).join()}]`;
  if (typeof valore !== 'object') return JSON.stringify(valore);
  const coppie = Object.entries(valore).filter(([, v]) => canonico(v) !== 'null');
  return coppie.length === 0
    ? 'null'
    : `{${coppie
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([k, v]) => `${JSON.stringify(k)}:${canonico(v)}`)
        .join()}}`;
};

/** Vero se `dentro` dice ciò che `miei` vuole scrivere: un salvataggio ripetuto (la risposta era andata persa) non è un conflitto. */
export const giaScritti = (miei: Valori, dentro: Valori): boolean =>
  Object.entries(miei).every(([chiave, v]) => stessoValore(v, dentro[chiave]));

export type Scelta = 'mio' | 'loro' | 'insieme';
export type CampoConteso = {
  campo: Campo;
  mio: Valore | undefined;
  loro: Valore | undefined;
  /** Le righe dei due messe insieme, se nessuna è stata cambiata da tutti e due: tabelle, azioni e voci di costo. */
  insieme?: Valore;
  proposta: Scelta | null;
};

/**
 * I campi in cui i due testi sono diversi. `base` è ciò da cui sono partita: se solo uno dei due ha cambiato il campo si propone il suo testo, altrimenti
 * sceglie la persona. Nulla si unisce in silenzio: anche una proposta si vede e si può cambiare.
 */
export const campiContesi = (campi: readonly Campo[], base: Valori, miei: Valori, loro: Valori): CampoConteso[] =>
  campi.flatMap((campo) => {
    const { chiave } = campo;
    if (!(chiave in miei) || stessoValore(miei[chiave], loro[chiave])) return [];
    const proposta: Scelta | null = stessoValore(miei[chiave], base[chiave])
      ? 'loro'
      : stessoValore(loro[chiave], base[chiave])
        ? 'mio'
        : null;
    const insieme = proposta ? undefined : righeInsieme(campo, base[chiave], miei[chiave], loro[chiave]);
    return [{ campo, mio: miei[chiave], loro: loro[chiave], ...(insieme && { insieme }), proposta: insieme ? 'insieme' : proposta }];
  });

function righeInsieme({ tipo }: Campo, base: Valore | undefined, mie: Valore | undefined, loro: Valore | undefined): Valore | undefined {
  if (tipo === 'tabella') return fondi(righeDi(base), righeDi(mie), righeDi(loro), stessaRiga) ?? undefined;
  if (tipo === 'azioni') return fondi(azioniIn(base), azioniIn(mie), azioniIn(loro), stessaRiga) ?? undefined;
  return tipo === 'budget' ? (fondi(vociIn(base), vociIn(mie), vociIn(loro), stessaRiga) ?? undefined) : undefined;
}

const stessaRiga = (a: unknown, b: unknown): boolean => canonico(a) === canonico(b);

/**
 * Le scelte fatte, con ciò che la persona ha scritto mentre sceglieva (`adesso`, partendo da `miei`): è più recente della scelta. Nelle righe si unisce, così una riga
 * tenuta di un collega non sparisce perché se ne è scritta un'altra.
 */
export const conIlDopo = (campi: readonly Campo[], scelti: Valori, miei: Valori, adesso: Valori): Valori => ({
  ...scelti,
  ...Object.fromEntries(
    campi
      .filter(({ chiave }) => chiave in adesso && !stessoValore(adesso[chiave], miei[chiave]))
      .map((campo) => [
        campo.chiave,
        righeInsieme(campo, miei[campo.chiave], adesso[campo.chiave], scelti[campo.chiave]) ?? adesso[campo.chiave] ?? null,
      ]),
  ),
});

/** I valori dopo le scelte: dove si sceglie il proprio testo, il proprio; in tutto il resto quello salvato. */
export const uniti = (miei: Valori, loro: Valori, contesi: readonly CampoConteso[], scelte: Record<string, Scelta>): Valori => ({
  ...loro,
  ...Object.fromEntries(
    contesi
      .filter(({ campo }) => scelte[campo.chiave] && scelte[campo.chiave] !== 'loro')
      .map(({ campo, insieme }) => [campo.chiave, (scelte[campo.chiave] === 'insieme' ? insieme : miei[campo.chiave]) ?? null]),
  ),
});
